/// \file
/// What an export is asked for, and what it tells: the same words for the command line and the
/// window.

#pragma once

#include "core/language.hpp"
#include "io/export_scope.hpp"
#include "io/export_text.hpp"
#include "model/audience.hpp"

#include <array>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace dostyk::io {

enum class ExportFormat { json, geojson, gpkg, kml, csv, xlsx, ics };

inline constexpr std::array all_export_formats{
    ExportFormat::xlsx, ExportFormat::csv, ExportFormat::geojson, ExportFormat::gpkg,
    ExportFormat::kml,  ExportFormat::ics, ExportFormat::json};

/// "json", "geojson", "gpkg", "kml", "csv", "xlsx", "ics": also the ending of its files, but for
/// json, which is a folder.
[[nodiscard]] std::string_view name_of(ExportFormat format) noexcept;
[[nodiscard]] std::optional<ExportFormat> parse_export_format(std::string_view name) noexcept;

/// Who a copy is for where nobody says it: the public, but for the interchange form ours.
[[nodiscard]] model::Audience usual_audience(ExportFormat format) noexcept;

struct ExportRequest {
    ExportFormat format = ExportFormat::geojson;
    std::filesystem::path out; ///< A file; a folder for json, and for csv where it is no ".csv".
    model::Audience audience = model::Audience::everyone;
    ExportScope scope;
    Language language = Language::en; ///< Of what people read in any case: titles, calendars
    CsvSafety csv = CsvSafety::safe;
};

struct ExportReport {
    std::size_t entities = 0;
    std::vector<std::filesystem::path> files;
    ExportNotes notes;
};

} // namespace dostyk::io
