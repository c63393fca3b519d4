/// \file
/// Rows of an import in the words of the project and of what comes with them.

#pragma once

#include "editor/import_session.hpp"

namespace dostyk::editor {

/// As changes_of() of a row alone; persons whom the plan adds are called by their names.
[[nodiscard]] std::vector<FieldChange> changes_of(const intake::PlannedRow& row,
                                                  const intake::RowPlan& plan,
                                                  const model::Project& project,
                                                  const model::UnitNames& units, Language language);

} // namespace dostyk::editor
