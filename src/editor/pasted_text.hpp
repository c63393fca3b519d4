/// \file
/// What a text from the clipboard is: files of a file manager, rows of a spreadsheet, or words.

#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

namespace dostyk::editor {

/// The files that a text names: paths, or "file://" lines as file managers copy them (RFC 2483).
/// Empty where a line is neither, or names nothing that exists.
[[nodiscard]] std::vector<std::filesystem::path> pasted_files(std::string_view text);

/// True for at least two lines of at least two cells: what a spreadsheet copies.
[[nodiscard]] bool has_rows(std::string_view text);

} // namespace dostyk::editor
