#include "schedule/scorer.hpp"

#include "schedule/constraints/catalogue.hpp"
#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace dostyk;
using namespace dostyk::schedule;

namespace {

std::vector<Unit> units_of(const Problem& problem, const Constraint& constraint)
{
    std::vector<Unit> units;
    switch (constraint.unit_kind()) {
    case UnitKind::session:
        for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
            units.push_back({static_cast<Index>(i), 0});
        }
        break;
    case UnitKind::lane_day:
        for (Index i = 0; i < problem.lanes(constraint.lane_kind()); ++i) {
            for (Index day = 0; day < problem.day_count(); ++day) {
                units.push_back({problem.lane(constraint.lane_kind(), i), day});
            }
        }
        break;
    case UnitKind::relation:
        for (std::size_t i = 0; i < problem.relations.size(); ++i) {
            units.push_back({static_cast<Index>(i), 0});
        }
        break;
    case UnitKind::whole:
        units.push_back({});
    }
    return units;
}

} // namespace

TEST_SUITE("schedule/scorer") {

TEST_CASE("what a move changes is what counting everything anew changes, for every rule")
{
    std::mt19937 random(20260512);
    for (int round = 0; round < 30; ++round) {
        const Problem problem = test::random_forum(random);
        Scorer scorer(problem, test::random_plan(problem, random));
        REQUIRE(scorer.score() == compute_score(problem, scorer.plan()));
        std::uniform_int_distribution<Index> session(
            0, static_cast<Index>(problem.sessions.size()) - 1);
        for (int move = 0; move < 60; ++move) {
            std::vector<Shift> shifts{{session(random), test::random_placement(problem, random)}};
            if (move % 3 == 0) {
                shifts.push_back({session(random), test::random_placement(problem, random)});
            }
            scorer.apply(shifts);
            CAPTURE(round);
            CAPTURE(move);
            REQUIRE(scorer.score() == compute_score(problem, scorer.plan()));
        }
    }
}

TEST_CASE("a move that is too dear leaves everything as it was")
{
    constexpr std::int64_t weight = 1000;
    std::mt19937 random(7);
    int taken = 0;
    int refused = 0;
    for (int round = 0; round < 10; ++round) {
        const Problem problem = test::random_forum(random);
        Scorer scorer(problem, test::random_plan(problem, random));
        const auto cost_of = [](Score score) { return score.hard * weight + score.soft; };
        for (int move = 0; move < 300; ++move) {
            const auto before = scorer.plan().placements();
            const Score score = scorer.score();
            std::vector<Shift> shifts{{move % 12, test::random_placement(problem, random)}};
            if (move % 2 == 0) {
                shifts.push_back({(move + 5) % 12, test::random_placement(problem, random)});
            }
            Plan after(problem, before);
            for (const Shift& shift : shifts) {
                after.place(shift.session, shift.to);
            }
            const Score anew = compute_score(problem, after);
            // Just enough in every third turn: what it may save is never held too low.
            const std::int64_t most = move % 3 == 0 ? cost_of(anew) : cost_of(score);
            REQUIRE(scorer.apply_if(shifts, weight, most) == (cost_of(anew) <= most));
            const bool is_taken = cost_of(anew) <= most;
            (is_taken ? taken : refused) += 1;
            CHECK(scorer.plan().placements() == (is_taken ? after.placements() : before));
            REQUIRE(scorer.score() == (is_taken ? anew : score));
        }
    }
    CHECK(taken > 200);
    CHECK(refused > 200);
}

TEST_CASE("every rule of the catalogue is broken by some plan, and told exactly when it costs")
{
    std::mt19937 random(38);
    std::set<RuleId> broken;
    std::set<RuleId> kept;
    for (int round = 0; round < 60; ++round) {
        const Problem problem = test::random_forum(random);
        const Plan plan = test::random_plan(problem, random);
        for (const Constraint* constraint : all_constraints()) {
            for (const Unit unit : units_of(problem, *constraint)) {
                std::vector<Violation> told;
                constraint->explain(problem, plan, unit, told);
                const int amount = constraint->amount(problem, plan, unit);
                int sum = 0;
                for (const Violation& each : told) {
                    CHECK(each.rule == constraint->rule());
                    CHECK(each.amount > 0);
                    sum += each.amount;
                }
                CAPTURE(code_of(constraint->rule()));
                REQUIRE(sum == amount);
                (amount > 0 ? broken : kept).insert(constraint->rule());
            }
        }
    }
    for (std::size_t i = 0; i < rule_count; ++i) {
        CAPTURE(code_of(static_cast<RuleId>(i)));
        CHECK(broken.contains(static_cast<RuleId>(i)));
        CHECK(kept.contains(static_cast<RuleId>(i)));
    }
}

TEST_CASE("a rule that is off costs nothing and is not told")
{
    std::mt19937 random(3);
    Problem problem = test::random_forum(random);
    const Plan plan = test::random_plan(problem, random);
    CHECK(compute_score(problem, plan).hard > 0);
    problem.book.rules.fill({Tier::off, 1});
    CHECK(compute_score(problem, plan) == Score{});
    CHECK(explain(problem, plan).empty());
}

} // TEST_SUITE
