#include "scene/map_features.hpp"

#include "scene/small_map.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;

TEST_SUITE("scene/map_features") {

TEST_CASE("places carry their names in four languages, their country and rank")
{
    const auto places = scene::read_points(test::small_map()->find_layer("places"));
    REQUIRE(places.size() == 2);
    CHECK(places[0].name[Language::ky] == "North town ky");
    CHECK(places[0].country == "KZ");
    CHECK(places[0].rank == 0);
    CHECK(scene::read_points(nullptr).empty());
}

TEST_CASE("Issyk-Kul is a named lake with its anchor on the water")
{
    const auto lakes = scene::read_areas(test::base_map()->find_layer("lakes"));
    const auto lake = std::find_if(lakes.begin(), lakes.end(), [](const scene::NamedArea& area) {
        return area.name[Language::en] == "Issyk-Kul";
    });
    REQUIRE(lake != lakes.end());
    CHECK(lake->name[Language::ky] == "Ысык-Көл");
    CHECK(lake->bounds.contains(lake->anchor));
}

TEST_CASE("the line of a name is calmer than the river, and ends where it ends")
{
    const auto rivers = scene::read_paths(test::base_map()->find_layer("rivers"), 1);
    REQUIRE_FALSE(rivers.empty());
    for (const scene::NamedPath& river : rivers) {
        CAPTURE(river.name[Language::en]);
        const auto line = compute_label_path(river, 1);
        CHECK(line.size() >= 2);
        CHECK(line.front() == scene::to_world(river.line).front());
        CHECK(line.back() == scene::to_world(river.line).back());
    }
}

} // TEST_SUITE
