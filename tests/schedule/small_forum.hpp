/// \file
/// Small problems for tests of the scheduler: by hand, and at random.

#pragma once

#include "schedule/scorer.hpp"

#include <random>

namespace dostyk::test {

/// Days from 2026-05-12 on Asia/Almaty, from 08:00 to 20:00, without any table.
[[nodiscard]] schedule::Problem empty_forum(int days = 2);

/// Two venues an hour apart, in two cities, and the two delegations "a" and "b".
[[nodiscard]] schedule::Problem small_forum(int days = 2);

/// A session of an hour that may be held at any time in any venue.
[[nodiscard]] schedule::Session session_of(const schedule::Problem& problem, std::string id,
                                           std::vector<schedule::Index> required = {});

/// A minute of a day.
[[nodiscard]] constexpr schedule::Minute at(int day, int hour, int minute = 0)
{
    return (day * 24 + hour) * 60 + minute;
}

/// Tables of every sort, filled at random: each rule has something to say about some plan of it.
/// \pre sessions >= 4: its relations name so many.
[[nodiscard]] schedule::Problem random_forum(std::mt19937& random, int sessions = 12, int days = 2);

/// Any placement on the grid, or none, or dropped.
[[nodiscard]] schedule::Placement random_placement(const schedule::Problem& problem,
                                                   std::mt19937& random);

[[nodiscard]] schedule::Plan random_plan(const schedule::Problem& problem, std::mt19937& random);

} // namespace dostyk::test
