#include "schedule/earliest_arrival.hpp"

#include "schedule/tiny_forum.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using namespace dostyk::schedule;

TEST_SUITE("schedule/earliest_arrival") {

TEST_CASE(
    "no later departure arrives earlier, and the latest departure is the last that is in time")
{
    std::mt19937 random(8);
    const Problem problem = test::tiny_forum(random, 1);
    const EarliestArrival ways(problem.travel);
    const Minute end = problem.calendar.days().back().whole.end;
    for (Minute leaves = 0; leaves < end; leaves += 7) {
        CAPTURE(leaves);
        const Minute arrives = ways.arrival(0, 2, leaves);

        CHECK(arrives >= leaves + ways.least(0, 2));
        CHECK(arrives <= leaves + problem.travel.leaving_at(0, 2, leaves));
        for (Minute later = leaves; later < end; later += 5) {
            CHECK(later + problem.travel.leaving_at(0, 2, later) >= arrives);
        }
        const Minute latest = ways.departure(0, 2, arrives);
        CHECK(ways.arrival(0, 2, latest) <= arrives);
        CHECK(ways.arrival(0, 2, latest + 1) > arrives);
    }
}

TEST_CASE("a detour that is faster than a stated way is a bound for it")
{
    TravelTable travel(3);
    const auto set = [&](Index from, Index to, Minute minutes) {
        Journey way;
        way.minutes = minutes;
        travel.set(from, to, way);
    };
    set(0, 1, 30);
    set(1, 2, 30);
    set(0, 2, 90);

    const EarliestArrival ways(travel);

    CHECK(ways.least(0, 2) == 60);
    CHECK_FALSE(ways.is_direct(0, 2));
    CHECK(ways.is_direct(0, 1));
    CHECK(ways.arrival(0, 2, 600) == 660);
    CHECK(ways.departure(0, 2, 660) == 600);
}

} // TEST_SUITE
