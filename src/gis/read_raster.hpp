/// \file
/// The raster of a map file.

#pragma once

#include "geo/layer.hpp"

class GDALDataset;

namespace dostyk::gis {

/// Bands 1 to 3 at full resolution; width 0 when there is no raster in EPSG:3857.
[[nodiscard]] geo::Raster read_raster(GDALDataset& dataset);

} // namespace dostyk::gis
