#include "gis/read_raster.hpp"

#include "geo/mercator.hpp"

#include <gdal_priv.h>

#include <algorithm>
#include <array>

namespace dostyk::gis {

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
    const GSpacing pixel_bytes = raster.bands;
    const CPLErr status =
        dataset.RasterIO(GF_Read, 0, 0, raster.width, raster.height, raster.pixels.data(),
                         raster.width, raster.height, GDT_Byte, raster.bands, nullptr, pixel_bytes,
                         pixel_bytes * raster.width, 1, nullptr);
    return status == CE_None ? raster : geo::Raster{};
}

} // namespace dostyk::gis
