/// \file
/// Tables as a workbook of a spreadsheet.

#pragma once

#include "core/result.hpp"
#include "geo/layer.hpp"
#include "io/export_text.hpp"

#include <span>
#include <string>

namespace dostyk::io {

/// The bytes of an XLSX file: a sheet for each layer, its headings frozen and with filters. Texts
/// are texts, whatever they look like; numbers are numbers.
[[nodiscard]] Result<std::string> to_xlsx(std::span<const geo::Layer> layers, ExportNotes& notes);

} // namespace dostyk::io
