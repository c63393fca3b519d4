#include "io/export_request.hpp"

#include <algorithm>

namespace dostyk::io {

namespace {

constexpr std::array<std::string_view, 7> names{"json", "geojson", "gpkg", "kml",
                                                "csv",  "xlsx",    "ics"};

} // namespace

std::string_view name_of(ExportFormat format) noexcept
{
    return names[static_cast<std::size_t>(format)];
}

std::optional<ExportFormat> parse_export_format(std::string_view name) noexcept
{
    const auto found = std::find(names.begin(), names.end(), name);
    return found != names.end() ? std::optional(static_cast<ExportFormat>(found - names.begin()))
                                : std::nullopt;
}

model::Audience usual_audience(ExportFormat format) noexcept
{
    return format == ExportFormat::json ? model::Audience::protocol : model::Audience::everyone;
}

} // namespace dostyk::io
