#include "schedule/plan.hpp"

#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace dostyk;
using namespace dostyk::schedule;
using test::at;

namespace {

std::vector<Index> row(const Plan& plan, Index lane, Index day)
{
    const auto sessions = plan.row(lane, day);
    return {sessions.begin(), sessions.end()};
}

} // namespace

TEST_SUITE("schedule/plan") {

TEST_CASE("a lane's day has its sessions by their beginning")
{
    Problem problem = test::small_forum();
    problem.sessions = {test::session_of(problem, "late", {0}),
                        test::session_of(problem, "early", {0}),
                        test::session_of(problem, "other", {1})};
    problem.finish();
    Plan plan(problem);
    plan.place(0, {at(0, 15), 0});
    plan.place(1, {at(0, 9), 1});
    plan.place(2, {at(1, 9), 1});
    CHECK(row(plan, 0, 0) == std::vector<Index>{1, 0});
    CHECK(row(plan, 1, 0).empty());
    CHECK(row(plan, problem.lane(LaneKind::venue, 1), 0) == std::vector<Index>{1});
    CHECK(plan.first_after(problem.lane(LaneKind::venue, 1), 0) == 2);
    CHECK(plan.first_after(0, 0) == none);
    CHECK(plan.travel(0, 1) == 60);
    CHECK(plan.city(1) == 1);

    plan.place(0, {at(0, 8), 1});
    CHECK(row(plan, 0, 0) == std::vector<Index>{0, 1});
    plan.place(0, {});
    CHECK(row(plan, 0, 0) == std::vector<Index>{1});
}

TEST_CASE("rows hold exactly what is placed, whatever was moved before")
{
    std::mt19937 random(5);
    const Problem problem = test::random_forum(random);
    Plan plan(problem);
    for (int move = 0; move < 400; ++move) {
        plan.place(move % 12, test::random_placement(problem, random));
    }
    Plan fresh(problem);
    for (Index i = 0; i < 12; ++i) {
        fresh.place(i, plan[i]);
    }
    for (Index lane = 0; lane < problem.lane_count; ++lane) {
        for (Index day = 0; day < problem.day_count(); ++day) {
            REQUIRE(row(plan, lane, day) == row(fresh, lane, day));
        }
    }
}

TEST_CASE("lanes of different kinds have different numbers")
{
    std::mt19937 random(5);
    const Problem problem = test::random_forum(random);
    std::set<Index> seen;
    Index count = 0;
    for (std::size_t kind = 0; kind < lane_kind_count; ++kind) {
        const auto lanes = static_cast<LaneKind>(kind);
        for (Index i = 0; i < problem.lanes(lanes); ++i, ++count) {
            seen.insert(problem.lane(lanes, i));
        }
    }
    CHECK(static_cast<Index>(seen.size()) == count);
    CHECK(count == problem.lane_count);
}

} // TEST_SUITE
