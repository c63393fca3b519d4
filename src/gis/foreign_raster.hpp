/// \file
/// A GeoTIFF of somebody else's as a picture for the map.

#pragma once

#include "core/result.hpp"
#include "geo/layer.hpp"

#include <cstddef>
#include <filesystem>
#include <string>

namespace dostyk::gis {

struct RasterLimits {
    int side = 4096;                           ///< Of the picture that comes of it. [px]
    std::size_t source_pixels = 1'500'000'000; ///< Of the file
};

struct RasterRequest {
    std::filesystem::path file;
    std::string crs; ///< For a file that names none: "EPSG:32642"; empty = it says so.
    RasterLimits limits;
};

/// Register the one driver that is used, and load what warping loads at first use.
void prepare_raster_reading();

/// Read a GeoTIFF as red, green, blue and alpha in Web Mercator, north first; larger ones coarser.
///
/// A palette gives its colours, one band a grey from its darkest to its lightest hundredth, three
/// bands their colours, stretched likewise where they hold more than bytes. What the file says is
/// no data is transparent. Errors: unreadable, unsupported (no CRS: "error.raster_no_crs", no
/// place on the earth, more than the limits), usage (unknown CRS).
[[nodiscard]] Result<geo::Raster> read_foreign_raster(const RasterRequest& request);

} // namespace dostyk::gis
