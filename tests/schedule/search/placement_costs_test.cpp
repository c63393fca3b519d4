#include "schedule/search/placement_costs.hpp"

#include "schedule/search/seen_cost.hpp"
#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace dostyk;
using namespace dostyk::schedule;

namespace {

/// How many nights are too short for somebody.
int short_nights(const Problem& problem, const Plan& plan)
{
    int nights = 0;
    for (const Violation& each : explain(problem, plan)) {
        nights += each.rule == RuleId::h15 && each.aspect == 2 ? 1 : 0;
    }
    return nights;
}

/// How many of those who are required at a session have a day with it that is too much for them.
int broken_days(const Problem& problem, const Plan& plan, Index session)
{
    const std::vector<Index>& required = problem.session(session).required;
    std::set<Index> attendees;
    for (const Violation& each : explain(problem, plan)) {
        const bool is_of_day =
            (each.rule == RuleId::h15 && each.aspect != 2) || each.rule == RuleId::h16;
        if (is_of_day &&
            std::find(each.sessions.begin(), each.sessions.end(), session) != each.sessions.end()) {
            attendees.insert(each.attendee);
        }
    }
    return static_cast<int>(std::count_if(required.begin(), required.end(),
                                          [&](Index each) { return attendees.contains(each); }));
}

} // namespace

TEST_SUITE("schedule/search/placement_costs") {

TEST_CASE("a placement costs what it adds to a plan by the rules that are looked at")
{
    std::mt19937 random(17);
    int refused = 0;
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
        const int nights = short_nights(problem, plan);
        plan.place(session, to);
        const std::int64_t added = test::seen_cost(problem, plan) - before;
        const int broken =
            broken_days(problem, plan, session) + short_nights(problem, plan) - nights;
        CAPTURE(round);
        REQUIRE(cost == added + broken * PlacementCosts::refused);
        refused += broken > 0 ? 1 : 0;
        dearer += added > 0 ? 1 : 0;
        cheaper += added < 0 ? 1 : 0;
    }
    CHECK(refused > 100);
    CHECK(dearer > 1000);
    CHECK(cheaper > 5);
}

} // TEST_SUITE
