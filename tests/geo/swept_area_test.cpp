#include "geo/swept_area.hpp"

#include "geo/geodesic.hpp"
#include "geo/polygon_query.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace dostyk::geo;

TEST_SUITE("geo/swept_area") {

TEST_CASE("a circle that stands still is a circle in metres, wherever it is")
{
    for (const LonLat centre : {LonLat{70, 42}, LonLat{52, 55}}) {
        const auto area = swept_area(std::vector<SweptCircle>{{centre, 10'000, centre, 10'000}});
        for (int azimuth = 0; azimuth < 360; azimuth += 20) {
            CAPTURE(azimuth);
            CHECK(contains(area, destination(centre, azimuth, 9'890)));
            CHECK_FALSE(contains(area, destination(centre, azimuth, 10'060)));
        }
    }
}

TEST_CASE("a circle that shrinks on its way leaves a wedge")
{
    const LonLat from{75, 43};
    const LonLat to = destination(from, 90, 20'000);
    const auto area = swept_area(std::vector<SweptCircle>{{from, 8'000, to, 0}});
    const LonLat middle = destination(from, 90, 10'000);
    CHECK(contains(area, destination(middle, 0, 3'900)));
    CHECK_FALSE(contains(area, destination(middle, 0, 5'000)));
    CHECK(contains(area, destination(from, 180, 7'900)));
    CHECK_FALSE(contains(area, destination(to, 90, 100)));
}

TEST_CASE("what others sweep over is left out, and nothing comes of nothing")
{
    const LonLat at{75, 43};
    const LonLat beside = destination(at, 90, 4'000);
    const auto area = swept_area(std::vector<SweptCircle>{{at, 10'000, at, 10'000}},
                                 std::vector<SweptCircle>{{beside, 2'000, beside, 2'000}});
    REQUIRE(area.size() == 1);
    CHECK(area.front().holes.size() == 1);
    CHECK_FALSE(contains(area, beside));
    CHECK(contains(area, at));
    CHECK(swept_area({}).empty());
}

TEST_CASE("what does not touch is several areas")
{
    const auto area = swept_area(std::vector<SweptCircle>{{{75, 43}, 1'000, {75, 43}, 1'000},
                                                          {{77, 43}, 1'000, {77, 43}, 1'000}});
    CHECK(area.size() == 2);
}

} // TEST_SUITE
