#include "scene/water_levels.hpp"

#include "scene/small_map.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;

TEST_SUITE("scene/water_levels") {

TEST_CASE("a lake is filled and has a shore; without the layer there is none")
{
    const auto map = test::small_map();
    scene::LakeLevels lakes(map->find_layer("lakes"));
    CHECK(lakes.level(3).fill->ranges.size() == 1);
    CHECK(lakes.level(3).shore->ranges.size() == 1);
    scene::LakeLevels nothing(nullptr);
    CHECK(nothing.level(0).fill->ranges.empty());
}

TEST_CASE("specks of lakes appear only as one comes closer")
{
    scene::LakeLevels lakes(test::base_map()->find_layer("lakes"));
    CHECK(lakes.level(0).fill->ranges.size() < lakes.level(3).fill->ranges.size());
    CHECK(lakes.level(6).fill->ranges.size() >= 200);
}

TEST_CASE("every road and railway of the base map has a look that the styles define")
{
    const auto map = test::base_map();
    const scene::Style style = test::style("hall");
    for (const char* layer : {"roads", "railways"}) {
        scene::LineLevels lines(map->find_layer(layer),
                                std::string_view(layer) == "roads" ? "road" : "railway");
        for (const scene::LineFeature& line : lines.features()) {
            CAPTURE(line.style);
            CHECK(style.lines.count(line.style) == 1);
        }
    }
}

TEST_CASE("rivers keep their rank")
{
    scene::LineLevels rivers(test::base_map()->find_layer("rivers"), "river");
    CHECK(std::any_of(rivers.features().begin(), rivers.features().end(),
                      [](const scene::LineFeature& river) { return river.rank == 0; }));
    CHECK_FALSE(rivers.level(0)->ranges.empty());
}

} // TEST_SUITE
