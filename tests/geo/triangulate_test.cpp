#include "geo/triangulate.hpp"

#include "geo/polygon_query.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>
#include <numbers>

using namespace dostyk;

namespace {

/// A star about a centre: any radii give a ring that does not cross itself.
geo::Ring star(geo::LonLat centre, const std::vector<double>& radii)
{
    geo::Ring ring;
    for (std::size_t i = 0; i < radii.size(); ++i) {
        const double angle =
            2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(radii.size());
        ring.push_back(
            {centre.lon + radii[i] * std::cos(angle), centre.lat + radii[i] * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return ring;
}

} // namespace

TEST_SUITE("geo/triangulate") {

TEST_CASE("the mesh has the area of its polygon, holes taken off")
{
    CHECK(rc::check([] {
        std::vector<double> radii;
        const int n = *rc::gen::inRange(3, 80);
        for (int i = 0; i < n; ++i) {
            radii.push_back(1 + *rc::gen::inRange(0, 100) / 50.0);
        }
        const geo::MultiPolygon polygons{
            {star({70, 45}, radii), {star({70, 45}, std::vector<double>(12, 0.4))}},
            {star({80, 48}, std::vector<double>(7, 1.0)), {}}};
        const double expected = geo::mercator_area(polygons);
        RC_ASSERT(std::abs(geo::area_of(geo::triangulate(polygons)) - expected) < expected * 1e-9);
    }));
}

TEST_CASE("a flat ring gives no triangle")
{
    const auto triangles = geo::triangulate({{{{70, 43}, {71, 43}, {70, 43}}, {}}});

    CHECK(geo::area_of(triangles) == doctest::Approx(0));
}

TEST_CASE("a bow tie is cut where it crosses")
{
    const auto triangles = geo::triangulate({{{{70, 1}, {72, 3}, {72, 1}, {70, 3}, {70, 1}}, {}}});

    CHECK(triangles.indices.size() == 6);
}

TEST_CASE("nothing gives nothing")
{
    CHECK(geo::triangulate({}).indices.empty());
}

} // TEST_SUITE
