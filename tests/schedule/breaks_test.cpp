#include "schedule/breaks.hpp"

#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

#include <numeric>

using namespace dostyk;
using namespace dostyk::schedule;

TEST_SUITE("schedule/breaks") {

TEST_CASE("breaks are what the scorer counts as hard, and allowing them all leaves none")
{
    std::mt19937 random(12);
    for (int round = 0; round < 20; ++round) {
        const Problem problem = test::random_forum(random);
        const Plan plan = test::random_plan(problem, random);

        const BreakAmounts amounts = count_breaks(problem, plan);

        const auto sum =
            std::accumulate(amounts.begin(), amounts.end(), std::int64_t{0},
                            [](std::int64_t all, const auto& each) { return all + each.second; });
        CHECK(sum == compute_score(problem, plan).hard); // hard rules weigh 1
        CHECK(find_breaks(problem, plan).size() == amounts.size());
        CHECK(find_breaks(problem, plan, amounts).empty());
    }
}

TEST_CASE("one more than allowed is a break")
{
    std::mt19937 random(12);
    const Problem problem = test::random_forum(random);
    const Plan plan = test::random_plan(problem, random);
    BreakAmounts amounts = count_breaks(problem, plan);
    REQUIRE_FALSE(amounts.empty());
    --amounts.begin()->second;

    const auto breaks = find_breaks(problem, plan, amounts);

    REQUIRE(breaks.size() == 1);
    CHECK(breaks[0].unit.of == amounts.begin()->first.of);
    CHECK(breaks[0].allowed == amounts.begin()->second);
}

TEST_CASE("breaks are found again where a session and an attendee came before all others")
{
    std::mt19937 random(4);
    for (int round = 0; round < 20; ++round) {
        Problem before = test::random_forum(random, 6);
        before.relations.clear(); // they name sessions by their place
        before.finish();
        const Plan plan = test::random_plan(before, random);
        Problem after = before;
        after.sessions.insert(after.sessions.begin(), test::session_of(before, "a-new-one"));
        after.attendees.insert(after.attendees.begin(), Attendee{});
        for (Session& session : after.sessions) {
            for (auto* all : {&session.required, &session.optional}) {
                for (Index& who : *all) {
                    ++who;
                }
            }
        }
        after.finish();
        Plan moved(after);
        Placement dropped;
        dropped.is_dropped = true;
        moved.place(0, dropped);
        for (std::size_t i = 0; i < before.sessions.size(); ++i) {
            moved.place(static_cast<Index>(i) + 1, plan[static_cast<Index>(i)]);
        }

        CHECK(translated(count_breaks(before, plan), before, after) == count_breaks(after, moved));
    }
}

} // TEST_SUITE
