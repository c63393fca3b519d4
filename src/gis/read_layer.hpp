/// \file
/// One GDAL vector layer to a geo::Layer.

#pragma once

#include "core/result.hpp"
#include "geo/layer.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

class OGRLayer;

namespace dostyk::gis {

/// Read all features; coordinates in WGS 84.
///
/// Points, lines and polygons come as geo::Geometry's three forms; of other geometries the polygons
/// are taken, else the lines, else the first point. Rings are closed, what has no extent is left
/// out. Errors: unsupported (the layer names no CRS and its coordinates are no degrees, or one that
/// cannot be brought to WGS 84), invalid (a position that is not on the earth), unreadable (the
/// file is damaged and the rows stop).
[[nodiscard]] Result<geo::Layer> read_layer(OGRLayer& source);

struct LayerOptions {
    std::string crs;           ///< For a layer that names none.
    bool takes_degrees = true; ///< A layer that names none and whose coordinates may be degrees.
    std::size_t most_rows = std::numeric_limits<std::size_t>::max();
    std::size_t most_vertices = std::numeric_limits<std::size_t>::max();
};

struct ReadLayer {
    geo::Layer layer;
    std::vector<std::int64_t> numbers; ///< (layer.features) the source's own
    bool is_crs_missing =
        false; ///< Its coordinates are left as they are: nobody says what they mean.
};

/// The same for a layer that others made. Errors beside: unsupported (more rows or vertices).
[[nodiscard]] Result<ReadLayer> read_layer(OGRLayer& source, const LayerOptions& options);

} // namespace dostyk::gis
