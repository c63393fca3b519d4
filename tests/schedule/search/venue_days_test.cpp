#include "schedule/search/venue_days.hpp"

#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>

using namespace dostyk;
using namespace dostyk::schedule;

TEST_SUITE("schedule/search/venue_days") {

TEST_CASE("a session is drawn mostly to the city and the day where its people are")
{
    Problem problem = test::small_forum();
    problem.sessions = {test::session_of(problem, "one", {0, 1}),
                        test::session_of(problem, "other", {0, 1})};
    problem.finish();
    const Slots slots(problem);
    Plan plan(problem);
    plan.place(1, {test::at(1, 10), 1});
    VenueDays venue_days;
    venue_days.look(problem, plan, slots, 0);
    Dice dice(5);
    std::map<std::pair<Index, Index>, int> drawn;
    constexpr int draws = 4000;
    for (int i = 0; i < draws; ++i) {
        const VenueDay each = venue_days.draw(dice);
        ++drawn[{each.venue, each.day}];
    }
    // Four places of weights 1, 1, 1 and 9 in two of three draws, and all alike in the third.
    const int there = drawn[{1, 1}];
    CHECK(there > draws * 53 / 100);
    CHECK(there < draws * 62 / 100);
    CHECK(drawn.size() == 4);
    for (const auto& [where, count] : drawn) {
        CAPTURE(where.first);
        CAPTURE(where.second);
        CHECK(count > draws / 20);
    }
}

TEST_CASE("who is nowhere yet is looked for a place anywhere")
{
    Problem problem = test::small_forum();
    problem.sessions = {test::session_of(problem, "alone", {})};
    problem.finish();
    const Slots slots(problem);
    const Plan plan(problem);
    VenueDays venue_days;
    venue_days.look(problem, plan, slots, 0);
    Dice dice(6);
    std::map<std::pair<Index, Index>, int> drawn;
    for (int i = 0; i < 400; ++i) {
        const VenueDay each = venue_days.draw(dice);
        ++drawn[{each.venue, each.day}];
    }
    CHECK(drawn.size() == 4);
}

TEST_CASE("a day on which a session cannot begin is never drawn")
{
    Problem problem = test::small_forum(4);
    Session session = test::session_of(problem, "on the third day", {0});
    session.windows = {{test::at(2, 9), test::at(2, 12)}};
    problem.sessions = {session};
    problem.finish();
    const Slots slots(problem);
    const Plan plan(problem);
    VenueDays venue_days;
    venue_days.look(problem, plan, slots, 0);
    Dice dice(7);
    std::set<Index> venues;
    for (int i = 0; i < 200; ++i) {
        const VenueDay each = venue_days.draw(dice);
        CHECK(each.day == 2);
        venues.insert(each.venue);
    }
    CHECK(venues.size() == 2);
}

} // TEST_SUITE
