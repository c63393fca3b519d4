/// \file
/// The row of a spreadsheet that names its columns.

#pragma once

#include "intake/table.hpp"

#include <filesystem>

namespace dostyk::intake {

/// True for the formats whose tables come without column names of their own.
[[nodiscard]] bool has_headings_in_rows(Format format) noexcept;

/// The table with its columns named by the row that does so: of the first ten the one with the most
/// headings that we know, else the first one that is nearly as wide as the table. Rows above it (a
/// title) and empty rows go, and so do columns without heading and content.
[[nodiscard]] Table with_headings(Table table);

} // namespace dostyk::intake
