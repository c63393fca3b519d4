#include "gis/foreign_raster.hpp"

#include "core/files.hpp"
#include "geo/mercator.hpp"
#include "gis/gdal_session.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <array>
#include <cmath>
#include <functional>
#include <vector>

using namespace dostyk;
namespace fs = std::filesystem;

namespace {

struct Tiff {
    const char* name;
    int epsg = 4326; ///< 0 = none
    GDALDataType type = GDT_Byte;
    int bands = 1;
    bool has_place = true;
    std::function<void(GDALDataset&)> fill = [](GDALDataset&) {};
};

constexpr int side = 8;

/// Eight by eight cells of a tenth of a degree from 75° E, 44° N.
fs::path written(const Tiff& tiff)
{
    gis::prepare_raster_reading();
    const fs::path file = test::scratch_dir("foreign_raster") / tiff.name;
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    const gis::Dataset made(
        driver->Create(file.c_str(), side, side, tiff.bands, tiff.type, nullptr));
    REQUIRE(made != nullptr);
    std::array<double, 6> transform{75, 0.1, 0, 44, 0, -0.1};
    if (tiff.has_place) {
        made->SetGeoTransform(transform.data());
    }
    if (tiff.epsg != 0) {
        OGRSpatialReference crs;
        crs.importFromEPSG(tiff.epsg);
        made->SetSpatialRef(&crs);
    }
    tiff.fill(*made);
    return file;
}

template <typename Number>
void put(GDALDataset& dataset, int band, const std::function<Number(int, int)>& at,
         GDALDataType type)
{
    std::vector<Number> cells;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            cells.push_back(at(x, y));
        }
    }
    REQUIRE(dataset.GetRasterBand(band)->RasterIO(GF_Write, 0, 0, side, side, cells.data(), side,
                                                  side, type, 0, 0, nullptr) == CE_None);
}

std::array<int, 4> pixel(const geo::Raster& raster, double share_x, double share_y)
{
    const auto x = static_cast<std::size_t>(share_x * (raster.width - 1));
    const auto y = static_cast<std::size_t>(share_y * (raster.height - 1));
    const std::size_t at = (y * static_cast<std::size_t>(raster.width) + x) * 4;
    return {raster.pixels[at], raster.pixels[at + 1], raster.pixels[at + 2], raster.pixels[at + 3]};
}

std::string refusal(const fs::path& file, gis::RasterRequest request = {})
{
    request.file = file;
    const auto read = gis::read_foreign_raster(request);
    return read ? "" : read.error().message.key;
}

} // namespace

TEST_SUITE("gis/foreign_raster") {

TEST_CASE("three bands of bytes keep their colours and come to lie where the file says")
{
    const fs::path file = written({.name = "rgb.tif", .bands = 3, .fill = [](GDALDataset& made) {
                                       for (int band = 1; band <= 3; ++band) {
                                           put<std::uint8_t>(
                                               made, band,
                                               [&](int x, int) -> std::uint8_t {
                                                   return x < side / 2
                                                              ? static_cast<std::uint8_t>(60 * band)
                                                              : std::uint8_t{10};
                                               },
                                               GDT_Byte);
                                       }
                                   }});
    const auto raster = gis::read_foreign_raster({file, {}, {}});
    REQUIRE(raster);
    CHECK(raster->bands == 4);
    CHECK(pixel(*raster, 0.2, 0.5) == std::array<int, 4>{60, 120, 180, 255});
    CHECK(pixel(*raster, 0.8, 0.5) == std::array<int, 4>{10, 10, 10, 255});
    constexpr double cell = 0.1 / 360; // pixels are made square, which may add part of one
    const geo::WorldPoint north_west = geo::to_world({75, 44});
    const geo::WorldPoint south_east = geo::to_world({75.8, 43.2});
    CHECK(std::abs(raster->bounds.min.x - north_west.x) < cell);
    CHECK(std::abs(raster->bounds.min.y - north_west.y) < cell);
    CHECK(std::abs(raster->bounds.max.x - south_east.x) < cell);
    CHECK(std::abs(raster->bounds.max.y - south_east.y) < cell);
}

TEST_CASE("a palette gives its colours, unmixed")
{
    const fs::path file = written(
        {.name = "palette.tif", .fill = [](GDALDataset& made) {
             GDALColorTable colors;
             const GDALColorEntry red{200, 10, 10, 255};
             const GDALColorEntry blue{10, 10, 200, 255};
             colors.SetColorEntry(0, &red);
             colors.SetColorEntry(1, &blue);
             made.GetRasterBand(1)->SetColorTable(&colors);
             put<std::uint8_t>(
                 made, 1, [](int x, int) -> std::uint8_t { return x % 2 == 0 ? 0 : 1; }, GDT_Byte);
         }});
    const auto raster = gis::read_foreign_raster({file, {}, {}});
    REQUIRE(raster);
    for (int i = 0; i < 16; ++i) {
        const auto color = pixel(*raster, i / 15.0, 0.5);
        CHECK((color[0] == 200 || color[0] == 10));
        CHECK(color[0] + color[2] == 210);
    }
}

TEST_CASE("what the file says is no data is transparent, and heights are stretched to greys")
{
    const fs::path file = written(
        {.name = "heights.tif", .type = GDT_Int16, .fill = [](GDALDataset& made) {
             made.GetRasterBand(1)->SetNoDataValue(-9999);
             put<std::int16_t>(
                 made, 1,
                 [](int x, int y) -> std::int16_t {
                     return y < 2 ? std::int16_t{-9999} : static_cast<std::int16_t>(400 + 400 * x);
                 },
                 GDT_Int16);
         }});
    const auto raster = gis::read_foreign_raster({file, {}, {}});
    REQUIRE(raster);
    CHECK(pixel(*raster, 0.5, 0)[3] == 0);
    const auto low = pixel(*raster, 0, 0.9);
    const auto high = pixel(*raster, 1, 0.9);
    CHECK(low[3] == 255);
    CHECK(low[0] < 20);
    CHECK(high[0] > 235);
    CHECK(high[0] == high[2]);
}

TEST_CASE("a system of coordinates is asked for where none is named, and taken then")
{
    const fs::path file = written({.name = "bare.tif", .epsg = 0});
    CHECK(refusal(file) == "error.raster_no_crs");
    CHECK(refusal(file, {{}, "EPSG:99999", {}}) == "error.crs_unknown");
    CHECK(refusal(file, {{}, "EPSG:4326", {}}).empty());
}

TEST_CASE("what has no place, is too large or is no GeoTIFF is refused by name")
{
    CHECK(refusal(written({.name = "nowhere.tif", .has_place = false})) == "error.raster_no_place");
    gis::RasterRequest small;
    small.limits.source_pixels = 10;
    CHECK(refusal(written({.name = "large.tif"}), small) == "error.raster_too_large");
    const fs::path text = test::scratch_dir("foreign_raster") / "text.tif";
    REQUIRE(write_file_atomically(text, "<VRTDataset rasterXSize=\"1\" rasterYSize=\"1\"/>"));
    CHECK(refusal(text) == "error.foreign_unreadable");
}

TEST_CASE("a block that unpacks to a quarter of a gigabyte is not unpacked")
{
    gis::prepare_raster_reading();
    const fs::path file = test::scratch_dir("foreign_raster") / "bomb.tif";
    std::array<const char*, 6> options{"SPARSE_OK=TRUE",   "COMPRESS=DEFLATE", "TILED=YES",
                                       "BLOCKXSIZE=20000", "BLOCKYSIZE=20000", nullptr};
    {
        GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
        const gis::Dataset made(driver->Create(file.c_str(), 20'000, 20'000, 1, GDT_Byte,
                                               const_cast<char**>(options.data())));
        REQUIRE(made != nullptr);
        std::array<double, 6> transform{75, 0.0001, 0, 44, 0, -0.0001};
        made->SetGeoTransform(transform.data());
    }
    CHECK(refusal(file) == "error.raster_too_large");
}

TEST_CASE("a picture is never larger than asked for")
{
    gis::RasterRequest request{written({.name = "coarse.tif"}), {}, {}};
    request.limits.side = 5;
    const auto raster = gis::read_foreign_raster(request);
    REQUIRE(raster);
    CHECK(raster->width <= 5);
    CHECK(raster->height <= 5);
    CHECK(raster->pixels.size() == static_cast<std::size_t>(4 * raster->width * raster->height));
}

TEST_CASE("a world that reaches the poles is cut where the map ends")
{
    const fs::path file = written(
        {.name = "world.tif", .fill = [](GDALDataset& made) {
             std::array<double, 6> transform{-180, 45, 0, 90, 0, -22.5};
             made.SetGeoTransform(transform.data());
             put<std::uint8_t>(
                 made, 1,
                 [](int x, int) -> std::uint8_t { return static_cast<std::uint8_t>(x * 30); },
                 GDT_Byte);
         }});
    const auto raster = gis::read_foreign_raster({file, {}, {}});
    REQUIRE(raster);
    CHECK(raster->bounds.min.y >= -1e-9);
    CHECK(raster->bounds.max.y <= 1 + 1e-9);
}

} // TEST_SUITE
