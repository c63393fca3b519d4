#include "schedule/search/move.hpp"

#include "schedule/search/first_plan.hpp"
#include "schedule/search/seen_cost.hpp"
#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace dostyk;
using namespace dostyk::schedule;

TEST_SUITE("schedule/search/move") {

TEST_CASE("each move proposes slots for movable sessions, and its cost is that of counting anew")
{
    std::mt19937 random(11);
    std::vector<int> proposals(all_moves().size());
    for (int round = 0; round < 40; ++round) {
        const Problem problem = test::random_forum(random, 14);
        const Slots slots(problem);
        Dice dice(static_cast<std::uint64_t>(round));
        Scorer scorer(problem, Plan(problem));
        place_all(scorer, problem, slots, dice);
        std::vector<Index> indices;
        for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
            if (!slots.of(static_cast<Index>(i)).empty() && i % 5 != 0) {
                indices.push_back(static_cast<Index>(i));
            }
        }
        if (indices.empty()) {
            continue;
        }
        const Movable movable(problem, indices);
        MoveRoom room(problem, scorer.plan(), slots);
        const MoveContext context{problem, scorer.plan(), slots, movable, room};
        std::vector<Shift> shifts;
        for (std::size_t move = 0; move < all_moves().size(); ++move) {
            for (int i = 0; i < 30; ++i) {
                if (!all_moves()[move].move(context, dice.pick(indices), dice, shifts)) {
                    continue;
                }
                ++proposals[move];
                std::set<Index> moved;
                bool is_change = false;
                for (const Shift& shift : shifts) {
                    CHECK(std::binary_search(indices.begin(), indices.end(), shift.session));
                    CHECK(moved.insert(shift.session).second);
                    CHECK(slots.has(shift.session, shift.to));
                    is_change = is_change || shift.to != scorer.plan()[shift.session];
                }
                CHECK(is_change);
                scorer.apply(shifts);
                REQUIRE(scorer.score() == compute_score(problem, scorer.plan()));
            }
        }
    }
    for (std::size_t move = 0; move < proposals.size(); ++move) {
        CAPTURE(move);
        CHECK(proposals[move] > 5);
    }
}

TEST_CASE("what would add more than it may by a quick look is not proposed")
{
    std::mt19937 random(15);
    int proposals = 0;
    int chains = 0;
    for (int round = 0; round < 60; ++round) {
        Problem problem = test::random_forum(random, 14);
        // To mend a broken day is worth any wish.
        problem.book[RuleId::h15].tier = Tier::off;
        problem.book[RuleId::h16].tier = Tier::off;
        const Slots slots(problem);
        Dice dice(static_cast<std::uint64_t>(round));
        Scorer scorer(problem, Plan(problem));
        place_all(scorer, problem, slots, dice);
        std::vector<Index> indices;
        for (Index each = 0; each < 14; ++each) {
            if (scorer.plan()[each].is_placed() && !slots.of(each).empty()) {
                indices.push_back(each);
            }
        }
        if (indices.empty()) {
            continue;
        }
        const Movable movable(problem, indices);
        MoveRoom room(problem, scorer.plan(), slots);
        MoveContext context{problem, scorer.plan(), slots, movable, room};
        context.most_added = 10;
        const std::int64_t before = test::seen_cost(problem, scorer.plan());
        std::vector<Shift> shifts;
        for (int i = 0; i < 40; ++i) {
            const Index session = dice.pick(indices);
            if (!(i % 2 == 0 ? find_gap : push_out)(context, session, dice, shifts)) {
                continue;
            }
            Plan plan = scorer.plan();
            for (const Shift& shift : shifts) {
                plan.place(shift.session, shift.to);
            }
            // Two that begin at one time are not in order: what follows what is not told then.
            std::set<Minute> starts;
            if (std::any_of(shifts.begin(), shifts.end(), [&](const Shift& shift) {
                    return !starts.insert(shift.to.start).second;
                })) {
                continue;
            }
            CAPTURE(round);
            CAPTURE(shifts.size());
            CHECK(test::seen_cost(problem, plan) - before <= context.most_added);
            ++proposals;
            chains += shifts.size() > 1 ? 1 : 0;
        }
    }
    CHECK(proposals > 50);
    CHECK(chains > 20);
}

TEST_CASE("a session that begins between the times of the grid is moved to slots alone")
{
    Problem problem = test::small_forum();
    problem.sessions = {test::session_of(problem, "by hand", {0})};
    problem.finish();
    const Slots slots(problem);
    Plan plan(problem);
    plan.place(0, {test::at(0, 10, 7), 0});
    const Movable movable(problem, {0});
    MoveRoom room(problem, plan, slots);
    const MoveContext context{problem, plan, slots, movable, room};
    Dice dice(6);
    std::vector<Shift> shifts;
    int proposals = 0;
    for (int i = 0; i < 20; ++i) {
        for (const WeightedMove& each : all_moves()) {
            if (each.move(context, 0, dice, shifts)) {
                REQUIRE(shifts.size() == 1);
                REQUIRE(slots.has(0, shifts[0].to));
                ++proposals;
            }
        }
    }
    CHECK(proposals > 20);
}

} // TEST_SUITE
