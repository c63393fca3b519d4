#include "geo/layer.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("geo/layer") {

TEST_CASE("attributes are found by name, and what is not there is empty")
{
    geo::Layer layer{"places",
                     {"name", "population", "lat"},
                     {{geo::LonLat{1, 2}, {std::string("Osh"), std::int64_t{322164}, 40.5}},
                      {{}, {std::monostate{}, std::monostate{}, std::monostate{}}}}};

    CHECK(geo::text_at(layer, layer.features[0], "name") == "Osh");
    CHECK(geo::text_at(layer, layer.features[0], "population") == "322164");
    CHECK(geo::number_at(layer, layer.features[0], "population", -1) == 322164);
    CHECK(geo::number_at(layer, layer.features[0], "lat", -1) == 40.5);
    CHECK(geo::number_at(layer, layer.features[0], "name", -1) == -1);
    CHECK(geo::text_at(layer, layer.features[1], "name").empty());
    CHECK(geo::number_at(layer, layer.features[1], "population", -1) == -1);
    CHECK(geo::text_at(layer, layer.features[0], "none").empty());
    layer.features[0].attributes[0] = 12.5;
    CHECK(geo::text_at(layer, layer.features[0], "name") == "12.5");
    layer.features[0].attributes[0] = 3.0;
    CHECK(geo::text_at(layer, layer.features[0], "name") == "3");
}

TEST_CASE("bounds hold every vertex of every kind of geometry")
{
    CHECK(geo::bounds_of(std::monostate{}).is_empty());
    CHECK(geo::bounds_of(geo::LonLat{3, 4}).centre() == geo::LonLat{3, 4});

    const auto lines = geo::bounds_of(geo::MultiLineString{{{0, 0}, {2, 1}}, {{-1, 5}, {0, 0}}});
    CHECK(lines.min == geo::LonLat{-1, 0});
    CHECK(lines.max == geo::LonLat{2, 5});

    const auto polygons = geo::bounds_of(geo::MultiPolygon{{{{0, 0}, {4, 0}, {4, 3}, {0, 0}}, {}}});
    CHECK(polygons.max == geo::LonLat{4, 3});
}

TEST_CASE("a layer is found by its name")
{
    const geo::MapData map{{{"a", {}, {}}, {"b", {}, {}}}, {}};

    REQUIRE(map.find_layer("b") != nullptr);
    CHECK(map.find_layer("b")->name == "b");
    CHECK(map.find_layer("c") == nullptr);
}

} // TEST_SUITE
