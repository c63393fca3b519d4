#include "gis/map_file.hpp"
#include "gis/write_layers.hpp"

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

TEST_CASE("several layers are one file, with the styles beside and for its owner alone")
{
    const fs::path file = test::scratch_dir("write-layers") / "all.gpkg";
    const geo::LonLat at{74.5, 42.9};
    const geo::MultiLineString line{{{70, 43}, {71, 44}}};
    const std::vector<geo::Layer> layers{
        {"goal", {"id"}, {{at, {std::string("a")}}, {std::monostate{}, {std::string("b")}}}},
        {"project", {"id"}, {{at, {std::string("c")}}, {line, {std::string("d")}}}}};

    REQUIRE(gis::write_layers(layers, std::vector<gis::LayerStyle>{{"goal", "goal", "<qgis/>"}},
                              file, FileAccess::owner));
    const auto map = gis::read_map_file(file);

    REQUIRE(map);
    CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    const geo::Layer* goals = map->find_layer("goal");
    REQUIRE(goals != nullptr);
    CHECK(std::get<geo::LonLat>(goals->features[0].geometry) == at);
    CHECK(std::holds_alternative<std::monostate>(goals->features[1].geometry));
    const geo::Layer* projects = map->find_layer("project");
    REQUIRE(projects != nullptr);
    CHECK(std::holds_alternative<geo::MultiLineString>(projects->features[1].geometry));
}

} // TEST_SUITE
