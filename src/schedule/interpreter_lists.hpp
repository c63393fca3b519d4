/// \file
/// Who is named to interpret at which session, and problems with others named.

#pragma once

#include "schedule/problem.hpp"

#include <span>
#include <vector>

namespace dostyk::schedule {

/// (sessions) the interpreters who are named for each, sorted
using InterpreterLists = std::vector<std::vector<Index>>;

/// Who is named for the sessions of a problem.
[[nodiscard]] InterpreterLists interpreters_of(const Problem& problem);
/// The problem with others named.
[[nodiscard]] Problem with_interpreters(Problem problem, const InterpreterLists& named);
/// The problem with interpreters who speak nothing and are named for nothing.
[[nodiscard]] Problem without_interpreters(Problem problem, std::span<const Index> absent);

} // namespace dostyk::schedule
