#include "schedule/search/venue_days.hpp"

#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

#include <map>

using namespace dostyk;
using namespace dostyk::schedule;

namespace {

/// How often each venue and day is drawn for a session.
std::map<std::pair<Index, Index>, int> drawn_for(const Problem& problem, const Plan& plan,
                                                 Index session, int draws)
{
    const Slots slots(problem);
    Timetables timetables(problem);
    timetables.look(plan, session, {});
    VenueDays venue_days(problem);
    venue_days.look(slots, timetables);
    Dice dice(5);
    std::map<std::pair<Index, Index>, int> drawn;
    for (int i = 0; i < draws; ++i) {
        const Slots::VenueDay& each = venue_days.draw(dice);
        ++drawn[{each.venue, each.day}];
    }
    return drawn;
}

} // namespace

TEST_SUITE("schedule/search/venue_days") {

TEST_CASE("a session is drawn mostly to the city and the day where its people are")
{
    Problem problem = test::small_forum();
    problem.sessions = {test::session_of(problem, "one", {0, 1}),
                        test::session_of(problem, "other", {0, 1})};
    problem.finish();
    Plan plan(problem);
    plan.place(1, {test::at(1, 10), 1});
    constexpr int draws = 4000;
    auto drawn = drawn_for(problem, plan, 0, draws);
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
    CHECK(drawn_for(problem, Plan(problem), 0, 400).size() == 4);
}

TEST_CASE("a day on which a session cannot begin is never drawn")
{
    Problem problem = test::small_forum(4);
    Session session = test::session_of(problem, "on the third day", {0});
    session.windows = {{test::at(2, 9), test::at(2, 12)}};
    problem.sessions = {session};
    problem.finish();
    const auto drawn = drawn_for(problem, Plan(problem), 0, 200);
    CHECK(drawn.size() == 2); // both venues
    for (const auto& [where, count] : drawn) {
        CHECK(where.second == 2);
    }
}

} // TEST_SUITE
