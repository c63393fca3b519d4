/// \file
/// An import that was looked at, as one step of the history.

#pragma once

#include "editor/command.hpp"
#include "intake/row_plan.hpp"

namespace dostyk::editor {

/// The commands of a plan: its source, the persons that it adds, each new row, each changed field.
/// Refused rows give none.
[[nodiscard]] Group group_of(const intake::RowPlan& plan);

/// The plan as one edit, named "import" in the history; all of it or, with an error, nothing.
[[nodiscard]] Result<store::Edit> import_edit(const intake::RowPlan& plan, store::Rows& rows);

} // namespace dostyk::editor
