#include "schedule/road_router.hpp"

#include "geo/geodesic.hpp"
#include "geo/proximity.hpp"
#include "schedule/small_roads.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace dostyk;
using namespace dostyk::schedule;
using doctest::Approx;

namespace {

constexpr double never = std::numeric_limits<double>::infinity();

/// When one is at a place of the roads at the soonest; infinite where no part leads by it.
double minute_at(const std::vector<ReachedPart>& parts, geo::LonLat at, double near_m = 1)
{
    double soonest = never;
    for (const ReachedPart& part : parts) {
        const geo::Foot foot = geo::nearest_on(part.path, at);
        if (foot.distance_m > near_m) {
            continue;
        }
        const auto before = static_cast<std::ptrdiff_t>(foot.segment) + 1;
        geo::LineString driven(part.path.begin(), part.path.begin() + before);
        driven.push_back(foot.at);
        const double share = geo::length_km(driven) / geo::length_km(part.path);
        soonest = std::min(soonest, part.from_minute + share * (part.to_minute - part.from_minute));
    }
    return soonest;
}

/// Through any post after a queue.
RoadRouter::Passage queue_of(double minutes)
{
    return [=](const std::string&, double minute) { return minute + minutes; };
}

} // namespace

TEST_SUITE("schedule/road_reach") {

TEST_CASE("one comes as far as the minutes go, and waits at a post before the road behind it")
{
    const RoadRouter router(test::two_posts());
    constexpr double bulge_m = 300; // of a degree's geodesic from the parallel
    const auto shut = [](const std::string&, double) { return never; };
    const auto near_alone = [](const std::string& post, double minute) {
        return post == "near" ? minute + 40 : never;
    };
    const auto short_of_it = router.find_reach({74, 43}, 100, 130, shut);
    REQUIRE(short_of_it.size() == 2); // half of the road to "near", a third of that to "far"
    CHECK(short_of_it[0].to_minute == Approx(130));
    CHECK(short_of_it[0].path.back().lon == Approx(74.5).epsilon(1e-4));

    CHECK(minute_at(router.find_reach({74, 43}, 0, 500, shut), {75.5, 43}, bulge_m) == never);
    const auto through = router.find_reach({74, 43}, 0, 500, near_alone);
    CHECK(minute_at(through, {75.5, 43}, bulge_m) == Approx(60 + 40 + 15).epsilon(1e-3));
    // From behind, up to the post that is shut.
    CHECK(minute_at(through, {76, 43}) == Approx(130).epsilon(1e-3));
    CHECK(minute_at(router.find_reach({74, 43}, 0, 110, near_alone), {75.3, 43}, bulge_m) ==
          Approx(100 + 9).epsilon(1e-2));
    CHECK(minute_at(router.find_reach({74, 43}, 0, 110, near_alone), {75.5, 43}, bulge_m) == never);
    CHECK(router.find_reach({74, 43}, 10, 5, near_alone).empty());
    CHECK(RoadRouter(model::Transport{}).find_reach({74, 43}, 0, 5, near_alone).empty());
}

TEST_CASE(
    "a place is reached exactly when the fastest way through one post at most is short enough")
{
    const RoadRouter router(test::bundled_roads());
    std::vector<geo::LonLat> places;
    for (const model::TransportEdge& edge : test::bundled_roads().edges) {
        if (!edge.is_railway && edge.status == "open") {
            places.push_back(edge.path[edge.path.size() / 2]);
        }
    }
    const geo::LonLat almaty = *test::bundled_facts().places[0].at;
    places.insert(places.begin(), almaty);
    std::vector<double> best(places.size(), never);
    std::vector<std::string> open{""};
    open.insert(open.end(), router.crossings().begin(), router.crossings().end());
    const auto drives = router.find_drives(places, open);
    for (std::size_t i = 0; i < drives.size(); ++i) {
        for (std::size_t to = 0; to < places.size(); ++to) {
            best[to] = std::min(best[to], drives[i][to].minutes + (open[i].empty() ? 0 : 45));
        }
    }
    for (const double until : {90.0, 240.0, 600.0}) {
        CAPTURE(until);
        const auto parts = router.find_reach(almaty, 0, until, queue_of(45));
        std::size_t reached = 0;
        for (std::size_t i = 0; i < places.size(); ++i) {
            CAPTURE(i);
            const double minute = minute_at(parts, places[i]);
            if (std::abs(best[i] - until) > 0.1) {
                CHECK(std::isfinite(minute) == (best[i] < until));
            }
            if (std::isfinite(minute) && std::isfinite(best[i])) {
                CHECK(minute == Approx(best[i]).epsilon(1e-3));
                ++reached;
            }
        }
        CHECK(reached > 5);
        CHECK(reached < places.size());
        const bool are_in_time = std::all_of(parts.begin(), parts.end(), [&](const auto& part) {
            return part.from_minute < part.to_minute && part.to_minute <= until + 1e-6;
        });
        CHECK(are_in_time);
    }
}

} // TEST_SUITE
