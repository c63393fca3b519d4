#include "geo/proximity.hpp"

#include "geo/geodesic.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

using namespace dostyk;
using doctest::Approx;
using geo::LonLat;

namespace {

LonLat any_place()
{
    return {*rc::gen::inRange(46'000, 88'000) / 1000.0, *rc::gen::inRange(38'500, 56'000) / 1000.0};
}

std::vector<LonLat> any_places(int fewest, int most)
{
    std::vector<LonLat> places;
    const int count = *rc::gen::inRange(fewest, most + 1);
    for (int i = 0; i < count; ++i) {
        places.push_back(any_place());
    }
    return places;
}

/// The nearest of many points of the line: the slow truth.
double sampled_distance_m(const std::vector<LonLat>& line, LonLat to)
{
    double nearest = geo::distance_m(line.front(), to);
    for (std::size_t i = 1; i < line.size(); ++i) {
        constexpr int samples = 4000;
        for (const LonLat& at : geo::geodesic_path(line[i - 1], line[i], samples)) {
            nearest = std::min(nearest, geo::distance_m(at, to));
        }
    }
    return nearest;
}

} // namespace

TEST_SUITE("geo/proximity") {

TEST_CASE("the nearest place of a line is as near as the nearest of 4,000 samples of each side")
{
    CHECK(rc::check([] {
        const auto line = any_places(1, 3);
        const LonLat eye = any_place();
        const double sampled = sampled_distance_m(line, eye);
        RC_PRE(sampled < 1e6);
        const geo::Foot foot = geo::nearest_on(line, eye);
        // A limit changes nothing for what lies within it, and says of the rest that it does not.
        const geo::Foot near = geo::nearest_on(line, eye, foot.distance_m * 1.001 + 1);
        RC_ASSERT(near.distance_m == foot.distance_m);
        RC_ASSERT(near.share == foot.share);
        RC_ASSERT(foot.distance_m < 1 ||
                  geo::nearest_on(line, eye, foot.distance_m / 2).distance_m > foot.distance_m / 2);
        // Samples are up to 1 km apart, so they lie up to a few metres further than the foot.
        const double coarse = 500.0 * 500.0 / std::max(sampled, 1000.0) + 500.0;
        RC_ASSERT(foot.distance_m <= sampled + 1);
        RC_ASSERT(foot.distance_m >= sampled - coarse);
        RC_ASSERT(std::abs(geo::distance_m(foot.at, eye) - foot.distance_m) < 2);
    }));
}

TEST_CASE("a foot names its segment and its share of it")
{
    const std::vector<LonLat> line{{74, 43}, {75, 43}, {75, 44}};
    const geo::Foot foot = geo::nearest_on(line, {75.2, 43.5});
    CHECK(foot.segment == 1);
    CHECK(foot.share == Approx(0.5).epsilon(0.01));
    CHECK(foot.at.lon == Approx(75).epsilon(1e-6));
    const geo::Foot corner = geo::nearest_on(line, {75.3, 42.8});
    CHECK(corner.at == LonLat{75, 43});
}

TEST_CASE("figures that touch, cross or lie in each other are at no distance")
{
    const geo::Figure square{{{74, 43}, {75, 43}, {75, 44}, {74, 44}}, true};
    CHECK(geo::distance_m(square, {{{74.5, 43.5}}, false}) == 0);
    CHECK(geo::distance_m({{{74.5, 43.5}}, false}, square) == 0);
    CHECK(geo::distance_m(square, {{{73, 43.5}, {76, 43.5}}, false}) == 0);
    CHECK(geo::distance_m(square, {{{74.4, 43.4}, {74.6, 43.4}, {74.5, 43.6}}, true}) == 0);
    CHECK(geo::distance_m(square, {{{75, 43.5}}, false}) < 1e-6);
    // As a line, its inside is not its own.
    const geo::Figure outline{square.points, false};
    CHECK(geo::distance_m(outline, {{{74.5, 43.3}}, false}) > 30'000);
}

TEST_CASE("the distance of two figures does not depend on their order")
{
    CHECK(rc::check([] {
        const geo::Figure a{any_places(1, 4), false};
        const geo::Figure b{any_places(1, 4), false};
        const double there = geo::distance_m(a, b);
        RC_ASSERT(std::abs(there - geo::distance_m(b, a)) <= 1e-6 * (1 + there));
        RC_ASSERT(there <= geo::distance_m(a.points.front(), b.points.front()) + 2);
    }));
}

TEST_CASE("an outline that crosses itself or turns straight back is told")
{
    CHECK_FALSE(geo::is_crossing_itself(std::vector<LonLat>{{74, 43}, {75, 43}, {75, 44}}));
    CHECK_FALSE(
        geo::is_crossing_itself(std::vector<LonLat>{{74, 43}, {75, 43}, {75, 44}, {74, 44}}));
    CHECK(geo::is_crossing_itself(std::vector<LonLat>{{74, 43}, {75, 44}, {75, 43}, {74, 44}}));
    CHECK(geo::is_crossing_itself(std::vector<LonLat>{{74, 43}, {75, 43}, {74.5, 43}}));
    CHECK(geo::is_crossing_itself(
        std::vector<LonLat>{{74, 43}, {75, 43}, {75, 44}, {74.5, 43}, {74, 44}}));
}

TEST_CASE("what is inside an outline is in the winding's parity")
{
    const std::vector<LonLat> corner{{74, 43}, {76, 43}, {76, 44}, {75, 44}, {75, 45}, {74, 45}};
    CHECK(geo::is_inside(corner, {74.5, 44.5}));
    CHECK(geo::is_inside(corner, {75.5, 43.5}));
    CHECK_FALSE(geo::is_inside(corner, {75.5, 44.5}));
    CHECK_FALSE(geo::is_inside(corner, {73, 43.5}));
}

TEST_CASE("a circle is closed and everywhere at its radius")
{
    const LonLat bishkek{74.59, 42.87};
    const geo::LineString line = geo::circle(bishkek, 150'000, 64);
    REQUIRE(line.size() == 65);
    CHECK(line.front() == line.back());
    for (const LonLat& at : line) {
        CHECK(geo::distance_m(bishkek, at) == Approx(150'000).epsilon(1e-9));
    }
}

} // TEST_SUITE
