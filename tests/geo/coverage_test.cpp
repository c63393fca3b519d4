#include "geo/coverage.hpp"

#include "geo/polygon_query.hpp"
#include "geo/topology.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

using namespace dostyk;

namespace {

geo::MultiPolygon box(double west, double south, double east, double north)
{
    return {{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, {}}};
}

/// Everything that one topology of the features must be: each inner line shared, areas adding up.
bool is_shared_between(const std::vector<geo::MultiPolygon>& features, std::uint32_t a,
                       std::uint32_t b)
{
    const auto topology = geo::build_topology(features);
    return std::any_of(topology.arcs.begin(), topology.arcs.end(), [&](const geo::Arc& arc) {
        return arc.features == std::vector<std::uint32_t>{a, b};
    });
}

double total_area(const std::vector<geo::MultiPolygon>& features)
{
    double area = 0;
    for (const auto& feature : features) {
        area += geo::mercator_area(feature);
    }
    return area;
}

} // namespace

TEST_SUITE("geo/coverage") {

TEST_CASE("neighbours whose common border has vertices on one side only come to share them")
{
    auto left = box(70, 42, 71, 43);
    left[0].outer.insert(left[0].outer.begin() + 2, {71, 42.4}); // on the border, not a corner
    const std::vector<geo::MultiPolygon> features{left, box(71, 42, 72, 43)};
    REQUIRE_FALSE(is_shared_between(features, 0, 1));

    const auto cleaned = geo::clean_coverage(features);

    REQUIRE(cleaned);
    CHECK(is_shared_between(*cleaned, 0, 1));
    CHECK(total_area(*cleaned) == doctest::Approx(total_area(features)));
}

TEST_CASE("a seam between two features is closed, an overlap goes to one of them")
{
    // 330 m apart in the lower half, 330 m over each other in the upper.
    const std::vector<geo::MultiPolygon> features{
        {{{{70, 42}, {70.998, 42}, {71.002, 43}, {70, 43}, {70, 42}}, {}}},
        {{{{71.002, 42}, {72, 42}, {72, 43}, {70.998, 43}, {71.002, 42}}, {}}},
        box(70, 41, 72, 42), // closes the seam below
    };

    const auto cleaned = geo::clean_coverage(features);

    REQUIRE(cleaned);
    CHECK(is_shared_between(*cleaned, 0, 1));
    CHECK(total_area(*cleaned) ==
          doctest::Approx(geo::mercator_area(box(70, 41, 72, 43))).epsilon(1e-9));
}

TEST_CASE("a city that its region does not leave out is cut out of it")
{
    const std::vector<geo::MultiPolygon> features{box(70, 42, 72, 44), box(70.9, 42.9, 71.1, 43.1)};

    const auto cleaned = geo::clean_coverage(features);

    REQUIRE(cleaned);
    REQUIRE((*cleaned)[0].size() == 1);
    CHECK((*cleaned)[0][0].holes.size() == 1);
    CHECK(is_shared_between(*cleaned, 0, 1));
}

TEST_CASE("an enclave of another country stays open")
{
    auto region = box(70, 39, 72, 41);
    region[0].holes.push_back(box(71.1, 39.9, 71.12, 39.91)[0].outer); // 1 km high
    const std::vector<geo::MultiPolygon> features{region, box(72, 39, 73, 41)};

    const auto cleaned = geo::clean_coverage(features);

    REQUIRE(cleaned);
    CHECK((*cleaned)[0].at(0).holes.size() == 1);
}

TEST_CASE("wide ground that nobody claims stays nobody's")
{
    // Four regions about a square of 100 km.
    const std::vector<geo::MultiPolygon> features{box(70, 42, 73, 43), box(70, 44, 73, 45),
                                                  box(70, 43, 71, 44), box(72, 43, 73, 44)};

    const auto cleaned = geo::clean_coverage(features);

    REQUIRE(cleaned);
    CHECK(total_area(*cleaned) == doctest::Approx(total_area(features)));
}

TEST_CASE("a polygon that crosses itself is repaired")
{
    const std::vector<geo::MultiPolygon> features{
        {{{{70, 42}, {72, 44}, {72, 42}, {70, 44}, {70, 42}}, {}}}};

    const auto cleaned = geo::clean_coverage(features);

    REQUIRE(cleaned);
    CHECK((*cleaned)[0].size() == 2); // a bow tie is two triangles
}

TEST_CASE("the parts of a feature that touch become one")
{
    geo::MultiPolygon parts = box(70, 42, 71, 43);
    parts.push_back(box(71, 42, 72, 43)[0]);

    const auto cleaned = geo::clean_coverage(std::vector<geo::MultiPolygon>{parts});

    REQUIRE(cleaned);
    CHECK((*cleaned)[0].size() == 1);
}

TEST_CASE("empty and flat features come back empty, without a crash")
{
    const std::vector<geo::MultiPolygon> features{
        {}, {{{{70, 42}, {71, 42}, {70, 42}, {70, 42}}, {}}}, box(70, 43, 71, 44)};

    const auto cleaned = geo::clean_coverage(features);

    REQUIRE(cleaned);
    CHECK((*cleaned)[0].empty());
    CHECK((*cleaned)[1].empty());
    CHECK((*cleaned)[2].size() == 1);
}

TEST_CASE("whatever comes in, no ground is claimed twice and no border is torn")
{
    CHECK(rc::check([] {
        std::vector<geo::MultiPolygon> features;
        for (int i = 0; i < 4; ++i) {
            const double west = 70 + *rc::gen::inRange(0, 300) / 100.0;
            const double south = 42 + *rc::gen::inRange(0, 300) / 100.0;
            features.push_back(box(west, south, west + 0.2 + *rc::gen::inRange(0, 200) / 100.0,
                                   south + 0.2 + *rc::gen::inRange(0, 200) / 100.0));
        }
        const auto cleaned = geo::clean_coverage(features);
        RC_ASSERT(static_cast<bool>(cleaned));
        // Cleaning what is clean changes nothing.
        const auto again = geo::clean_coverage(*cleaned);
        RC_ASSERT(static_cast<bool>(again));
        for (std::size_t i = 0; i < features.size(); ++i) {
            RC_ASSERT(std::abs(geo::mercator_area((*cleaned)[i]) -
                               geo::mercator_area((*again)[i])) < 1e-12);
        }
        // No arc bounds more than two features.
        const auto topology = geo::build_topology(*cleaned);
        for (const auto& arc : topology.arcs) {
            RC_ASSERT(arc.features.size() <= 2U);
        }
    }));
}

} // TEST_SUITE
