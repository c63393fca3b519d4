#include "geo/mercator.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>

using namespace dostyk;
using doctest::Approx;

TEST_SUITE("geo/mercator") {

TEST_CASE("the equator and the prime meridian meet in the middle of the world")
{
    CHECK(geo::to_world({0, 0}).x == Approx(0.5));
    CHECK(geo::to_world({0, 0}).y == Approx(0.5));
}

TEST_CASE("north is up and east is right")
{
    CHECK(geo::to_world({0, 50}).y < geo::to_world({0, 40}).y);
    CHECK(geo::to_world({80, 0}).x > geo::to_world({70, 0}).x);
}

TEST_CASE("projection round-trips everywhere on the square")
{
    CHECK(rc::check([] {
        const geo::LonLat at{*rc::gen::inRange(-180000, 180000) / 1000.0,
                             *rc::gen::inRange(-85000, 85000) / 1000.0};
        const geo::LonLat back = geo::to_lon_lat(geo::to_world(at));
        RC_ASSERT(std::abs(back.lon - at.lon) < 1e-9);
        RC_ASSERT(std::abs(back.lat - at.lat) < 1e-9);
    }));
}

TEST_CASE("latitudes beyond the square are clamped, not infinite")
{
    CHECK(geo::to_world({0, 90}).y == Approx(0.0));
    CHECK(geo::to_world({0, -90}).y == Approx(1.0));
}

TEST_CASE("a world unit is the equator's length there, and half of it at 60 degrees")
{
    CHECK(geo::metres_per_world_unit(0) == Approx(40075016.69));
    CHECK(geo::metres_per_world_unit(60) == Approx(40075016.69 / 2));
}

TEST_CASE("EPSG:3857 metres and degrees name the same point")
{
    // Bishkek, 74.59 E 42.87 N, by the formula of EPSG guidance note 7-2, 1.3.3.1.
    const auto by_metres = geo::world_from_mercator_metres(8303320.8184, 5292205.4081);
    const auto by_degrees = geo::to_world({74.59, 42.87});
    CHECK(by_metres.x == Approx(by_degrees.x).epsilon(1e-9));
    CHECK(by_metres.y == Approx(by_degrees.y).epsilon(1e-9));
}

} // TEST_SUITE
