#include "geo/geos_session.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("geo/geos_session") {

TEST_CASE("polygons with holes go in and come out as they were")
{
    const geo::GeosSession geos;
    const geo::MultiPolygon polygons{{{{70, 42}, {73, 42}, {73, 45}, {70, 45}, {70, 42}},
                                      {{{71, 43}, {72, 43}, {72, 44}, {71, 44}, {71, 43}}}}};

    const auto back = geos.to_polygons(*geos.to_geos(polygons));

    REQUIRE(back.size() == 1);
    CHECK(back[0].outer == polygons[0].outer);
    CHECK(back[0].holes == polygons[0].holes);
}

TEST_CASE("a ring that is not closed is a failure with a reason, no exception")
{
    const geo::GeosSession geos;

    CHECK(geos.to_geos(geo::MultiPolygon{{{{70, 42}, {73, 42}, {73, 45}, {70, 45}}, {}}}) ==
          nullptr);
    CHECK_FALSE(geos.reason().empty());
}

TEST_CASE("lines and points are no ground")
{
    const geo::GeosSession geos;
    CHECK(geos.to_polygons(*geos.to_geos(geo::LonLat{70, 42})).empty());
}

} // TEST_SUITE
