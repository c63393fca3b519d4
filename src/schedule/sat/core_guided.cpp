#include "schedule/sat/core_guided.hpp"

#include "schedule/sat/totalizer.hpp"

#include <algorithm>
#include <deque>
#include <limits>
#include <map>
#include <set>
#include <vector>

namespace dostyk::schedule::sat {

namespace {

/// Conflicts that an attempt to make a core smaller, or its count larger, may take.
constexpr int conflicts_to_shrink = 300;
constexpr int conflicts_to_exhaust = 300;

/// Where a literal that is assumed away came from: the next one of its count follows it.
struct Counted {
    Totalizer* total = nullptr;
    int count = 0; ///< The literal says "at least so many".
    Cost weight = 0;
};

class Search {
public:
    Search(Solver& solver, std::span<const CostLiteral> costs, const Limits& limits,
           const OnBetter& on_better)
    : m_solver(solver), m_costs(costs), m_limits(limits), m_on_better(on_better)
    {
        for (const CostLiteral& cost : costs) {
            m_open[cost.literal] += cost.weight;
        }
    }

    SearchResult run()
    {
        // A first model before any bound: it is there early, and says whether there is one.
        for (const CostLiteral& cost : m_costs) {
            m_solver.prefer(-cost.literal);
        }
        const Answer answer = m_solver.solve({}, m_limits);
        if (answer != Answer::satisfiable) {
            m_result.end = answer == Answer::unknown ? SearchEnd::stopped : SearchEnd::impossible;
            return m_result;
        }
        take_model();
        for (Cost least = heaviest(); !is_proved() && run_stratum(least);) {
            if (least <= 1) {
                break;
            }
            least = heaviest_below(least);
        }
        m_result.end = is_proved() ? SearchEnd::proved : SearchEnd::stopped;
        return m_result;
    }

private:
    [[nodiscard]] bool is_proved() const { return m_result.upper == m_result.lower; }

    [[nodiscard]] Cost heaviest() const { return heaviest_below(std::numeric_limits<Cost>::max()); }

    /// The largest weight under a limit, at least 1.
    [[nodiscard]] Cost heaviest_below(Cost limit) const
    {
        Cost most = 1;
        for (const auto& [literal, weight] : m_open) {
            most = weight < limit ? std::max(most, weight) : most;
        }
        return most;
    }

    /// Rounds until the costs of at least this weight can all be avoided. False: stopped.
    bool run_stratum(Cost least)
    {
        while (!is_proved()) {
            m_assumed.clear();
            for (const auto& [literal, weight] : m_open) {
                if (weight >= least) {
                    m_assumed.push_back(-literal);
                }
            }
            const Cost before = m_result.lower;
            if (!run_round()) {
                return false;
            }
            if (m_result.lower == before) {
                return true;
            }
        }
        return true;
    }

    /// Cores that share nothing, until what is left of the assumptions has a model.
    bool run_round()
    {
        while (true) {
            const Answer answer = m_solver.solve(m_assumed, m_limits);
            if (answer == Answer::satisfiable) {
                take_model();
                return true;
            }
            if (answer == Answer::unknown) {
                return false;
            }
            std::vector<Literal> core = shrink(m_solver.failed());
            std::erase_if(m_assumed, [&](Literal literal) {
                return std::find(core.begin(), core.end(), literal) != core.end();
            });
            relax(core);
            if (is_proved()) {
                return true;
            }
        }
    }

    void take_model()
    {
        Cost cost = 0;
        for (const CostLiteral& each : m_costs) {
            cost += m_solver.is_true(each.literal) ? each.weight : 0;
        }
        if (!m_result.upper || cost < *m_result.upper) {
            m_result.upper = cost;
            m_on_better(cost);
        }
    }

    /// Leave out what the core does not need, as far as that is found out soon.
    std::vector<Literal> shrink(std::vector<Literal> core)
    {
        std::set<Literal> kept; // Tried already.
        while (core.size() > 1) {
            const auto tried = std::find_if(core.begin(), core.end(), [&](Literal literal) {
                return kept.count(literal) == 0;
            });
            if (tried == core.end()) {
                break;
            }
            kept.insert(*tried);
            std::vector<Literal> rest = core;
            rest.erase(rest.begin() + (tried - core.begin()));
            if (m_solver.solve(rest, m_limits, conflicts_to_shrink) == Answer::unsatisfiable) {
                core = m_solver.failed();
            }
        }
        return core;
    }

    /// Pay for a core once, and put a count of its literals in the place of them.
    void relax(const std::vector<Literal>& core)
    {
        Cost weight = std::numeric_limits<Cost>::max();
        for (const Literal assumption : core) {
            weight = std::min(weight, m_open.at(-assumption));
        }
        m_result.lower += weight;
        std::vector<Literal> inputs;
        for (const Literal assumption : core) {
            pay(-assumption, weight);
            inputs.push_back(-assumption);
        }
        m_solver.add_clause(inputs); // Follows from the clauses: it is what the core says.
        if (inputs.size() > 1) {
            m_totals.emplace_back(m_solver, inputs, Counting::upward);
            open_count({&m_totals.back(), exhaust(m_totals.back(), weight), weight});
        }
    }

    /// The least count that cannot be ruled out soon; each that can is paid for.
    int exhaust(Totalizer& total, Cost weight)
    {
        int count = 2;
        while (count <= total.size()) {
            const std::vector<Literal> assumed = {-total.at_least(count)};
            if (m_solver.solve(assumed, m_limits, conflicts_to_exhaust) != Answer::unsatisfiable) {
                break;
            }
            m_solver.add_clause({total.at_least(count)});
            m_result.lower += weight;
            ++count;
        }
        return count;
    }

    void open_count(const Counted& counted)
    {
        if (counted.count <= counted.total->size()) {
            const Literal literal = counted.total->at_least(counted.count);
            m_open[literal] += counted.weight;
            m_counted[literal] = counted;
        }
    }

    /// Take `weight` off a literal; the next count opens with the part that was paid.
    void pay(Literal literal, Cost weight)
    {
        const auto open = m_open.find(literal);
        open->second -= weight;
        if (open->second == 0) {
            m_open.erase(open);
        }
        if (const auto counted = m_counted.find(literal); counted != m_counted.end()) {
            open_count({counted->second.total, counted->second.count + 1, weight});
        }
    }

    Solver& m_solver;
    std::span<const CostLiteral> m_costs;
    const Limits& m_limits;
    const OnBetter& m_on_better;
    SearchResult m_result;
    std::map<Literal, Cost> m_open; ///< What is assumed away, and what it costs.
    std::map<Literal, Counted> m_counted;
    std::deque<Totalizer> m_totals; ///< A deque: they are pointed to.
    std::vector<Literal> m_assumed; ///< Of this round.
};

} // namespace

SearchResult find_least_cost(Solver& solver, std::span<const CostLiteral> costs,
                             const Limits& limits, const OnBetter& on_better)
{
    return Search(solver, costs, limits, on_better).run();
}

} // namespace dostyk::schedule::sat
