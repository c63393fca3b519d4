#include "schedule/placement_model.hpp"

#include "schedule/repair.hpp"
#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using namespace dostyk::schedule;
using test::at;

TEST_SUITE("schedule/placement_model") {

TEST_CASE("nothing is proved of a meal whose hours another clock would move")
{
    Problem problem = test::small_forum(1);
    problem.sessions = {test::session_of(problem, "signing", {0}),
                        test::session_of(problem, "talks", {0})};
    problem.sessions[0].pinned = Placement{at(0, 12), 0};
    problem.sessions[0].duration = 120;
    problem.finish();
    Plan plan(problem);
    plan.place(0, {at(0, 12), 0});
    plan.place(1, {at(0, 17), 0});
    REQUIRE(repair(problem, plan, {}).end == RepairEnd::impossible);

    // With the talks at the other venue first, the meal is from 11 to 13.
    problem.venues[1].clock_shift = {60};
    Plan mended = plan;
    mended.place(1, {at(0, 9), 1});
    REQUIRE(find_breaks(problem, mended).empty());

    const Repair repaired = repair(problem, plan, {});

    CHECK(repaired.end != RepairEnd::impossible);
    CHECK_FALSE(repaired.is_least);
}

TEST_CASE("nothing is proved of interpreters who take turns where another session begins")
{
    Problem problem = test::small_forum(1);
    problem.pairs = {"kk-ky", "en-ru"};
    const auto add = [&](std::string id, Index pair, Interval there) {
        Attendee interpreter;
        interpreter.id = std::move(id);
        interpreter.kind = AttendeeKind::interpreter;
        interpreter.available = {there};
        interpreter.pairs = {pair};
        problem.attendees.push_back(std::move(interpreter));
    };
    add("early", 0, {0, at(0, 9)});
    add("late", 0, {at(0, 9), at(1, 0)});
    add("other", 1, {0, at(1, 0)});
    problem.sessions = {test::session_of(problem, "signing", {0}),
                        test::session_of(problem, "talks", {1})};
    problem.sessions[0].pinned = Placement{at(0, 8), 0};
    problem.sessions[0].duration = 120;
    problem.sessions[0].pairs = {0};
    problem.sessions[1].pairs = {1};
    problem.finish();
    Plan plan(problem);
    plan.place(0, {at(0, 8), 0});
    plan.place(1, {at(0, 17), 1});
    REQUIRE_FALSE(find_breaks(problem, plan).empty());
    Plan mended = plan;
    mended.place(1, {at(0, 9), 1});
    REQUIRE(find_breaks(problem, mended).empty());

    const Repair repaired = repair(problem, plan, {});

    CHECK(repaired.end != RepairEnd::impossible);
    CHECK_FALSE(repaired.is_least);
}

TEST_CASE("nothing is proved where people may be at two sessions of a venue at a time")
{
    Problem problem = test::small_forum(1);
    problem.venues[0].parallel = 2;
    problem.book[RuleId::h02].tier = Tier::off;
    problem.sessions = {test::session_of(problem, "signing", {0}),
                        test::session_of(problem, "talks", {0})};
    problem.sessions[0].pinned = Placement{at(0, 10), 0};
    problem.sessions[1].windows = {{at(0, 10), at(0, 11)}};
    problem.finish();
    Plan plan(problem);
    plan.place(0, {at(0, 10), 0});
    plan.place(1, {at(0, 16), 0});
    Plan mended = plan;
    mended.place(1, {at(0, 10), 0});
    REQUIRE(find_breaks(problem, mended).empty());

    const Repair repaired = repair(problem, plan, {});

    REQUIRE(repaired.end == RepairEnd::found);
    CHECK_FALSE(repaired.is_least);
}

} // TEST_SUITE
