#include "schedule/plan.hpp"

#include <algorithm>
#include <utility>

namespace dostyk::schedule {

Plan::Plan(const Problem& problem)
: m_problem(&problem),
  m_days(static_cast<std::size_t>(problem.day_count())),
  m_placements(problem.sessions.size()),
  m_held(problem.sessions.size()),
  m_rows(static_cast<std::size_t>(problem.lane_count) * m_days)
{}

Plan::Plan(const Problem& problem, const std::vector<Placement>& placements) : Plan(problem)
{
    for (std::size_t i = 0; i < placements.size(); ++i) {
        place(static_cast<Index>(i), placements[i]);
    }
}

void Plan::insert(Index lane, Index day, Index session)
{
    auto& row = m_rows[static_cast<std::size_t>(lane) * m_days + static_cast<std::size_t>(day)];
    const auto key = [&](Index each) { return std::pair((*this)[each].start, each); };
    row.insert(std::lower_bound(row.begin(), row.end(), session,
                                [&](Index a, Index b) { return key(a) < key(b); }),
               session);
}

void Plan::erase(Index lane, Index day, Index session)
{
    auto& row = m_rows[static_cast<std::size_t>(lane) * m_days + static_cast<std::size_t>(day)];
    row.erase(std::find(row.begin(), row.end(), session));
}

void Plan::place(Index session, Placement placement)
{
    const auto self = static_cast<std::size_t>(session);
    const auto for_lanes = [&](const Held& at, auto change) {
        for (const Index lane : m_problem->lanes_of[self]) {
            change(lane, at.day);
        }
        change(m_problem->lane(LaneKind::venue, at.venue), at.day);
    };
    if (m_placements[self].is_placed()) {
        for_lanes(m_held[self], [&](Index lane, Index day) { erase(lane, day, session); });
    }
    m_placements[self] = placement;
    m_held[self] = {{placement.start, placement.start + m_problem->session(session).duration},
                    placement.venue,
                    placement.venue == none ? none : m_problem->venue(placement.venue).city,
                    m_problem->calendar.day_of(placement.start)};
    if (placement.is_placed()) {
        for_lanes(m_held[self], [&](Index lane, Index day) { insert(lane, day, session); });
    }
}

Index Plan::first_after(Index lane, Index day) const
{
    for (Index next = day + 1; next < static_cast<Index>(m_days); ++next) {
        if (!row(lane, next).empty()) {
            return row(lane, next).front();
        }
    }
    return none;
}

} // namespace dostyk::schedule
