#include "schedule/ground.hpp"

#include "schedule/small_forum.hpp"
#include "schedule/small_roads.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using namespace dostyk::schedule;
using doctest::Approx;
using test::at;

TEST_SUITE("schedule/ground") {

TEST_CASE("abroad there is a way through each crossing that one leads through")
{
    const RoadRouter router(test::two_posts());
    const TravelFacts facts = test::two_posts_facts();
    const Customs customs;
    const Ground ground(router, facts, customs);
    const auto ways = ground.ways(0, 1);
    REQUIRE(ways.size() == 2);
    CHECK(ways[0].crossing == 0);
    CHECK(ways[0].before == Approx(5 + 60));
    CHECK(ways[0].behind == Approx(30 + 5));
    CHECK(ground.minutes(ways[0]) == Approx(140));
    CHECK(ground.minutes(ways[1]) == Approx(5 + 90 + 5 + 90 + 5));
    CHECK(ground.is_within_city(1, 2));
    CHECK_FALSE(ground.is_within_city(1, 1));
    CHECK_FALSE(ground.is_within_city(0, 1));
}

TEST_CASE("the way from each door to the road is as long as the door is far")
{
    const RoadRouter router(test::two_posts());
    TravelFacts facts = test::two_posts_facts();
    facts.places[0].at = geo::LonLat{74, 42.9}; // 11.1 km south of its road
    const Customs customs;
    const Ground ground(router, facts, customs);
    const auto ways = ground.ways(0, 1);
    REQUIRE_FALSE(ways.empty());
    CHECK(ways[0].before == Approx(11.1 / customs.city_speed_kmh * 60 + 60).epsilon(0.01));
    CHECK(ways[0].behind == Approx(35));
    CHECK(access_minutes(0, customs) == 5);
}

TEST_CASE("who comes before a crossing opens waits, and then stands in its queue")
{
    const Customs customs;
    const CrossingFacts post{"post", {{at(0, 8), at(0, 20)}, {at(1, 8), at(1, 20)}}, 40, 100, true};
    CHECK(pass(post, customs, at(0, 9))->through == at(0, 9, 40));
    CHECK(pass(post, customs, at(0, 6))->in_queue == at(0, 8));
    CHECK(pass(post, customs, at(0, 6))->through == at(0, 8, 40));
    // Who is in at the last minute is served; a minute later it is the next day's.
    CHECK(pass(post, customs, at(0, 20) - 0.5)->through == Approx(at(0, 20, 39) + 0.5));
    CHECK(pass(post, customs, at(0, 20))->in_queue == at(1, 8));
    CHECK_FALSE(pass(post, customs, at(1, 20)));
    Customs careful;
    careful.plan_for_p90 = 1;
    CHECK(pass(post, careful, at(0, 9))->through == at(0, 10, 40));
}

} // TEST_SUITE
