/// \file
/// The conflicts of a programme: numbered, with their fixes, and what somebody answers for.

#pragma once

#include "model/project.hpp"
#include "schedule/compile.hpp"
#include "schedule/fixes.hpp"
#include "schedule/violation_text.hpp"

#include <string>
#include <vector>

namespace dostyk::schedule {

struct Conflict {
    int number = 0; ///< From 1, in the order of the list.
    Violation violation;
    bool is_hard = true;
    std::string waiver;     ///< Id of the entity that accepts it; empty = nobody does.
    std::vector<Fix> fixes; ///< Of hard ones that nobody accepts
};

/// What to look for.
struct ConflictRequest {
    bool has_soft = false; ///< Wishes that are not met, too.
    bool has_fixes = true;
};

/// Conflicts of a plan, hard ones first, those that are accepted behind them.
[[nodiscard]] std::vector<Conflict> find_conflicts(const model::Project& project,
                                                   const Compiled& compiled, const Plan& plan,
                                                   ConflictRequest request = {});

/// "Move “Signing” to 12 May 2026, 17:00 UTC+6, at Hall 2."
[[nodiscard]] std::string text_of(const Fix& fix, const Telling& telling);

} // namespace dostyk::schedule
