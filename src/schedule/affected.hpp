/// \file
/// Whom it concerns that sessions move.

#pragma once

#include "schedule/scorer.hpp"

#include <span>
#include <vector>

namespace dostyk::schedule {

/// Everybody by their place in the problem, sorted.
struct Affected {
    std::vector<Index> delegations;
    std::vector<Index> persons;
    std::vector<Index> interpreters;
    std::vector<Index> venues; ///< Those that sessions leave, and those that they come to.
};

/// Who is required at the sessions, or would like to be there.
[[nodiscard]] Affected find_affected(const Problem& problem, const Plan& before,
                                     std::span<const Shift> moves);

} // namespace dostyk::schedule
