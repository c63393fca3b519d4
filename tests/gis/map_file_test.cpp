#include "gis/map_file.hpp"

#include "core/files.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
namespace fs = std::filesystem;

namespace {

fs::path bundled()
{
    return test::source_root() / "maps" / "base.gpkg";
}

std::string sentence(const Error& error)
{
    return text_of(error, Language::en);
}

} // namespace

TEST_SUITE("gis/map_file") {

TEST_CASE("the bundled map has every layer and field that the program needs, and a relief")
{
    const auto map = gis::read_base_map(bundled());

    REQUIRE_MESSAGE(map, (map ? "" : sentence(map.error())));
    CHECK(map->find_layer("regions")->features.size() >= 29);
    CHECK(map->find_layer("places")->features.size() >= 300);
    CHECK(map->relief.width > 1000);
    CHECK(map->relief.pixels.size() == static_cast<std::size_t>(map->relief.width) *
                                           static_cast<std::size_t>(map->relief.height) *
                                           static_cast<std::size_t>(map->relief.bands));
    CHECK(map->relief.bounds.min.x < map->relief.bounds.max.x);
}

TEST_CASE("reading leaves nothing beside the file")
{
    const fs::path folder = test::scratch_dir("map-untouched");
    fs::copy_file(bundled(), folder / "base.gpkg");
    const auto written = fs::last_write_time(folder / "base.gpkg");

    REQUIRE(gis::read_map_file(folder / "base.gpkg"));

    CHECK(std::distance(fs::directory_iterator(folder), fs::directory_iterator()) == 1);
    CHECK(fs::last_write_time(folder / "base.gpkg") == written);
}

TEST_CASE("missing, empty, truncated and foreign files are named, each with one sentence")
{
    const fs::path folder = test::scratch_dir("map-bad");
    REQUIRE(write_file_atomically(folder / "empty.gpkg", ""));
    const std::string whole = read_file(bundled()).value();
    REQUIRE(write_file_atomically(folder / "cut.gpkg", whole.substr(0, 20000)));
    REQUIRE(write_file_atomically(folder / "letter.gpkg", "Dear colleague,\n"));
    REQUIRE(write_file_atomically(
        folder / "other.geojson",
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1},)"
        R"("geometry":{"type":"Point","coordinates":[70,43]}}]})"));

    CHECK(gis::read_base_map(folder / "none.gpkg").error().code == ErrorCode::not_found);
    for (const char* name : {"empty.gpkg", "cut.gpkg", "letter.gpkg"}) {
        CAPTURE(name);
        const auto map = gis::read_base_map(folder / name);
        REQUIRE_FALSE(map);
        CHECK(sentence(map.error()).find(name) != std::string::npos);
        CHECK(sentence(map.error()).find('\n') == std::string::npos);
    }
    const auto other = gis::read_base_map(folder / "other.geojson");
    REQUIRE_FALSE(other);
    CHECK(other.error().message.key == "error.map_foreign");
}

TEST_CASE("a text that GDAL would open as a virtual map is refused")
{
    const fs::path file = test::scratch_dir("map-vrt") / "list.csv";
    REQUIRE(write_file_atomically(file, "<OGRVRTDataSource><OGRVRTLayer name=\"x\">"
                                        "<SrcDataSource>/etc/passwd</SrcDataSource>"
                                        "</OGRVRTLayer></OGRVRTDataSource>"));

    CHECK_FALSE(gis::read_map_file(file));
}

TEST_CASE("a map that is damaged in the middle is refused, not read by half")
{
    const fs::path folder = test::scratch_dir("map-damaged");
    std::string bytes = read_file(bundled()).value();
    // SQLite pages in the middle hold features; garbage there stops the rows.
    bytes.replace(200'000, 400'000, 400'000, '\xAB');
    REQUIRE(write_file_atomically(folder / "damaged.gpkg", bytes));

    const auto map = gis::read_map_file(folder / "damaged.gpkg");

    REQUIRE_FALSE(map);
    CHECK(map.error().code == ErrorCode::unreadable);
    CHECK(sentence(map.error()).find("damaged.gpkg") != std::string::npos);
}

TEST_CASE("a GeoPackage of another name is known by its content")
{
    const fs::path folder = test::scratch_dir("map-renamed");
    fs::copy_file(bundled(), folder / "base.map");

    CHECK(gis::read_map_file(folder / "base.map"));
    CHECK(std::distance(fs::directory_iterator(folder), fs::directory_iterator()) == 1);
}

TEST_CASE("positions that are not on the earth are refused with their row")
{
    const fs::path file = test::scratch_dir("map-off-earth") / "a.geojson";
    for (const char* position : {"[700, 43]", "[70, 1e300]", "[70, -91]"}) {
        CAPTURE(position);
        REQUIRE(write_file_atomically(
            file, std::string(R"({"type":"FeatureCollection","features":[)"
                              R"({"type":"Feature","properties":{"n":"x"},"geometry":)"
                              R"({"type":"Point","coordinates":[70,43]}},)"
                              R"({"type":"Feature","properties":{"n":"y"},"geometry":)"
                              R"({"type":"Point","coordinates":)") +
                      position + "}}]}"));

        const auto map = gis::read_map_file(file);

        REQUIRE_FALSE(map);
        CHECK(map.error().message.key == "error.map_off_earth");
        CHECK(sentence(map.error()).find("Row 1") != std::string::npos);
    }
}

TEST_CASE("another coordinate system is brought to degrees, longitude first")
{
    const fs::path file = test::scratch_dir("map-mercator") / "a.geojson";
    REQUIRE(write_file_atomically(
        file, R"({"type":"FeatureCollection","crs":{"type":"name","properties":)"
              R"({"name":"urn:ogc:def:crs:EPSG::3857"}},"features":[{"type":"Feature",)"
              R"("properties":{},"geometry":{"type":"Point","coordinates":[8302500,5291500]}}]})"));

    const auto map = gis::read_map_file(file);

    REQUIRE(map);
    const auto at = std::get<geo::LonLat>(map->layers.at(0).features.at(0).geometry);
    CHECK(at.lon == doctest::Approx(74.58).epsilon(0.001));
    CHECK(at.lat == doctest::Approx(42.86).epsilon(0.001));
}

TEST_CASE("what has no extent is left out, and an open ring is closed")
{
    const fs::path file = test::scratch_dir("map-flat") / "a.geojson";
    REQUIRE(write_file_atomically(file,
                                  R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"n":"open"},"geometry":
          {"type":"Polygon","coordinates":[[[70,43],[71,43],[71,44]]]}},
        {"type":"Feature","properties":{"n":"flat"},"geometry":
          {"type":"Polygon","coordinates":[[[70,43],[71,43]]]}},
        {"type":"Feature","properties":{"n":"line"},"geometry":
          {"type":"LineString","coordinates":[[70,43]]}}]})"));

    const auto map = gis::read_map_file(file);

    REQUIRE(map);
    const auto& features = map->layers.at(0).features;
    REQUIRE(features.size() == 3);
    const auto* open = std::get_if<geo::MultiPolygon>(&features[0].geometry);
    REQUIRE(open != nullptr);
    CHECK(open->at(0).outer.front() == open->at(0).outer.back());
    CHECK(std::holds_alternative<std::monostate>(features[1].geometry));
    CHECK(std::holds_alternative<std::monostate>(features[2].geometry));
}

TEST_CASE("a GeoJSON comes with its geometry and its nulls")
{
    const fs::path file = test::scratch_dir("map-geojson") / "a.geojson";
    REQUIRE(write_file_atomically(file,
                                  R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"n":"x","k":null},"geometry":
          {"type":"Polygon","coordinates":[[[70,43],[71,43],[71,44],[70,43]]]}},
        {"type":"Feature","properties":{"n":null,"k":2.5},"geometry":null}]})"));

    const auto map = gis::read_map_file(file);

    REQUIRE(map);
    const geo::Layer& layer = map->layers.at(0);
    REQUIRE(layer.features.size() == 2);
    CHECK(std::get<geo::MultiPolygon>(layer.features[0].geometry)[0].outer.size() == 4);
    CHECK(geo::text_at(layer, layer.features[0], "n") == "x");
    CHECK(geo::number_at(layer, layer.features[1], "k", 0) == 2.5);
    CHECK(std::holds_alternative<std::monostate>(layer.features[1].geometry));
}

} // TEST_SUITE
