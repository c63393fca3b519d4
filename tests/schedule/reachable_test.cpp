#include "schedule/reachable.hpp"

#include "geo/geodesic.hpp"
#include "geo/polygon_query.hpp"
#include "schedule/small_forum.hpp"
#include "schedule/small_roads.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

using namespace dostyk;
using namespace dostyk::schedule;
using test::at;
using test::town;

namespace {

/// A question, and the venues that it is about.
struct Fixture {
    std::string name;
    model::Transport transport;
    TravelFacts facts;
    Index from = 0;
    Minute leaving = 0;
    std::vector<int> hours; ///< Each is asked for
};

TravelFacts with_night_at_korday()
{
    TravelFacts facts = test::bundled_facts();
    for (CrossingFacts& crossing : facts.crossings) {
        crossing.open = {};
        for (int day = 0; day < 3; ++day) {
            crossing.open.push_back({at(day, 8), at(day, 20)});
        }
    }
    return facts;
}

TravelFacts with_flight()
{
    TravelFacts facts = test::bundled_facts();
    facts.ways = {{town("almaty"), town("astana"), 100, true},
                  {town("astana"), town("almaty"), 100, true},
                  {town("taraz"), town("shymkent"), 500, false}};
    return facts;
}

/// Hamlets about the roads: on them, beside them, and where the steppe is wide.
TravelFacts with_hamlets()
{
    TravelFacts facts = test::bundled_facts();
    for (int i = 0; i < 60; ++i) {
        const geo::LonLat middle{73.5 + 0.12 * i, 42.4 + 0.031 * (i % 37)};
        facts.places.push_back(
            {middle, static_cast<Index>(facts.places.size()), "hamlet-" + std::to_string(i)});
    }
    return facts;
}

std::vector<Fixture> fixtures()
{
    return {
        {"two posts", test::two_posts(), test::two_posts_facts(), 0, 0, {1, 2, 3}},
        {"Almaty",
         test::bundled_roads(),
         test::bundled_facts(),
         town("almaty"),
         at(0, 9),
         {2, 4, 6, 12}},
        {"before night",
         test::bundled_roads(),
         with_night_at_korday(),
         town("bishkek"),
         at(0, 18),
         {3, 6, 16, 20}},
        {"by air", test::bundled_roads(), with_flight(), town("taraz"), at(0, 8), {4, 7, 10, 14}},
        {"hamlets",
         test::bundled_roads(),
         with_hamlets(),
         town("bishkek"),
         at(0, 10),
         {1, 2, 3, 5}}};
}

RouteFinder finder_of(const Fixture& fixture)
{
    auto roads = std::make_shared<const RoadRouter>(fixture.transport);
    return {roads, fixture.facts, make_travel(*roads, fixture.facts, {}), {}};
}

} // namespace

TEST_SUITE("schedule/reachable") {

TEST_CASE("every venue in the area is reached in time, and every one outside of it is not")
{
    for (const Fixture& fixture : fixtures()) {
        CAPTURE(fixture.name);
        RouteFinder finder = finder_of(fixture);
        for (const int hours : fixture.hours) {
            CAPTURE(hours);
            const double until = fixture.leaving + hours * 60;
            const Reachable found = find_reachable(finder, fixture.from, fixture.leaving, until);
            REQUIRE(found.venues.size() == fixture.facts.places.size());
            for (std::size_t i = 0; i < found.venues.size(); ++i) {
                const TravelPlace& place = fixture.facts.places[i];
                CAPTURE(place.id);
                const auto route =
                    finder.find(fixture.from, static_cast<Index>(i), fixture.leaving);
                const bool is_in_time = route && route->arriving() <= until;
                CHECK(geo::contains(found.area, *place.at) == is_in_time);
            }
        }
    }
}

TEST_CASE("more hours reach no less")
{
    const Fixture fixture = fixtures()[1];
    RouteFinder finder = finder_of(fixture);
    double last = 0;
    for (const int hours : {1, 2, 3, 5, 8}) {
        CAPTURE(hours);
        const Reachable found =
            find_reachable(finder, fixture.from, fixture.leaving, fixture.leaving + hours * 60);
        const double area = geo::mercator_area(found.area);
        CHECK(area > last);
        last = area;
    }
}

TEST_CASE("the road is reached as far as the minutes go, and ground off the road by its distance")
{
    TravelFacts facts = test::two_posts_facts();
    facts.places.resize(2);
    const Fixture fixture{"west", test::two_posts(), facts, 0, 0, {}};
    RouteFinder finder = finder_of(fixture);
    // 5 minutes to the road, then a degree of longitude (81 km) of the map in 60 minutes.
    const auto area = find_reachable(finder, 0, 0, 35).area;
    const auto on_road = [](double minutes) { return geo::LonLat{74 + minutes / 60, 43}; };
    CHECK(geo::contains(area, on_road(20)));
    CHECK_FALSE(geo::contains(area, on_road(30)));
    // With 20 minutes left one comes 8.3 km off the road at 25 km/h.
    CHECK(geo::contains(area, geo::destination(on_road(10), 180, 8'000)));
    CHECK_FALSE(geo::contains(area, geo::destination(on_road(10), 180, 9'000)));
    // And never more than ten.
    const auto wide = find_reachable(finder, 0, 0, 65).area;
    CHECK(geo::contains(wide, geo::destination(on_road(10), 180, 9'800)));
    CHECK_FALSE(geo::contains(wide, geo::destination(on_road(10), 180, 10'300)));
    // The post is a queue of 40 minutes away from what is behind it.
    CHECK_FALSE(geo::contains(find_reachable(finder, 0, 0, 104).area, {75.2, 43}));
    CHECK(geo::contains(find_reachable(finder, 0, 0, 130).area, {75.2, 43}));
}

TEST_CASE("from a venue that nobody knows the place of no area is reached")
{
    TravelFacts facts = test::two_posts_facts();
    facts.places[0].at.reset();
    const Fixture fixture{"nowhere", test::two_posts(), facts, 0, 0, {}};
    RouteFinder finder = finder_of(fixture);
    CHECK(find_reachable(finder, 0, 0, 300).area.empty());
}

} // TEST_SUITE
