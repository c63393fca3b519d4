#include "schedule/fixes.hpp"

#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;
using namespace dostyk::schedule;
using test::at;

namespace {

std::vector<Violation> hard_ones(const Problem& problem, const Plan& plan)
{
    std::vector<Violation> all = explain(problem, plan);
    std::erase_if(
        all, [&](const Violation& each) { return problem.book[each.rule].tier != Tier::hard; });
    return all;
}

Plan after(const Plan& plan, const Fix& fix)
{
    Plan changed = plan;
    for (const Shift& shift : fix.shifts) {
        changed.place(shift.session, shift.to);
    }
    return changed;
}

} // namespace

TEST_SUITE("schedule/fixes") {

TEST_CASE("each hard conflict has a fix, which removes it and makes none that is new or worse")
{
    std::mt19937 random(44);
    int seen = 0;
    for (int round = 0; round < 12; ++round) {
        const Problem problem = test::random_forum(random, 8);
        const Plan plan = test::random_plan(problem, random);
        const auto before = hard_ones(problem, plan);
        FixFinder finder(problem, plan);
        for (const Violation& violation : before) {
            CAPTURE(code_of(violation.rule));
            CAPTURE(round);
            const auto fixes = finder.find(violation);
            REQUIRE_FALSE(fixes.empty());
            for (const Fix& fix : fixes) {
                ++seen;
                const Plan mended = after(plan, fix);
                CHECK(fix.after == compute_score(problem, mended));
                for (const Violation& left : hard_ones(problem, mended)) {
                    CHECK_FALSE(is_same_conflict(left, violation));
                    CHECK(std::any_of(before.begin(), before.end(), [&](const Violation& each) {
                        return is_same_conflict(each, left) && each.amount >= left.amount;
                    }));
                }
            }
        }
    }
    CHECK(seen > 100);
}

TEST_CASE("the least change comes first, and what is pinned stays")
{
    Problem problem = test::small_forum();
    problem.sessions = {test::session_of(problem, "one", {0}),
                        test::session_of(problem, "other", {0})};
    problem.sessions[0].pinned = Placement{at(0, 9), 0};
    problem.finish();
    Plan plan(problem);
    plan.place(0, {at(0, 9), 0});
    plan.place(1, {at(0, 10, 30), 1});
    const auto conflicts = hard_ones(problem, plan);
    REQUIRE(conflicts.size() == 1);
    const auto fixes = FixFinder(problem, plan).find(conflicts[0]);
    REQUIRE(fixes.size() >= 2);
    CHECK(fixes[0].shifts == std::vector<Shift>{{1, {at(0, 11), 1}}});
    CHECK(fixes[1].shifts == std::vector<Shift>{{1, {at(0, 10, 30), 0}}});
}

TEST_CASE("where no move helps a session may be left out")
{
    Problem problem = test::small_forum();
    problem.sessions = {test::session_of(problem, "one", {0}),
                        test::session_of(problem, "other", {0})};
    problem.sessions[0].pinned = Placement{at(0, 9), 0};
    problem.sessions[1].pinned = Placement{at(0, 9), 0};
    problem.finish();
    Plan plan(problem);
    plan.place(0, {at(0, 9), 0});
    plan.place(1, {at(0, 9), 0});
    const auto conflicts = hard_ones(problem, plan);
    REQUIRE(conflicts.size() == 2); // of the delegation, and of the hall
    for (const Violation& conflict : conflicts) {
        const auto fixes = FixFinder(problem, plan).find(conflict);
        REQUIRE(fixes.size() == 1);
        REQUIRE(fixes[0].shifts.size() == 1);
        CHECK(fixes[0].shifts[0].to.is_dropped);
    }
}

} // TEST_SUITE
