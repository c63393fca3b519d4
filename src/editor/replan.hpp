/// \file
/// A programme planned again after one change: what moves, looked at before it is committed.

#pragma once

#include "editor/programme_change.hpp"
#include "schedule/compile.hpp"
#include "schedule/infeasibility.hpp"
#include "schedule/repair.hpp"

#include <memory>
#include <optional>
#include <string_view>

namespace dostyk::editor {

struct Replanning {
    model::Project project;    ///< With the change, nothing else moved
    schedule::Compiled before; ///< The meeting as the project has it
    schedule::Compiled after;  ///< The same with the change
    schedule::Repair repair;   ///< Of `after`
    /// Where there is no plan and a reason was found.
    std::optional<schedule::Contradiction> why;
    schedule::Score cost_before;
    schedule::Score cost_after; ///< With the change and the moves
    double search_s = 0;        ///< CPU of the search alone
    Group step;                 ///< The change and the moves; nothing where no plan was found.
};

/// Plan a meeting again. Writes nothing.
///
/// What the programme breaks before the change need not be mended; no rule is broken more than it
/// was, or no plan is found.
///
/// \param limits  Of the search.
/// \return        What compile() and add_change() refuse.
[[nodiscard]] Result<std::unique_ptr<Replanning>> replan(const model::Project& project,
                                                         std::string_view meeting,
                                                         const ProgrammeChange& change,
                                                         const schedule::sat::Limits& limits);

} // namespace dostyk::editor
