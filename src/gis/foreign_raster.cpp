#include "gis/foreign_raster.hpp"

#include "geo/mercator.hpp"
#include "gis/gdal_session.hpp"
#include "gis/raster_picture.hpp"

#include <cpl_conv.h>
#include <gdal_alg.h>
#include <gdal_frmts.h>
#include <gdal_priv.h>
#include <gdalwarper.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace dostyk::gis {

namespace {

using Affine = std::array<double, 6>;

Error failure(ErrorCode code, const char* key, const RasterRequest& request,
              std::vector<std::pair<std::string, std::string>> values = {})
{
    values.emplace_back("file", request.file.filename().string());
    return Error{code, {key, std::move(values)}, {}};
}

Result<Dataset> open_tiff(const RasterRequest& request)
{
    const ErrorCapture capture;
    const std::array<const char*, 2> drivers{"GTiff", nullptr};
    const std::array<const char*, 2> options{"GEOREF_SOURCES=INTERNAL", nullptr};
    Dataset dataset(GDALDataset::Open(request.file.c_str(),
                                      GDAL_OF_RASTER | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                                      drivers.data(), options.data()));
    if (dataset == nullptr || dataset->GetRasterCount() < 1) {
        return failure(ErrorCode::unreadable, "error.foreign_unreadable", request,
                       {{"reason", capture.reason()}});
    }
    return dataset;
}

/// The file's own CRS, or the one that was given for it.
Result<OGRSpatialReference> crs_of(GDALDataset& dataset, const RasterRequest& request)
{
    OGRSpatialReference made;
    if (const OGRSpatialReference* own = dataset.GetSpatialRef(); own != nullptr) {
        made = *own;
    } else if (request.crs.empty()) {
        return failure(ErrorCode::unsupported, "error.raster_no_crs", request);
    } else if (made.SetFromUserInput(request.crs.c_str(),
                                     OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS_get()) !=
               OGRERR_NONE) {
        return failure(ErrorCode::usage, "error.crs_unknown", request, {{"crs", request.crs}});
    }
    made.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return made;
}

/// A dataset of bytes over somebody's pixels, so that GDAL can warp from it and into it.
Dataset dataset_over(Pixels& pixels, int width, int height, const Affine& transform,
                     const OGRSpatialReference& crs)
{
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("MEM");
    Dataset dataset(driver->Create("", width, height, 0, GDT_Byte, nullptr));
    for (int band = 0; band < channels; ++band) {
        const std::string pointer =
            "DATAPOINTER=" + std::to_string(reinterpret_cast<std::uintptr_t>(pixels.data() + band));
        const std::string pixel_offset = "PIXELOFFSET=" + std::to_string(channels);
        const std::string line_offset = "LINEOFFSET=" + std::to_string(channels * width);
        std::array<char*, 4> options{const_cast<char*>(pointer.c_str()),
                                     const_cast<char*>(pixel_offset.c_str()),
                                     const_cast<char*>(line_offset.c_str()), nullptr};
        dataset->AddBand(GDT_Byte, options.data());
    }
    Affine copy = transform;
    dataset->SetGeoTransform(copy.data());
    dataset->SetSpatialRef(&crs);
    return dataset;
}

/// A block is unpacked whole: one that is as large as a picture is a bomb, or as good as one.
bool has_huge_blocks(GDALDataset& dataset)
{
    constexpr std::size_t most_bytes = std::size_t{256} << 20;
    GDALRasterBand& band = *dataset.GetRasterBand(1);
    int width = 0;
    int height = 0;
    band.GetBlockSize(&width, &height);
    const auto cell_bytes =
        static_cast<std::size_t>(std::max(1, GDALGetDataTypeSizeBytes(band.GetRasterDataType())));
    const auto bands = static_cast<std::size_t>(dataset.GetRasterCount());
    return area_of(width, height) > most_bytes / (cell_bytes * bands);
}

struct TransformerDeleter {
    void operator()(void* transformer) const { GDALDestroyGenImgProjTransformer(transformer); }
};
using Transformer = std::unique_ptr<void, TransformerDeleter>;

Transformer make_transformer(GDALDataset& from, GDALDataset* to, const OGRSpatialReference& target)
{
    char* wkt = nullptr;
    target.exportToWkt(&wkt);
    const std::string destination = std::string("DST_SRS=") + (wkt != nullptr ? wkt : "");
    CPLFree(wkt);
    std::array<char*, 2> options{const_cast<char*>(destination.c_str()), nullptr};
    return Transformer(
        GDALCreateGenImgProjTransformer2(&from, to, to == nullptr ? options.data() : nullptr));
}

struct Grid {
    int width = 0;
    int height = 0;
    Affine transform{};
};

/// Where the picture comes to lie in Web Mercator, cut at the edge of the world.
std::optional<Grid> target_grid(GDALDataset& source, const OGRSpatialReference& mercator, int side)
{
    constexpr double world_edge_m = 20'037'508.342789244;
    const Transformer transformer = make_transformer(source, nullptr, mercator);
    Affine suggested{};
    std::array<double, 4> extent{};
    int width = 0;
    int height = 0;
    if (transformer == nullptr ||
        GDALSuggestedWarpOutput2(&source, GDALGenImgProjTransform, transformer.get(),
                                 suggested.data(), &width, &height, extent.data(), 0) != CE_None) {
        return std::nullopt;
    }
    for (double& edge : extent) {
        edge = std::clamp(edge, -world_edge_m, world_edge_m);
    }
    const double wide_m = extent[2] - extent[0];
    const double high_m = extent[3] - extent[1];
    if (!(wide_m > 0) || !(high_m > 0) || !(suggested[1] > 0)) {
        return std::nullopt;
    }
    const double pixel_m = std::max({suggested[1], wide_m / side, high_m / side});
    Grid grid;
    grid.width = std::clamp(static_cast<int>(std::ceil(wide_m / pixel_m)), 1, side);
    grid.height = std::clamp(static_cast<int>(std::ceil(high_m / pixel_m)), 1, side);
    grid.transform = {extent[0], wide_m / grid.width, 0, extent[3], 0, -high_m / grid.height};
    return grid;
}

bool warp(GDALDataset& from, GDALDataset& to, const OGRSpatialReference& mercator,
          bool is_of_classes)
{
    Transformer transformer = make_transformer(from, &to, mercator);
    if (transformer == nullptr) {
        return false;
    }
    const std::unique_ptr<GDALWarpOptions, void (*)(GDALWarpOptions*)> options(
        GDALCreateWarpOptions(), GDALDestroyWarpOptions);
    constexpr int colors = channels - 1;
    options->hSrcDS = &from;
    options->hDstDS = &to;
    options->nBandCount = colors;
    options->panSrcBands = static_cast<int*>(CPLMalloc(sizeof(int) * colors));
    options->panDstBands = static_cast<int*>(CPLMalloc(sizeof(int) * colors));
    for (int i = 0; i < colors; ++i) {
        options->panSrcBands[i] = i + 1;
        options->panDstBands[i] = i + 1;
    }
    options->nSrcAlphaBand = channels;
    options->nDstAlphaBand = channels;
    options->eResampleAlg = is_of_classes ? GRA_NearestNeighbour : GRA_Bilinear;
    options->pfnTransformer = GDALGenImgProjTransform;
    options->pTransformerArg = transformer.get();
    GDALWarpOperation operation;
    return operation.Initialize(options.get()) == CE_None &&
           operation.ChunkAndWarpImage(0, 0, to.GetRasterXSize(), to.GetRasterYSize()) == CE_None;
}

Result<geo::Raster> to_mercator(Picture picture, const OGRSpatialReference& crs,
                                const RasterRequest& request)
{
    OGRSpatialReference mercator;
    mercator.importFromEPSG(3857);
    mercator.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const ErrorCapture capture;
    const Dataset from =
        dataset_over(picture.pixels, picture.width, picture.height, picture.transform, crs);
    const auto grid = target_grid(*from, mercator, request.limits.side);
    if (!grid) {
        return failure(ErrorCode::unsupported, "error.raster_off_earth", request);
    }
    geo::Raster raster;
    raster.width = grid->width;
    raster.height = grid->height;
    raster.bands = channels;
    raster.pixels.resize(area_of(grid->width, grid->height) * channels);
    const Dataset to =
        dataset_over(raster.pixels, grid->width, grid->height, grid->transform, mercator);
    if (!warp(*from, *to, mercator, picture.is_of_classes)) {
        return failure(ErrorCode::unreadable, "error.foreign_unreadable", request,
                       {{"reason", capture.reason()}});
    }
    const Affine& at = grid->transform;
    raster.bounds.add(geo::world_from_mercator_metres(at[0], at[3]));
    raster.bounds.add(
        geo::world_from_mercator_metres(at[0] + grid->width * at[1], at[3] + grid->height * at[5]));
    return raster;
}

} // namespace

void prepare_raster_reading()
{
    register_drivers();
    GDALRegister_GTiff();
    // The transformation to Web Mercator reads its tables when it is first made.
    OGRSpatialReference zone;
    zone.importFromEPSG(32642);
    zone.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRSpatialReference mercator;
    mercator.importFromEPSG(3857);
    OGRCoordinateTransformation::DestroyCT(OGRCreateCoordinateTransformation(&zone, &mercator));
}

Result<geo::Raster> read_foreign_raster(const RasterRequest& request)
{
    const auto dataset = open_tiff(request);
    if (!dataset) {
        return dataset.error();
    }
    GDALDataset& source = **dataset;
    if (area_of(source.GetRasterXSize(), source.GetRasterYSize()) > request.limits.source_pixels ||
        has_huge_blocks(source)) {
        return failure(ErrorCode::unsupported, "error.raster_too_large", request,
                       {{"most", std::to_string(request.limits.source_pixels / 1'000'000)}});
    }
    Affine transform{};
    if (source.GetGeoTransform(transform.data()) != CE_None) {
        return failure(ErrorCode::unsupported, "error.raster_no_place", request);
    }
    const auto crs = crs_of(source, request);
    if (!crs) {
        return crs.error();
    }
    const ErrorCapture capture;
    auto read = read_picture(source, request.limits.side);
    if (!read) {
        return failure(ErrorCode::unreadable, "error.foreign_unreadable", request,
                       {{"reason", capture.reason()}});
    }
    Picture picture = *std::move(read);
    const double step_x = static_cast<double>(source.GetRasterXSize()) / picture.width;
    const double step_y = static_cast<double>(source.GetRasterYSize()) / picture.height;
    picture.transform = {transform[0], transform[1] * step_x, transform[2] * step_y,
                         transform[3], transform[4] * step_x, transform[5] * step_y};
    return to_mercator(std::move(picture), *crs, request);
}

} // namespace dostyk::gis
