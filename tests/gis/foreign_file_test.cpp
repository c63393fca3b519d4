#include "gis/foreign_file.hpp"

#include "core/files.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;
namespace fs = std::filesystem;

TEST_SUITE("gis/foreign_file") {

TEST_CASE("rows of a map are counted from one and limits hold")
{
    const fs::path file = test::scratch_dir("foreign_file") / "a.geojson";
    REQUIRE(write_file_atomically(file, R"({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"a": 1}, "geometry": null},
        {"type": "Feature", "properties": {"a": "x"}, "geometry": null}]})"));
    gis::prepare_foreign_reading();

    const auto tables = gis::read_foreign({file, gis::ForeignFormat::geojson, {}, {}});
    REQUIRE(tables);
    REQUIRE(tables->size() == 1);
    CHECK(tables->front().row_numbers == std::vector<std::int64_t>{1, 2});

    gis::ForeignLimits limits;
    limits.rows = 1;
    CHECK_FALSE(gis::read_foreign({file, gis::ForeignFormat::geojson, {}, limits}));
}

TEST_CASE("a file is opened as what it is said to be and as nothing else")
{
    const fs::path file = test::scratch_dir("foreign_file") / "vrt.gpkg";
    REQUIRE(write_file_atomically(file, "<OGRVRTDataSource/>"));
    gis::prepare_foreign_reading();
    const auto tables = gis::read_foreign({file, gis::ForeignFormat::gpkg, {}, {}});
    REQUIRE_FALSE(tables);
    CHECK(tables.error().message.key == "error.foreign_unreadable");
}

TEST_CASE("a Shapefile has companions, another file has none")
{
    const fs::path folder = test::scratch_dir("foreign_file");
    for (const char* name : {"a.shp", "a.dbf", "a.SHX", "a.csv"}) {
        REQUIRE(write_file_atomically(folder / name, "x"));
    }
    fs::create_symlink(folder / "a.csv", folder / "a.prj");
    const auto found = gis::companions_of(folder / "a.shp", gis::ForeignFormat::shapefile);
    CHECK(found.size() == 2); // the link is none
    CHECK(gis::companions_of(folder / "a.csv", gis::ForeignFormat::geojson).empty());
}

TEST_CASE("the libraries' data is found")
{
    gis::prepare_foreign_reading();
    const auto folders = gis::library_data_folders();
    CHECK(std::any_of(folders.begin(), folders.end(),
                      [](const fs::path& folder) { return fs::exists(folder / "proj.db"); }));
}

} // TEST_SUITE
