#include "schedule/search/first_plan.hpp"

#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using namespace dostyk::schedule;
using test::at;

TEST_SUITE("schedule/search/first_plan") {

TEST_CASE("what has slots gets one, what is placed or dropped stays")
{
    std::mt19937 random(3);
    for (int round = 0; round < 20; ++round) {
        const Problem problem = test::random_forum(random);
        const Slots slots(problem);
        const Plan before = test::random_plan(problem, random);
        Scorer scorer(problem, before);
        Dice dice(1);
        place_all(scorer, problem, slots, dice);
        for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
            const auto session = static_cast<Index>(i);
            if (before[session].is_placed() || before[session].is_dropped) {
                CHECK(scorer.plan()[session] == before[session]);
            } else if (slots.of(session).empty()) {
                CHECK_FALSE(scorer.plan()[session].is_placed());
            } else {
                CHECK(slots.has(session, scorer.plan()[session]));
            }
        }
    }
}

TEST_CASE("the least costly slot is taken")
{
    Problem problem = test::small_forum(1);
    problem.sessions = {test::session_of(problem, "talks", {0}),
                        test::session_of(problem, "signing", {0})};
    problem.sessions[0].windows = {{at(0, 9), at(0, 10)}};
    problem.sessions[0].venues = {0};
    problem.sessions[1].windows = {{at(0, 9), at(0, 12)}};
    problem.sessions[1].venues = {0};
    problem.finish();
    Scorer scorer(problem, Plan(problem));
    Dice dice(1);
    place_all(scorer, problem, Slots(problem), dice);
    CHECK(scorer.score().hard == 0);
}

} // TEST_SUITE
