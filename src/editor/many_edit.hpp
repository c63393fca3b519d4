/// \file
/// Several entities edited at once: one field of all, or all of them removed.

#pragma once

#include "editor/table_edit.hpp"

#include <span>
#include <string>
#include <string_view>

namespace dostyk::editor {

/// What several entities say in a field.
struct SharedText {
    std::string text; ///< As a cell has it; empty where they differ
    bool is_mixed = false;
};

/// \pre There is at least one.
[[nodiscard]] SharedText shared_text(std::span<const model::Entity* const> entities,
                                     const model::FieldRule& rule, CellView view);

/// The edit that gives the field the same text in all of them, as one step; nothing in those that
/// have it already. Errors: invalid, as cell_edit(): then nothing is to be changed.
[[nodiscard]] Result<Group> edit_all(std::span<const model::Entity* const> entities,
                                     const model::FieldRule& rule, std::string_view text,
                                     CellView view);

/// The edit that takes them all out of the project, as one step.
[[nodiscard]] Command remove_all(std::span<const model::Entity* const> entities);

} // namespace dostyk::editor
