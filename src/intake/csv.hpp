/// \file
/// Tables as text: CSV, TSV and their relatives.

#pragma once

#include "core/result.hpp"
#include "intake/table.hpp"

#include <filesystem>
#include <string_view>
#include <vector>

namespace dostyk::intake {

/// All records as rows of text cells, the first one among them; columns are called "Field1" and so
/// on. What the export's protection against formulas put before a cell is taken away.
///
/// \param file  Its name, for the messages and the table.
/// Errors: unreadable (no text), unsupported (more than the limits).
[[nodiscard]] Result<std::vector<Table>> read_csv(std::string_view bytes,
                                                  const std::filesystem::path& file,
                                                  const gis::ForeignLimits& limits);

} // namespace dostyk::intake
