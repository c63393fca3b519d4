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
/// are taken, else the lines, else nothing. Error unsupported: the layer names no CRS and its
/// coordinates are no degrees.
[[nodiscard]] Result<geo::Layer> read_layer(OGRLayer& source);

} // namespace dostyk::gis
