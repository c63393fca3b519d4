/// \file
/// A plan of the B2B desk as an edit: a session for each meeting that is held.

#pragma once

#include "editor/command.hpp"
#include "model/project.hpp"
#include "schedule/b2b_plan.hpp"

namespace dostyk::editor {

/// One step that makes the project's B2B sessions those of the plan: new ones are added and named
/// in their requests, those that there are get their new time and table, and what is no longer held
/// is taken out. What is pinned, and what is as planned already, stays untouched.
///
/// All values have the flag `computed`: no source states them.
///
/// \return An empty group where nothing changes.
[[nodiscard]] Group b2b_edit(const model::Project& project, const schedule::B2bDesk& desk,
                             const schedule::B2bPlan& plan);

} // namespace dostyk::editor
