#include "schedule/affected.hpp"

#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using namespace dostyk::schedule;
using test::at;

TEST_SUITE("schedule/affected") {

TEST_CASE("who attends, or would like to, and both venues are told once")
{
    Problem problem = test::small_forum();
    problem.attendees[1].kind = AttendeeKind::person;
    problem.attendees.push_back({"aida", AttendeeKind::interpreter});
    problem.sessions = {test::session_of(problem, "one", {0, 2}),
                        test::session_of(problem, "two", {0}),
                        test::session_of(problem, "three", {1})};
    problem.sessions[1].optional = {1};
    problem.finish();
    Plan plan(problem);
    plan.place(0, {at(0, 9), 0});

    const std::vector<Shift> moves{{0, {at(0, 10), 1}}, {1, {at(1, 10), 1}}};
    const Affected affected = find_affected(problem, plan, moves);

    CHECK(affected.delegations == std::vector<Index>{0});
    CHECK(affected.persons == std::vector<Index>{1});
    CHECK(affected.interpreters == std::vector<Index>{2});
    CHECK(affected.venues == std::vector<Index>{0, 1});
    CHECK(find_affected(problem, plan, {}).venues.empty());
}

} // TEST_SUITE
