#include "geo/simplify.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

using namespace dostyk;

namespace {

geo::LineString zigzag(int vertices)
{
    geo::LineString line;
    for (int i = 0; i < vertices; ++i) {
        line.push_back({70 + i * 0.1, 43 + (i % 2) * 0.01 * i});
    }
    return line;
}

} // namespace

TEST_SUITE("geo/simplify") {

TEST_CASE("the ends stay at every level")
{
    const auto line = zigzag(40);
    const auto importance = geo::compute_importance(line);

    const auto coarse = geo::simplify(line, importance, 1);
    REQUIRE(coarse.size() == 2);
    CHECK(coarse.front() == line.front());
    CHECK(coarse.back() == line.back());
    CHECK(geo::simplify(line, importance, 0).size() == line.size());
}

TEST_CASE("a coarser level is part of the finer one")
{
    CHECK(rc::check([] {
        geo::LineString line;
        const int n = *rc::gen::inRange(3, 60);
        for (int i = 0; i < n; ++i) {
            line.push_back(
                {60 + *rc::gen::inRange(0, 1000) / 100.0, 40 + *rc::gen::inRange(0, 1000) / 100.0});
        }
        const auto importance = geo::compute_importance(line);
        std::size_t last = line.size();
        for (double zoom = 12; zoom > 2; zoom -= 1) {
            const auto kept = geo::simplify(line, importance, geo::min_area_at_zoom(zoom));
            RC_ASSERT(kept.size() <= last);
            RC_ASSERT(kept.size() >= 2U);
            last = kept.size();
        }
    }));
}

TEST_CASE("a straight vertex goes before a sharp one")
{
    const geo::LineString line{{70, 43}, {71, 43}, {72, 44}, {73, 43}};
    const auto importance = geo::compute_importance(line);

    CHECK(importance[1] < importance[2]);
}

TEST_CASE("a narrow spike is kept as long as its height is seen")
{
    // Ten pixels high at zoom 6 and a hundredth of one wide: next to no area.
    const double pixel_deg = 360 / (512 * 64.0);
    const geo::LineString line{{70, 43},
                               {71, 43},
                               {71 + 0.005 * pixel_deg, 43 + 10 * pixel_deg},
                               {71 + 0.01 * pixel_deg, 43},
                               {72, 43}};
    const auto importance = geo::compute_importance(line);

    const auto has_spike = [&](double zoom) {
        const auto kept = geo::simplify(line, importance, geo::min_area_at_zoom(zoom));
        return std::find(kept.begin(), kept.end(), line[2]) != kept.end();
    };
    CHECK(has_spike(6));
    CHECK_FALSE(has_spike(1));
}

TEST_CASE("a ring never folds flat")
{
    geo::LineString ring;
    for (int i = 0; i < 20; ++i) {
        ring.push_back({70 + (i < 10 ? i : 20 - i) * 0.01, 43 + (i < 10 ? 0.02 : 0.05) * (i % 10)});
    }
    ring.push_back(ring.front());

    const auto kept = geo::simplify(ring, geo::compute_importance(ring), 1);
    CHECK(kept.size() == 4);
    CHECK(kept.front() == kept.back());
}

TEST_CASE("a zoom further in keeps a quarter of the area")
{
    CHECK(geo::min_area_at_zoom(5) == doctest::Approx(4 * geo::min_area_at_zoom(6)));
}

} // TEST_SUITE
