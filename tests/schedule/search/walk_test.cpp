#include "schedule/search/walk.hpp"

#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using namespace dostyk::schedule;
using test::at;

TEST_SUITE("schedule/search/walk") {

TEST_CASE("with a scout the same seed gives the same walk, move by move")
{
    std::mt19937 random(7);
    const Problem problem = test::random_forum(random, 30, 3);
    const Slots slots(problem);
    const std::vector<Placement> start = test::random_plan(problem, random).placements();
    Walk one(problem, slots, start, 5, true);
    Walk other(problem, slots, start, 5, true);
    int differs = 0;
    for (int i = 0; i < 100; ++i) {
        const std::vector<Placement> before = one.annealer().placements();
        CHECK(one.run(i / 100.0, true) == other.run(i / 100.0, true));
        CHECK(one.annealer().placements() == other.annealer().placements());
        REQUIRE(one.scouted() != nullptr);
        CHECK(*one.scouted() == before);
        differs += before != one.annealer().placements() ? 1 : 0;
    }
    CHECK(differs > 10);
}

TEST_CASE("a scout's walk keeps what is pinned, and its score is that of its plan")
{
    std::mt19937 random(8);
    for (int round = 0; round < 5; ++round) {
        Problem problem = test::random_forum(random, 20, 3);
        const Plan start = test::random_plan(problem, random);
        for (const std::size_t pinned : {std::size_t{3}, std::size_t{11}}) {
            problem.sessions[pinned].pinned = start.placements()[pinned];
        }
        problem.finish();
        const Slots slots(problem);
        Walk walk(problem, slots, start.placements(), 2, true);
        for (int i = 0; i <= 50; ++i) {
            walk.run(i / 50.0, i % 2 == 0);
        }
        const Annealer& annealer = walk.annealer();
        CHECK(annealer.best()[3] == start.placements()[3]);
        CHECK(annealer.best()[11] == start.placements()[11]);
        CHECK(compute_score(problem, Plan(problem, annealer.best())) == annealer.best_score());
    }
}

TEST_CASE("a walk that has nothing to move, or is given up at once, ends")
{
    Problem problem = test::small_forum();
    problem.sessions = {test::session_of(problem, "one", {0})};
    problem.finish();
    const Slots slots(problem);
    const Walk unused(problem, slots, {Placement{}}, 1, true);
    CHECK(unused.annealer().can_move());
    problem.sessions[0].venues = {};
    problem.finish();
    const Slots none(problem);
    const Walk still(problem, none, {Placement{}}, 1, true);
    CHECK_FALSE(still.annealer().can_move());
    CHECK(still.scouted() == nullptr);
    CHECK_FALSE(still.annealer().best()[0].is_placed());
}

} // TEST_SUITE
