#include "schedule/sat/order_integer.hpp"

#include <algorithm>
#include <cassert>

namespace dostyk::schedule::sat {

OrderInteger::OrderInteger(Solver& solver, int low, int high)
: m_solver(&solver), m_low(low), m_values(static_cast<std::size_t>(high - low + 1))
{
    assert(low <= high);
    for (int value = low + 1; value <= high; ++value) {
        const Literal step = solver.make_literal();
        if (!m_steps.empty()) {
            solver.add_clause({-step, m_steps.back()});
        }
        m_steps.push_back(step);
    }
}

Literal OrderInteger::at_least(int value) const
{
    if (value <= m_low) {
        return m_solver->truth();
    }
    return value > high() ? m_solver->falsity()
                          : m_steps[static_cast<std::size_t>(value - m_low - 1)];
}

Literal OrderInteger::equals(int value)
{
    if (value < m_low || value > high()) {
        return m_solver->falsity();
    }
    Literal& made = m_values[static_cast<std::size_t>(value - m_low)];
    if (made.number != 0) {
        return made;
    }
    const Literal from = at_least(value);
    const Literal past = at_least(value + 1);
    if (past == m_solver->falsity() || from == m_solver->truth()) {
        // At an end of the range one side says it all.
        made = past == m_solver->falsity() ? from : -past;
        return made;
    }
    made = m_solver->make_literal();
    m_solver->add_clause({-made, from});
    m_solver->add_clause({-made, -past});
    m_solver->add_clause({made, -from, past});
    return made;
}

void OrderInteger::forbid(int value)
{
    if (value >= m_low && value <= high()) {
        m_solver->add_clause({-at_least(value), at_least(value + 1)});
    }
}

int OrderInteger::value() const
{
    return m_low +
           static_cast<int>(std::count_if(m_steps.begin(), m_steps.end(),
                                          [&](Literal step) { return m_solver->is_true(step); }));
}

void add_distance(Solver& solver, const OrderInteger& first, const OrderInteger& second,
                  int distance, Literal unless)
{
    for (int value = first.low(); value <= first.high(); ++value) {
        solver.add_clause({unless, -first.at_least(value), second.at_least(value + distance)});
        if (value + distance > second.high()) {
            break; // What is larger follows from the order.
        }
    }
}

} // namespace dostyk::schedule::sat
