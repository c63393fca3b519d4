#include "schedule/travel.hpp"

#include "schedule/small_forum.hpp"
#include "schedule/small_roads.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using namespace dostyk::schedule;
using test::at;

using test::two_posts;
using test::two_posts_facts;

TEST_SUITE("schedule/travel") {

TEST_CASE("a way abroad is the road, the queue at the better crossing and both ends")
{
    const RoadRouter router(two_posts());
    const TravelTable table = make_travel(router, two_posts_facts(), {});
    const Journey& way = table.journey(0, 1);
    CHECK(way.mode == TravelMode::road);
    CHECK(way.crossing == "near");
    CHECK(way.minutes == 60 + 40 + 30 + Customs{}.city_least_min);
    CHECK_FALSE(way.is_queue_assumed);
    CHECK(way.by_departure.empty());
    CHECK(table.journey(1, 2).mode == TravelMode::city);
    CHECK(table.usual(1, 2) == Customs{}.city_least_min);
    CHECK(table.usual(0, 0) == 0);
}

TEST_CASE("queues may be taken at their p90, and then another crossing is the faster one")
{
    const RoadRouter router(two_posts());
    TravelFacts longer = two_posts_facts();
    longer.crossings[0].queue_p90 = 200;
    Customs customs;
    customs.plan_for_p90 = 1;
    const TravelTable table = make_travel(router, longer, customs);
    CHECK(table.journey(0, 1).crossing == "far");
    CHECK(table.usual(0, 1) == 90 + 10 + 90 + customs.city_least_min);
    CHECK(table.journey(0, 1).is_queue_assumed);
}

TEST_CASE("a crossing that closes is waited for or gone round, whichever is sooner")
{
    const RoadRouter router(two_posts());
    TravelFacts closing = two_posts_facts();
    closing.crossings[0].open = {{at(0, 6), at(0, 14)}, {at(0, 15), at(2, 0)}};
    const TravelTable table = make_travel(router, closing, {});
    CHECK(table.usual(0, 1) == 140);
    CHECK(table.leaving_at(0, 1, at(0, 9)) == 140);
    // There at 14:05, an hour before it opens: the other one takes 195 minutes.
    CHECK(table.leaving_at(0, 1, at(0, 13)) == 195);
    CHECK(table.leaving_at(0, 1, at(0, 13, 45)) == 150);
    closing.crossings[1].open.clear();
    CHECK(make_travel(router, closing, {}).leaving_at(0, 1, at(0, 13)) == 195);
}

TEST_CASE("where no crossing is open there is no way, and a venue without a place has none either")
{
    const RoadRouter router(two_posts());
    TravelFacts shut = two_posts_facts();
    shut.crossings[0].open.clear();
    shut.crossings[1].open.clear();
    shut.places.push_back({std::nullopt, 5, "nowhere"});
    const TravelTable table = make_travel(router, shut, {});
    CHECK(table.usual(0, 1) == Journey::unreachable);
    CHECK(table.usual(0, 3) == 0);
}

TEST_CASE("one flies where that is sooner, and a stated way counts before all")
{
    const RoadRouter router(two_posts());
    TravelFacts more = two_posts_facts();
    more.crossings[0].open.clear();
    more.ways = {{0, 1, 20, true}};
    const TravelTable flown = make_travel(router, more, {});
    CHECK(flown.journey(0, 1).mode == TravelMode::air);
    CHECK(flown.usual(0, 1) == Customs{}.check_in_min + 20);
    CHECK(flown.usual(0, 2) == Customs{}.check_in_min + 20 + Customs{}.city_least_min);
    CHECK(flown.journey(1, 0).mode == TravelMode::road);
    more.ways = {{0, 1, 77, false}};
    CHECK(make_travel(router, more, {}).usual(0, 1) == 77);
}

} // TEST_SUITE
