#include "schedule/overlap_costs.hpp"

#include <algorithm>

namespace dostyk::schedule {

namespace {

Beside at(const Problem& problem, Index session, const Placement& placement)
{
    return {session,
            {placement.start, placement.start + problem.session(session).duration},
            placement.venue};
}

} // namespace

OverlapCosts::OverlapCosts(const Problem& problem) : m_problem(&problem)
{
    for (const Session& session : problem.sessions) {
        m_longest = std::max(m_longest, session.duration);
    }
}

void OverlapCosts::add(const OverlapConstraint& constraint)
{
    m_constraints[static_cast<std::size_t>(constraint.lane_kind())].push_back(&constraint);
}

void OverlapCosts::find_others(const Plan& plan, Index lane, std::size_t moved,
                               Placement Moved::*when, Interval time, Days days)
{
    m_others.clear();
    for (Index day = days.first; day <= days.last; ++day) {
        const std::span<const Index> row = plan.row(lane, day);
        auto next = std::lower_bound(
            row.begin(), row.end(), time.begin - m_longest,
            [&](Index each, Minute minute) { return plan.interval(each).begin < minute; });
        for (; next != row.end() && plan.interval(*next).begin < time.end; ++next) {
            const Held& held = plan.held(*next);
            const auto is_moved = [&](const Moved& each) { return each.session == *next; };
            if (overlap(held.time, time) > 0 &&
                std::none_of(m_moved.begin(), m_moved.end(), is_moved)) {
                m_others.push_back({*next, held.time, held.venue});
            }
        }
    }
    // Of two that were both moved the later one counts the pair.
    for (std::size_t i = 0; i < moved; ++i) {
        const Placement& there = m_moved[i].*when;
        const std::vector<Index>& lanes =
            m_problem->lanes_of[static_cast<std::size_t>(m_moved[i].session)];
        if (!there.is_placed()) {
            continue;
        }
        const Beside other = at(*m_problem, m_moved[i].session, there);
        if (overlap(other.time, time) > 0 &&
            std::find(lanes.begin(), lanes.end(), lane) != lanes.end()) {
            m_others.push_back(other);
        }
    }
}

Score OverlapCosts::cost_of(const Plan& plan, std::size_t moved, Placement Moved::*when)
{
    Score score;
    const Index session = m_moved[moved].session;
    const Placement& placement = m_moved[moved].*when;
    if (!placement.is_placed()) {
        return score;
    }
    const Beside self = at(*m_problem, session, placement);
    // What reaches over a midnight stands in the row of the day on which it begins.
    const Days days{m_problem->calendar.day_of(self.time.begin - m_longest),
                    m_problem->calendar.day_of(self.time.end - 1)};
    std::size_t kind = 0;
    for (const Index lane : m_problem->lanes_of[static_cast<std::size_t>(session)]) {
        while (kind + 1 < lane_kind_count && lane >= m_problem->first_lane[kind + 1]) {
            ++kind; // lanes are sorted
        }
        if (m_constraints[kind].empty()) {
            continue;
        }
        find_others(plan, lane, moved, when, self.time, days);
        for (const OverlapConstraint* constraint : m_constraints[kind]) {
            if (!m_others.empty()) {
                score += weighed(m_problem->book[constraint->rule()],
                                 constraint->beside(*m_problem, lane, self, m_others));
            }
        }
    }
    return score;
}

void OverlapCosts::look(const Plan& plan, std::span<const Shift> before)
{
    m_moved.clear();
    for (const auto& [session, was] : before) {
        const Index self = session;
        if (std::none_of(m_moved.begin(), m_moved.end(),
                         [&](const Moved& each) { return each.session == self; })) {
            m_moved.push_back({session, was, plan[session]});
        }
    }
}

Score OverlapCosts::cost(const Plan& plan, Placement Moved::*when)
{
    Score score;
    for (std::size_t i = 0; i < m_moved.size(); ++i) {
        score += cost_of(plan, i, when);
    }
    return score;
}

} // namespace dostyk::schedule
