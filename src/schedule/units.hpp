/// \file
/// The units of a constraint: sessions, days of lanes, relations, or the plan.

#pragma once

#include "schedule/constraint.hpp"

#include <cstddef>

namespace dostyk::schedule {

/// How many units of a kind a problem has.
[[nodiscard]] inline std::size_t unit_count(const Problem& problem, UnitKind kind, LaneKind lanes)
{
    switch (kind) {
    case UnitKind::session:
        return problem.sessions.size();
    case UnitKind::lane_day:
        return static_cast<std::size_t>(problem.lanes(lanes)) *
               static_cast<std::size_t>(problem.day_count());
    case UnitKind::relation:
        return problem.relations.size();
    case UnitKind::whole:
        break;
    }
    return 1;
}

[[nodiscard]] inline Unit unit_at(const Problem& problem, UnitKind kind, LaneKind lanes,
                                  std::size_t place)
{
    if (kind != UnitKind::lane_day) {
        return {static_cast<Index>(place), 0};
    }
    const auto days = static_cast<std::size_t>(problem.day_count());
    return {problem.lane(lanes, static_cast<Index>(place / days)),
            static_cast<Index>(place % days)};
}

/// `visit(unit)`
template <typename Visit>
void for_each_unit(const Problem& problem, const Constraint& constraint, const Visit& visit)
{
    const UnitKind kind = constraint.unit_kind();
    const std::size_t count = unit_count(problem, kind, constraint.lane_kind());
    for (std::size_t place = 0; place < count; ++place) {
        visit(unit_at(problem, kind, constraint.lane_kind(), place));
    }
}

} // namespace dostyk::schedule
