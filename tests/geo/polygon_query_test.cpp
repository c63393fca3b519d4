#include "geo/polygon_query.hpp"

#include "geo/mercator.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

namespace {

const geo::MultiPolygon ring_with_hole{
    {{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}, {{{4, 4}, {6, 4}, {6, 6}, {4, 6}, {4, 4}}}}};

} // namespace

TEST_SUITE("geo/polygon_query") {

TEST_CASE("a hole is outside")
{
    CHECK(geo::contains(ring_with_hole, {1, 1}));
    CHECK_FALSE(geo::contains(ring_with_hole, {5, 5}));
    CHECK_FALSE(geo::contains(ring_with_hole, {11, 5}));
}

TEST_CASE("a label point lies inside, even where the centre does not")
{
    // A horseshoe: its centre is outside.
    const geo::MultiPolygon horseshoe{
        {{{0, 0}, {9, 0}, {9, 9}, {6, 9}, {6, 2}, {3, 2}, {3, 9}, {0, 9}, {0, 0}}, {}}};

    CHECK(geo::contains(horseshoe, geo::interior_point(horseshoe)));
    CHECK(geo::contains(ring_with_hole, geo::interior_point(ring_with_hole)));
}

TEST_CASE("the largest polygon carries the label")
{
    geo::MultiPolygon polygons = ring_with_hole;
    polygons.push_back({{{20, 0}, {60, 0}, {60, 40}, {20, 40}, {20, 0}}, {}});

    const auto at = geo::interior_point(polygons);
    CHECK(at.lon > 20);
}

TEST_CASE("the area of a square is its side squared, in world units")
{
    const double side = 10.0 / 360.0;
    const double height = geo::to_world({0, 0}).y - geo::to_world({0, 10}).y;
    const geo::MultiPolygon square{{ring_with_hole[0].outer, {}}};

    CHECK(geo::mercator_area(square) == doctest::Approx(side * height));
    CHECK(geo::mercator_area({}) == 0);
}

} // TEST_SUITE
