#include "gis/read_raster.hpp"

#include "geo/mercator.hpp"

#include <gdal_priv.h>

#include <algorithm>
#include <array>

namespace dostyk::gis {

namespace {

/// Row of tiles by row of tiles: each is decoded once, with a cache that holds one row.
bool read_pixels(GDALDataset& dataset, geo::Raster& raster)
{
    int block_width = 0;
    int block_height = 0;
    dataset.GetRasterBand(1)->GetBlockSize(&block_width, &block_height);
    const GSpacing pixel_bytes = raster.bands;
    const GSpacing row_bytes = pixel_bytes * raster.width;
    for (int top = 0; top < raster.height; top += block_height) {
        const int rows = std::min(block_height, raster.height - top);
        if (dataset.RasterIO(GF_Read, 0, top, raster.width, rows,
                             raster.pixels.data() + row_bytes * top, raster.width, rows, GDT_Byte,
                             raster.bands, nullptr, pixel_bytes, row_bytes, 1,
                             nullptr) != CE_None) {
            return false;
        }
    }
    return true;
}

} // namespace

geo::Raster read_raster(GDALDataset& dataset)
{
    std::array<double, 6> transform{};
    if (dataset.GetRasterCount() < 1 || dataset.GetGeoTransform(transform.data()) != CE_None) {
        return {};
    }
    const OGRSpatialReference* crs = dataset.GetSpatialRef();
    OGRSpatialReference mercator;
    mercator.importFromEPSG(3857);
    if (crs == nullptr || crs->IsSame(&mercator) == 0) {
        return {}; // only an affine picture can be laid on the map as it is
    }
    geo::Raster raster;
    raster.width = dataset.GetRasterXSize();
    raster.height = dataset.GetRasterYSize();
    raster.bands = std::min(dataset.GetRasterCount(), 3);
    raster.bounds.add(geo::world_from_mercator_metres(transform[0], transform[3]));
    raster.bounds.add(geo::world_from_mercator_metres(transform[0] + raster.width * transform[1],
                                                      transform[3] + raster.height * transform[5]));
    raster.pixels.resize(static_cast<std::size_t>(raster.width) *
                         static_cast<std::size_t>(raster.height) *
                         static_cast<std::size_t>(raster.bands));
    return read_pixels(dataset, raster) ? std::move(raster) : geo::Raster{};
}

} // namespace dostyk::gis
