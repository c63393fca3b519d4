/// \file
/// Cells of a table as texts that people and spreadsheets write, and the edits that they make.

#pragma once

#include "core/language.hpp"
#include "core/result.hpp"
#include "editor/command.hpp"
#include "editor/tsv.hpp"
#include "model/project.hpp"
#include "model/schema.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::editor {

/// How a table looks at a project.
struct CellView {
    model::Pack pack = model::Pack::enriched;
    Language language = Language::en;
};

/// The shown value of a field as it is written into a cell: a plain number, an ISO date, ids of
/// what it refers to, the text of the one language. Empty where there is none, and for what no line
/// of text holds.
[[nodiscard]] std::string cell_text(const model::Entity& entity, const model::FieldRule& rule,
                                    CellView view);

/// True for a type whose cells are written as texts.
[[nodiscard]] bool is_written_in_cells(model::FieldType type) noexcept;

/// The edit that gives a cell another text; nothing when it has it already. An empty text takes the
/// claim away; where there is none yet, a new one without sources is made.
///
/// Errors: invalid, with the sentence why the text is not of the field's type.
[[nodiscard]] Result<std::optional<Command>> cell_edit(const model::Entity& entity,
                                                       const model::FieldRule& rule,
                                                       std::string_view text, CellView view);

/// Entities of a kind as a spreadsheet gets them: a header of names, ids first.
///
/// \param columns  Fields of the kind; "id" may be among them.
[[nodiscard]] std::string rows_to_tsv(std::span<const model::Entity* const> entities,
                                      const model::KindRule& kind,
                                      std::span<const std::string> columns, CellView view);

/// The edit that keeps a table as it is set up, under its name; one of the same kind and name is
/// replaced.
[[nodiscard]] Command save_view(const model::Project& project, const model::TableSetup& setup);
/// The edit that takes a kept one away. \pre There are so many.
[[nodiscard]] Command remove_view(const model::Project& project, std::size_t index);

/// What pasted rows do.
struct PastedRows {
    Group edit; ///< Empty when all is so already.
    std::size_t changed = 0;
    std::size_t inserted = 0;
};

/// The edit that rows of a spreadsheet make: those whose id exists change, new ones are inserted;
/// one without an id gets one from its name. The first row names the columns, by field or as any of
/// the languages names it.
///
/// Errors: invalid, with row and column as the place; then nothing is to be changed at all.
[[nodiscard]] Result<PastedRows> paste_rows(const model::Project& project,
                                            const model::KindRule& kind, std::string_view tsv,
                                            CellView view);

} // namespace dostyk::editor
