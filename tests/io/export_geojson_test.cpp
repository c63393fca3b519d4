#include "io/export_text.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>

using namespace dostyk;
using nlohmann::json;

namespace {

json exported(geo::Geometry geometry, std::string name = "n")
{
    geo::Layer layer;
    layer.name = "goal";
    layer.fields = {"id", "name", "count", "gap"};
    layer.features.push_back(
        {std::move(geometry), {std::string("g"), std::move(name), 2.5, geo::Value{}}});
    return json::parse(io::to_geojson(std::span(&layer, 1)))["features"][0];
}

} // namespace

TEST_SUITE("io/export_geojson") {

TEST_CASE("a feature has its id, its properties and no empty ones")
{
    const json feature = exported(geo::LonLat{74.5, 42.875});
    CHECK(feature["id"] == "goal/g");
    CHECK(feature["geometry"] == json::parse(R"({"type":"Point","coordinates":[74.5,42.875]})"));
    CHECK(feature["properties"] == json::parse(R"({"id":"g","name":"n","count":2.5})"));
}

TEST_CASE("without a place the geometry is null, never a point")
{
    CHECK(exported(std::monostate{})["geometry"].is_null());
}

TEST_CASE("outer rings turn left, holes turn right, whichever way they came")
{
    const geo::Ring clockwise{{0, 0}, {0, 4}, {4, 4}, {4, 0}, {0, 0}};
    const geo::Ring left{{1, 1}, {2, 1}, {2, 2}, {1, 2}, {1, 1}};
    const json geometry = exported(geo::MultiPolygon{{clockwise, {left}}})["geometry"];
    CHECK(geometry["type"] == "Polygon");
    CHECK(geometry["coordinates"][0] == json::parse("[[0,0],[4,0],[4,4],[0,4],[0,0]]"));
    CHECK(geometry["coordinates"][1] == json::parse("[[1,1],[1,2],[2,2],[2,1],[1,1]]"));
}

TEST_CASE("lines and several parts have their types")
{
    CHECK(exported(geo::MultiLineString{{{0, 0}, {1, 1}}})["geometry"]["type"] == "LineString");
    CHECK(exported(geo::MultiLineString{{{0, 0}, {1, 1}}, {{2, 2}, {3, 3}}})["geometry"]["type"] ==
          "MultiLineString");
}

TEST_CASE("any letters come through")
{
    const std::string text = "Қ\"\\\n\x01 \xF0\x9F\x98\x80 </script>";
    CHECK(exported({}, text)["properties"]["name"] == text);
}

} // TEST_SUITE
