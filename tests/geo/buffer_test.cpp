#include "geo/buffer.hpp"

#include "geo/geodesic.hpp"
#include "geo/polygon_query.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>

using namespace dostyk;
using doctest::Approx;
using geo::LonLat;

TEST_SUITE("geo/buffer") {

TEST_CASE("about a point it is a circle")
{
    const auto buffer = geo::buffer_of({{{74.6, 42.87}}, false}, 150'000);
    REQUIRE(buffer.size() == 1);
    for (const LonLat& at : buffer[0].outer) {
        CHECK(geo::distance_m({74.6, 42.87}, at) == Approx(150'000).epsilon(1e-9));
    }
}

TEST_CASE("about a line and an area its outline is everywhere at the radius, to one per cent")
{
    const geo::Figure line{{{73, 43}, {74.5, 42.5}, {75.5, 43.2}}, false};
    const geo::Figure area{{{74, 43}, {75, 43}, {75, 44}, {74, 44}}, true};
    for (const geo::Figure& figure : {line, area}) {
        const auto buffer = geo::buffer_of(figure, 50'000);
        REQUIRE(buffer.size() == 1);
        CHECK(buffer[0].holes.empty());
        for (const LonLat& at : buffer[0].outer) {
            CHECK(geo::distance_m(figure, geo::Figure{{at}, false}) ==
                  Approx(50'000).epsilon(0.01));
        }
    }
}

TEST_CASE("what is within the distance is inside the outline, what is well beyond is not")
{
    const geo::Figure figure{{{73, 43}, {74.5, 42.5}, {75.5, 43.2}}, false};
    const auto buffer = geo::buffer_of(figure, 40'000);
    CHECK(rc::check([&] {
        const LonLat at{*rc::gen::inRange(72'000, 77'000) / 1000.0,
                        *rc::gen::inRange(41'500, 44'500) / 1000.0};
        const double distance = geo::distance_m(figure, geo::Figure{{at}, false});
        RC_PRE(std::abs(distance - 40'000) > 500);
        RC_ASSERT(geo::contains(buffer, at) == (distance < 40'000));
    }));
}

} // TEST_SUITE
