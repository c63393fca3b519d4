#include "gis/map_file.hpp"

#include "support/golden.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
namespace fs = std::filesystem;

TEST_SUITE("gis/write_layer") {

TEST_CASE("what is written is read back: geometry, names, numbers and nulls")
{
    const fs::path file = test::scratch_dir("write-layer") / "below" / "b.gpkg";
    const geo::MultiPolygon square{{{{70, 43}, {71, 43}, {71, 44}, {70, 44}, {70, 43}},
                                    {{{70.4, 43.4}, {70.6, 43.4}, {70.6, 43.6}, {70.4, 43.4}}}}};
    const geo::Layer layer{"regions",
                           {"iso", "area", "rank"},
                           {{square, {std::string("KZ-31"), 2.5, std::int64_t{7}}},
                            {square, {std::string("Қордай"), std::monostate{}, std::monostate{}}}}};

    REQUIRE(gis::write_layer(layer, file));
    const auto map = gis::read_map_file(file);

    REQUIRE(map);
    const geo::Layer& back = map->layers.at(0);
    CHECK(back.name == "regions");
    CHECK(back.fields == layer.fields);
    REQUIRE(back.features.size() == 2);
    CHECK(back.features[0].attributes == layer.features[0].attributes);
    CHECK(back.features[1].attributes == layer.features[1].attributes);
    const auto& polygons = std::get<geo::MultiPolygon>(back.features[0].geometry);
    CHECK(polygons[0].outer == square[0].outer);
    CHECK(polygons[0].holes == square[0].holes);
    CHECK(std::distance(fs::directory_iterator(file.parent_path()), fs::directory_iterator()) == 1);
}

TEST_CASE("points and lines are written as what they are")
{
    const fs::path folder = test::scratch_dir("write-kinds");
    REQUIRE(gis::write_layer({"p", {"a"}, {{geo::LonLat{70, 43}, {std::string("x")}}}},
                             folder / "p.gpkg"));
    REQUIRE(gis::write_layer(
        {"l", {"a"}, {{geo::MultiLineString{{{70, 43}, {71, 44}}}, {std::string("x")}}}},
        folder / "l.gpkg"));

    CHECK(std::get<geo::LonLat>(
              gis::read_map_file(folder / "p.gpkg")->layers[0].features[0].geometry) ==
          geo::LonLat{70, 43});
    CHECK(std::holds_alternative<geo::MultiLineString>(
        gis::read_map_file(folder / "l.gpkg")->layers[0].features[0].geometry));
}

TEST_CASE("a place that cannot be written is named and nothing stays behind")
{
    const fs::path folder = test::scratch_dir("write-fail");
    fs::create_directories(folder / "b.gpkg" / "in-the-way");

    const Status status = gis::write_layer({"l", {}, {}}, folder / "b.gpkg");

    REQUIRE_FALSE(status);
    CHECK(status.error().code == ErrorCode::write_failed);
    CHECK(std::distance(fs::directory_iterator(folder), fs::directory_iterator()) == 1);
}

} // TEST_SUITE
