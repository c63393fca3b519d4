/// \file
/// One GDAL vector layer to a geo::Layer.

#pragma once

#include "core/result.hpp"
#include "geo/layer.hpp"

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

} // namespace dostyk::gis
