/// \file
/// A forum as large as they come, with a plan that keeps every rule.

#pragma once

#include "schedule/scorer.hpp"

#include <vector>

namespace dostyk::test {

struct LargeForum {
    schedule::Problem problem;
    std::vector<schedule::Placement> placements; ///< (sessions)
};

/// 60 delegations, 25 venues in 8 cities, 5 days, and so many sessions as are asked for, all held.
[[nodiscard]] LargeForum large_forum(unsigned seed, int sessions = 400);

/// The plan of the placements; the forum must outlive it.
[[nodiscard]] schedule::Plan plan_of(const LargeForum& forum);

} // namespace dostyk::test
