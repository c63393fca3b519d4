#include "schedule/search/placement_costs.hpp"

#include "schedule/search/seen_cost.hpp"
#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;
using namespace dostyk::schedule;

TEST_SUITE("schedule/search/placement_costs") {

TEST_CASE("a placement costs what it adds to a plan by the rules that are looked at")
{
    std::mt19937 random(17);
    int dearer = 0;
    int cheaper = 0;
    for (int round = 0; round < 4000; ++round) {
        const Problem problem = test::random_forum(random, 10, 3);
        const PlacementCosts costs(problem);
        Timetables timetables(problem);
        Plan plan = test::random_plan(problem, random);
        const Index session = round % 10;
        const Placement to = test::random_placement(problem, random);
        if (!to.is_placed()) {
            continue;
        }
        const Index day = problem.calendar.day_of(to.start);
        // A third of the rounds each: nothing else, one elsewhere, one nowhere.
        std::vector<Shift> elsewhere;
        Index without = none;
        const Index other = (session + 1) % 10;
        if (round % 3 == 1) {
            elsewhere = {{other, {test::at(day, 13), 1}}};
        } else if (round % 3 == 2 && plan[other].is_placed() &&
                   problem.calendar.day_of(plan[other].start) == day) {
            without = other;
        }
        timetables.look(plan, session, elsewhere);
        const std::int64_t cost = costs.cost(timetables, to, day, without);
        for (const Shift& each : elsewhere) {
            plan.place(each.session, each.to);
        }
        if (without != none) {
            plan.place(without, {});
        }
        // What begins at the same time stands in either order.
        const auto begins = [&](const Placement& each) {
            return each.is_placed() && each.start == to.start;
        };
        plan.place(session, {});
        if (std::any_of(plan.placements().begin(), plan.placements().end(), begins)) {
            continue;
        }
        const std::int64_t before = test::seen_cost(problem, plan);
        plan.place(session, to);
        const std::int64_t added = test::seen_cost(problem, plan) - before;
        CAPTURE(round);
        REQUIRE(cost == added);
        dearer += added > 0 ? 1 : 0;
        cheaper += added < 0 ? 1 : 0;
    }
    CHECK(dearer > 1000);
    CHECK(cheaper > 5);
}

} // TEST_SUITE
