#include "schedule/route.hpp"

#include "geo/geodesic.hpp"
#include "geo/proximity.hpp"
#include "schedule/small_forum.hpp"
#include "schedule/small_roads.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <vector>

using namespace dostyk;
using namespace dostyk::schedule;
using doctest::Approx;
using test::at;
using test::town;

namespace {

/// A finder that looks up what make_travel() chose.
RouteFinder finder_of(const model::Transport& transport, const TravelFacts& facts,
                      const Customs& customs = {})
{
    auto roads = std::make_shared<const RoadRouter>(transport);
    return {roads, facts, make_travel(*roads, facts, customs), customs};
}

std::vector<StageKind> kinds_of(const VenueRoute& route)
{
    std::vector<StageKind> kinds;
    for (const Stage& stage : route.stages) {
        kinds.push_back(stage.kind);
    }
    return kinds;
}

} // namespace

TEST_SUITE("schedule/route") {

TEST_CASE("a way abroad is the doors, the roads, and the queue at the crossing between them")
{
    RouteFinder finder = finder_of(test::two_posts(), test::two_posts_facts());
    const auto route = finder.find(0, 1, 100);
    REQUIRE(route);
    using enum StageKind;
    CHECK(kinds_of(*route) == std::vector{street, drive, queue, drive, street});
    CHECK(route->crossing() == "near");
    CHECK(route->stages[1].minutes == Approx(60));
    CHECK(route->stages[2].minutes == Approx(40));
    CHECK(route->stages[2].path == geo::LineString{{75, 43}});
    CHECK(route->arriving() == Approx(240));
    const auto line = path_of(*route);
    CHECK(line.front() == geo::LonLat{74, 43});
    CHECK(line.back() == geo::LonLat{76, 43});
    CHECK(finder.find(1, 2, 0)->stages.front().kind == street);
    CHECK(finder.find(1, 1, 0)->stages.empty());
}

TEST_CASE("where one is after so many minutes is on the road, at the post, or at the end")
{
    RouteFinder finder = finder_of(test::two_posts(), test::two_posts_facts());
    const VenueRoute route = *finder.find(0, 1, 0);
    CHECK(point_at(route, 0).at == geo::LonLat{74, 43});
    const RoutePoint half_way = point_at(route, 35);
    CHECK(half_way.stage == 1);
    CHECK(half_way.at->lon == Approx(74.5).epsilon(1e-4));
    for (const double minute : {65.0, 80.0, 104.9}) {
        CAPTURE(minute);
        CHECK(point_at(route, minute).stage == 2);
        CHECK(point_at(route, minute).at == geo::LonLat{75, 43});
    }
    CHECK(point_at(route, 120).at->lon == Approx(75.5).epsilon(1e-4));
    CHECK(point_at(route, 900).at == geo::LonLat{76, 43});
}

TEST_CASE("what is behind one and what is ahead meet where one is, and together are the way")
{
    RouteFinder finder = finder_of(test::bundled_roads(), test::bundled_facts());
    const VenueRoute route = *finder.find(town("almaty"), town("bishkek"), 0);
    const double whole_km = geo::length_km(path_of(route));
    for (double minute = 1; minute < route.minutes(); minute += 7) {
        CAPTURE(minute);
        const SplitPath split = split_path(route, minute);
        REQUIRE_FALSE(split.behind.empty());
        REQUIRE_FALSE(split.ahead.empty());
        CHECK(split.behind.back() == *point_at(route, minute).at);
        CHECK(split.ahead.front() == *point_at(route, minute).at);
        CHECK(geo::length_km(split.behind) + geo::length_km(split.ahead) ==
              Approx(whole_km).epsilon(1e-6));
    }
    CHECK(split_path(route, route.minutes() + 1).ahead.empty());
}

TEST_CASE("a crossing that closes is waited for or gone round, to the minute")
{
    TravelFacts closing = test::two_posts_facts();
    closing.crossings[0].open = {{at(0, 6), at(0, 14)}, {at(0, 15), at(2, 0)}};
    RouteFinder finder = finder_of(test::two_posts(), closing);
    CHECK(finder.find(0, 1, at(0, 9))->crossing() == "near");
    CHECK(finder.find(0, 1, at(0, 12, 58))->crossing() == "far");
    const auto waiting = finder.find(0, 1, at(0, 13, 45));
    REQUIRE(waiting);
    CHECK(waiting->crossing() == "near");
    REQUIRE(waiting->stages[2].kind == StageKind::wait);
    CHECK(waiting->stages[2].minutes == Approx(10)); // there at 14:50
    CHECK(waiting->arriving() == Approx(at(0, 15) + 40 + 35));
    closing.crossings[0].open.clear();
    closing.crossings[1].open.clear();
    CHECK_FALSE(finder_of(test::two_posts(), closing).find(0, 1, 0));
}

TEST_CASE("one flies along a geodesic, after the way to the airport and the time before take-off")
{
    TravelFacts flying = test::two_posts_facts();
    flying.crossings[0].open.clear();
    flying.ways = {{0, 1, 20, true}};
    RouteFinder finder = finder_of(test::two_posts(), flying);
    const auto route = finder.find(0, 2, 0);
    REQUIRE(route);
    using enum StageKind;
    REQUIRE(kinds_of(*route) == std::vector{check_in, flight, street});
    CHECK(route->stages[0].at == "hall");
    CHECK(route->minutes() == Approx(90 + 20 + 10));
    const geo::LineString& line = route->stages[1].path;
    REQUIRE(line.size() > 8);
    // The shortest way bulges towards the pole.
    CHECK(line[line.size() / 2].lat > 43.0);
    CHECK(geo::length_km(line) ==
          Approx(geo::distance_m(line.front(), line.back()) / 1000).epsilon(1e-6));
}

TEST_CASE("somebody's word on how long it takes stretches the whole way")
{
    TravelFacts stated = test::two_posts_facts();
    stated.ways = {{0, 1, 280, false}};
    RouteFinder finder = finder_of(test::two_posts(), stated);
    const auto route = finder.find(0, 1, 0);
    REQUIRE(route);
    CHECK(route->minutes() == Approx(280));
    CHECK(route->stages[2].minutes == Approx(80));
    stated.places[1].at.reset();
    RouteFinder blind = finder_of(test::two_posts(), stated);
    REQUIRE(blind.find(0, 1, 0));
    CHECK(blind.find(0, 1, 0)->minutes() == Approx(280));
    CHECK(path_of(*blind.find(0, 1, 0)).empty());
    CHECK_FALSE(point_at(*blind.find(0, 1, 0), 5).at);
}

TEST_CASE("between all towns the way takes what the table says, and never jumps")
{
    const TravelFacts facts = test::bundled_facts();
    const TravelTable table = make_travel(RoadRouter(test::bundled_roads()), facts, {});
    RouteFinder finder = finder_of(test::bundled_roads(), facts);
    const auto count = static_cast<Index>(facts.places.size());
    for (Index from = 0; from < count; ++from) {
        for (Index to = 0; to < count; ++to) {
            CAPTURE(facts.places[static_cast<std::size_t>(from)].id);
            CAPTURE(facts.places[static_cast<std::size_t>(to)].id);
            const auto route = finder.find(from, to, 600);
            REQUIRE(route);
            CHECK(route->minutes() <= table.usual(from, to) + 1e-6);
            CHECK(route->minutes() > table.usual(from, to) - 1.001);
            CHECK(route->crossing() == table.journey(from, to).crossing);
            for (std::size_t i = 1; i < route->stages.size(); ++i) {
                CHECK(geo::distance_m(route->stages[i - 1].path.back(),
                                      route->stages[i].path.front()) < 1);
            }
        }
    }
    CHECK(finder.find(town("almaty"), town("bishkek"), 0)->crossing() == "korday-ak-zhol");
}

TEST_CASE("each road of a way is driven at its own speed")
{
    RouteFinder finder = finder_of(test::bundled_roads(), test::bundled_facts());
    const VenueRoute route = *finder.find(town("almaty"), town("osh"), 0);
    std::size_t drives = 0;
    for (const Stage& stage : route.stages) {
        if (stage.kind != StageKind::drive) {
            continue;
        }
        ++drives;
        CAPTURE(stage.at);
        const auto& edges = test::bundled_roads().edges;
        const auto edge = std::find_if(edges.begin(), edges.end(),
                                       [&](const auto& each) { return each.id == stage.at; });
        REQUIRE(edge != edges.end());
        CHECK(stage.minutes == Approx(edge->length_km / edge->speed_kmh * 60).epsilon(1e-6));
        CHECK(geo::length_km(stage.path) / stage.minutes * 60 <= edge->speed_kmh * 1.001);
    }
    CHECK(drives > 10);
}

} // TEST_SUITE
