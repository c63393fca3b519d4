#include "scene/compose.hpp"

#include "geo/mercator.hpp"
#include "scene/small_map.hpp"

#include <doctest/doctest.h>

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

} // TEST_SUITE
