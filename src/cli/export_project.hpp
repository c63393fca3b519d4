/// \file
/// A project written in a foreign format: what the verb and the window's menu call.

#pragma once

#include "core/diagnostics.hpp"
#include "core/result.hpp"
#include "io/export_scope.hpp"
#include "io/export_text.hpp"
#include "model/audience.hpp"
#include "model/value_text.hpp"

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace dostyk::cli {

enum class ExportFormat { json, geojson, gpkg, kml, csv, xlsx, ics };

/// "json", "geojson", "gpkg", "kml", "csv", "xlsx", "ics".
[[nodiscard]] std::optional<ExportFormat> parse_export_format(std::string_view name) noexcept;

/// Who a copy is for where nobody says it: the public, but for the interchange form ours.
[[nodiscard]] model::Audience usual_audience(ExportFormat format) noexcept;

struct ExportRequest {
    ExportFormat format = ExportFormat::geojson;
    std::filesystem::path out; ///< A file; a folder for json, and for csv where it is no ".csv".
    model::Audience audience = model::Audience::everyone;
    io::ExportScope scope;
    Language language = Language::en; ///< Of what people read in any case: titles, calendars
    io::CsvSafety csv = io::CsvSafety::safe;
};

struct ExportReport {
    std::size_t entities = 0;
    std::vector<std::filesystem::path> files;
    io::ExportNotes notes;
};

/// Write what the audience may see of the scope. Files for others than the public are readable for
/// their owner alone; each replaces the one that was there, or leaves it.
///
/// Errors: invalid where a field holds different values and none is chosen (each is a finding; the
/// interchange form holds them all and is never refused); write_failed, also where the file is a
/// store, which no export replaces; usage, not_found of io::check_scope().
[[nodiscard]] Result<ExportReport> export_project(const model::Project& project,
                                                  const model::UnitNames& unit_names,
                                                  const ExportRequest& request,
                                                  Diagnostics& diagnostics);

} // namespace dostyk::cli
