#include "schedule/search/annealer.hpp"

#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using namespace dostyk::schedule;
using test::at;

TEST_SUITE("schedule/search/annealer") {

TEST_CASE("the best plan is never worse than the one to begin with, and its score is its own")
{
    std::mt19937 random(5);
    for (int round = 0; round < 10; ++round) {
        const Problem problem = test::random_forum(random);
        const Slots slots(problem);
        const Plan before = test::random_plan(problem, random);
        Annealer annealer(problem, slots, before.placements(), 9);
        Score last = compute_score(problem, before);
        for (int i = 0; i <= 10; ++i) {
            annealer.run(200, i / 10.0);
            CHECK_FALSE(last < annealer.best_score());
            last = annealer.best_score();
        }
        Plan best(problem);
        for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
            best.place(static_cast<Index>(i), annealer.best()[i]);
        }
        CHECK(compute_score(problem, best) == annealer.best_score());
    }
}

TEST_CASE("pins and what is left out are honoured")
{
    Problem problem = test::small_forum();
    for (const char* id : {"pinned", "left-out", "free"}) {
        problem.sessions.push_back(test::session_of(problem, id, {0}));
    }
    const Placement pin{at(0, 10), 0};
    problem.sessions[0].pinned = pin;
    problem.finish();
    Placement left_out;
    left_out.is_dropped = true;
    const Slots slots(problem);
    Annealer annealer(problem, slots, {pin, left_out, {at(0, 10), 1}}, 4);
    REQUIRE(annealer.can_move());
    annealer.run(2000, 1);
    CHECK(annealer.best()[0] == pin);
    CHECK(annealer.best()[1] == left_out);
    CHECK(annealer.best_score().hard == 0);
}

TEST_CASE("where nothing may be moved nothing is")
{
    Problem problem = test::small_forum();
    problem.sessions = {test::session_of(problem, "nowhere", {0})};
    problem.sessions[0].venues = {};
    problem.finish();
    const Slots slots(problem);
    Annealer annealer(problem, slots, {Placement{}}, 1);
    CHECK_FALSE(annealer.can_move());
    annealer.run(10, 0.5);
    CHECK_FALSE(annealer.best()[0].is_placed());
}

} // TEST_SUITE
