/// \file
/// Rows as a spreadsheet copies and pastes them: tab-separated, quoted where need be.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dostyk::editor {

/// Cells of one row.
using TextRow = std::vector<std::string>;

/// A line for each row. A cell that holds a tab, a line break or a quotation mark is quoted, as
/// spreadsheets do; nothing else is changed. \pre No row is empty.
[[nodiscard]] std::string to_tsv(const std::vector<TextRow>& rows);

/// The rows of such a text, whatever its line ends are. Never fails: a quotation that is not closed
/// goes to the end.
[[nodiscard]] std::vector<TextRow> parse_tsv(std::string_view text);

} // namespace dostyk::editor
