/// \file
/// Map files (any GDAL vector format) to layers.

#pragma once

#include "core/result.hpp"
#include "geo/layer.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace dostyk::gis {

/// Read every vector layer, and the raster table `relief` where there is one.
///
/// Opens read-only, never writes beside the file, never follows a link to the network. Layers in
/// another CRS are brought to WGS 84. Errors, one sentence each, name the file and what to do:
/// not_found, unreadable (empty, truncated), unsupported (no map, no CRS).
[[nodiscard]] Result<geo::MapData> read_map_file(const std::filesystem::path& path);

/// read_map_file() and the checks that a base map needs: all layers and fields of maps/README.md.
[[nodiscard]] Result<geo::MapData> read_base_map(const std::filesystem::path& path);

/// A unit whose boundary a file could not give.
struct BoundaryMismatch {
    std::vector<std::string> units_without_feature; ///< ISO codes
    std::vector<std::string> features_without_unit; ///< names as the file has them
};

/// Join the polygons of a user's file to the current units of `regions`, by ISO code or by a name
/// in any of the four languages (folded), whatever the columns are called; rows of one unit are its
/// parts. Of several layers the one with the most units is taken. Borders are made to fit, see
/// geo::clean_coverage().
///
/// \returns The `regions` layer with replaced geometry; names and dates stay. Where a current unit
///          finds no partner, or all of its ground belongs to others: Error invalid, the units are
///          in the message. `mismatch` is filled in any case. Errors of read_map_file() too.
[[nodiscard]] Result<geo::Layer> join_boundaries(const geo::Layer& regions,
                                                 const std::filesystem::path& file,
                                                 BoundaryMismatch& mismatch);

/// The same of a file that is read already.
///
/// \param file  Its name, for the messages.
[[nodiscard]] Result<geo::Layer> join_boundaries(const geo::Layer& regions, const geo::MapData& map,
                                                 const std::filesystem::path& file,
                                                 BoundaryMismatch& mismatch);

/// Write a layer as a GeoPackage, replacing the file atomically.
[[nodiscard]] Status write_layer(const geo::Layer& layer, const std::filesystem::path& path);

} // namespace dostyk::gis
