#include "schedule/search/annealer.hpp"

#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using namespace dostyk::schedule;
using test::at;

namespace {

void step(Annealer& annealer, int moves, double share)
{
    annealer.set_share(share);
    for (int i = 0; i < moves; ++i) {
        annealer.step();
    }
}

} // namespace

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
            step(annealer, 200, i / 10.0);
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

TEST_CASE("a plan that follows what is handed over stays the same as the annealer's")
{
    std::mt19937 random(31);
    for (int round = 0; round < 10; ++round) {
        // Too much for three days: knots are untied as well.
        const Problem problem = test::random_forum(random, 30, 3);
        const Slots slots(problem);
        Annealer annealer(problem, slots, test::random_plan(problem, random).placements(), 9);
        Plan follower(problem, annealer.placements());
        std::vector<Shift> taken;
        int count = 0;
        for (int i = 0; i <= 10; ++i) {
            step(annealer, 300, i / 10.0);
            annealer.hand_over(taken);
            for (const Shift& each : taken) {
                follower.place(each.session, each.to);
                ++count;
            }
            CHECK(follower.placements() == annealer.placements());
        }
        CHECK(count > 0);
    }
}

TEST_CASE("what others propose is taken as what is drawn: where it is not too dear")
{
    Problem problem = test::small_forum();
    for (const char* id : {"one", "other"}) {
        problem.sessions.push_back(test::session_of(problem, id, {0}));
    }
    problem.finish();
    const Slots slots(problem);
    Annealer annealer(problem, slots, {{at(0, 10), 0}, {at(0, 12), 0}}, 4);
    annealer.set_share(1);
    const std::vector<Placement> before = annealer.placements();
    // Both at once breaks a hard rule.
    annealer.take({{{0, before[1]}}, 0});
    CHECK(annealer.placements() == before);
    const Placement free{before[1].start + 180, before[1].venue};
    annealer.take({{{0, free}}, 1'000'000});
    CHECK(annealer.placements()[0] == free);
    CHECK_FALSE(annealer.outlook().is_broken);
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
    step(annealer, 2000, 1);
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
    CHECK_FALSE(annealer.best()[0].is_placed());
}

} // TEST_SUITE
