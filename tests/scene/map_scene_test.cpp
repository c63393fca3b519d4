#include "scene/compose.hpp"

#include "geo/mercator.hpp"
#include "scene/map_levels.hpp"
#include "scene/small_map.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <thread>
#include <vector>

using namespace dostyk;
using doctest::Approx;

TEST_SUITE("scene/map_scene") {

TEST_CASE("a country, a unit and all have their bounds; what is not there has none")
{
    const scene::MapScene map(test::small_map());
    const auto unit = map.bounds_of("KZ-1");
    REQUIRE(unit);
    CHECK(geo::to_lon_lat(unit->min).lon == Approx(60));
    CHECK(geo::to_lon_lat(unit->max).lat == Approx(46));
    const auto country = map.bounds_of("KG");
    REQUIRE(country);
    CHECK(geo::to_lon_lat(country->max).lon == Approx(80));
    REQUIRE(map.bounds_of("all"));
    CHECK(geo::to_lon_lat(map.bounds_of("all")->max).lat == Approx(42));
    CHECK_FALSE(map.bounds_of("XX"));
    CHECK(map.anchor_of("KG-2"));
    CHECK(map.anchor_of("KZ"));
}

TEST_CASE("the real map knows all 29 units")
{
    const auto map = test::base_scene();
    for (const char* code : {"all", "KZ", "KG", "KZ-10", "KZ-31", "KZ-79", "KG-GB", "KG-GO"}) {
        CAPTURE(code);
        CHECK(map->bounds_of(code));
    }
}

TEST_CASE("a level that a job cooks is the one that is drawn, whoever comes first")
{
    const auto map = std::make_shared<scene::MapScene>(test::base_map());
    scene::Composer by_itself(test::base_scene(), test::style("hall"), test::fonts());
    scene::Composer beside_jobs(map, test::style("hall"), test::fonts());
    scene::ViewState view;
    view.camera = {geo::to_world({74, 43}), 5.2};
    const scene::Viewport viewport{640, 400};
    std::vector<std::jthread> jobs;
    for (int level = 0; level < scene::level_count; ++level) {
        jobs.emplace_back(map->cooking(view.date, level));
    }

    for (double zoom = 3.5; zoom < 8; zoom += 0.5) {
        view.camera.zoom = zoom;
        CHECK(dump(beside_jobs.compose(view, viewport)) == dump(by_itself.compose(view, viewport)));
    }
}

} // TEST_SUITE
