/// \file
/// Files that others made, as tables: one driver for each format, and nothing but the file itself.

#pragma once

#include "core/result.hpp"
#include "geo/layer.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::gis {

/// One table or layer of a foreign file.
struct Table {
    geo::Layer layer;
    std::vector<std::int64_t> row_numbers; ///< (layer.features) as the file counts them, from 1
    bool is_crs_missing = false; ///< It has coordinates and does not say in which system they are.
};

enum class ForeignFormat { xlsx, ods, geojson, kml, gpx, gpkg, shapefile, flatgeobuf };

/// Most that one file may give: a table for people, or a layer that can be drawn.
struct ForeignLimits {
    std::size_t rows = 200'000;
    std::size_t columns = 1'000;
    std::size_t vertices = 5'000'000;
};

struct ForeignRequest {
    std::filesystem::path file;
    ForeignFormat format = ForeignFormat::geojson;
    std::string crs; ///< For layers that name none: "EPSG:32642"; empty = they say so.
    ForeignLimits limits;
};

/// Register the drivers and load what they load at first use (coordinate systems, character sets,
/// random numbers), so that afterwards nothing but the file and PROJ's data is opened.
void prepare_foreign_reading();

/// Folders of GDAL's and PROJ's own data, as far as they are there.
[[nodiscard]] std::vector<std::filesystem::path> library_data_folders();

/// The other files that belong to a file: a Shapefile's .shx, .dbf, .prj and .cpg, where they are
/// files and no links.
[[nodiscard]] std::vector<std::filesystem::path> companions_of(const std::filesystem::path& file,
                                                               ForeignFormat format);

/// Read all tables that are not empty. Cells of spreadsheets come as text, dates in them as
/// "2024/03/01" or "2024-03-01"; their first row is a row like the others and columns are called
/// "Field1" and so on. Errors of read_map_file(), and unsupported (no table, more than the limits).
[[nodiscard]] Result<std::vector<Table>> read_foreign(const ForeignRequest& request);

} // namespace dostyk::gis
