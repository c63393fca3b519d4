#include "schedule/sat/solver.hpp"

#include <cadical.hpp>

#include <algorithm>

namespace dostyk::schedule::sat {

namespace {

class Stopper final : public CaDiCaL::Terminator {
public:
    explicit Stopper(const Limits& limits) : m_limits(limits) {}

    bool terminate() override { return m_limits.is_over(); }

private:
    const Limits& m_limits;
};

} // namespace

bool Limits::is_over() const
{
    return stop.stop_requested() || (deadline && std::chrono::steady_clock::now() >= *deadline);
}

struct Solver::State {
    CaDiCaL::Solver cadical;
    int variables = 0;
    std::vector<Literal> assumed;
};

Solver::Solver() : m_state(std::make_unique<State>())
{
    m_state->cadical.set("quiet", 1);
    // Few restarts all the time: plans with many meetings to a table are found and refuted some
    // times faster than with the turns that it takes by itself.
    m_state->cadical.set("stabilizeonly", 1);
    m_truth = make_literal();
    add_clause({m_truth});
}

Solver::~Solver() = default;
Solver::Solver(Solver&&) noexcept = default;
Solver& Solver::operator=(Solver&&) noexcept = default;

Literal Solver::make_literal()
{
    return {++m_state->variables};
}

void Solver::add_clause(std::span<const Literal> clause)
{
    if (std::find(clause.begin(), clause.end(), m_truth) != clause.end() && clause.size() > 1) {
        return;
    }
    for (const Literal literal : clause) {
        if (literal != falsity()) {
            m_state->cadical.add(literal.number);
        }
    }
    m_state->cadical.add(0);
}

void Solver::add_clause(std::initializer_list<Literal> clause)
{
    add_clause(std::span(clause.begin(), clause.size()));
}

void Solver::prefer(Literal literal)
{
    m_state->cadical.phase(literal.number);
}

Answer Solver::solve(std::span<const Literal> assumptions, const Limits& limits,
                     std::optional<int> conflicts)
{
    if (limits.is_over()) {
        return Answer::unknown;
    }
    m_state->assumed.assign(assumptions.begin(), assumptions.end());
    for (const Literal literal : assumptions) {
        m_state->cadical.assume(literal.number);
    }
    if (conflicts) {
        m_state->cadical.limit("conflicts", *conflicts);
    }
    Stopper stopper(limits);
    m_state->cadical.connect_terminator(&stopper);
    const int status = m_state->cadical.solve();
    m_state->cadical.disconnect_terminator();
    constexpr int is_satisfiable = 10; // As the SAT competitions number them.
    constexpr int is_unsatisfiable = 20;
    return status == is_satisfiable     ? Answer::satisfiable
           : status == is_unsatisfiable ? Answer::unsatisfiable
                                        : Answer::unknown;
}

bool Solver::is_true(Literal literal) const
{
    // Its sign is that of the literal's value, also for a negated one.
    return m_state->cadical.val(literal.number) > 0;
}

std::vector<Literal> Solver::failed() const
{
    std::vector<Literal> core;
    for (const Literal literal : m_state->assumed) {
        if (m_state->cadical.failed(literal.number)) {
            core.push_back(literal);
        }
    }
    return core;
}

} // namespace dostyk::schedule::sat
