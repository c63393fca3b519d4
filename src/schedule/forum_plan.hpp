/// \file
/// Itineraries that can be driven, drawn at random: what a forum for measuring is made around.

#pragma once

#include "schedule/dice.hpp"
#include "schedule/problem.hpp"

#include <vector>

namespace dostyk::schedule {

struct DrawnSession {
    Index venue = none;
    Interval held;
    std::vector<Index> delegations; ///< Sorted
};

/// Draw sessions with their delegations until there are so many, or no more fit.
///
/// Each is held in the hours of its day and of its venue, which it has to itself; every delegation
/// can get there and on, has its meal and its night, and keeps to its limits.
///
/// \param problem      With venues, the ways between them, and the days; without sessions.
/// \param delegations  How many there are.
[[nodiscard]] std::vector<DrawnSession> draw_plan(const Problem& problem, int delegations,
                                                  int sessions, Dice& dice);

/// Most people of the delegations that are on the way at once, each with so many. (delegations)
[[nodiscard]] int most_on_the_way(const Problem& problem, const std::vector<DrawnSession>& plan,
                                  const std::vector<int>& sizes);

} // namespace dostyk::schedule
