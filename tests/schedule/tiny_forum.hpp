/// \file
/// Forums so small that every plan of them can be looked at.

#pragma once

#include "schedule/breaks.hpp"

#include <functional>
#include <random>
#include <vector>

namespace dostyk::test {

/// Two days of some hours each, three venues in two cities, with rules that bite; no vehicles and
/// no B2B, whose rules are not encoded.
[[nodiscard]] schedule::Problem tiny_forum(std::mt19937& random, int sessions);

/// All placements that a session could have on the grid, wherever it is allowed or not.
[[nodiscard]] std::vector<schedule::Placement> placements_of(const schedule::Problem& problem,
                                                             const schedule::Plan& plan,
                                                             schedule::Index session);

/// The fewest sessions to move for a plan that breaks no more than allowed; -1 where there is none.
[[nodiscard]] int fewest_moves(const schedule::Problem& problem, const schedule::Plan& plan,
                               const schedule::BreakAmounts& allowed);

/// Whether sessions can be held, if nobody asks for the others.
[[nodiscard]] bool can_be_held(const schedule::Problem& problem,
                               const std::vector<schedule::Index>& sessions);

} // namespace dostyk::test
