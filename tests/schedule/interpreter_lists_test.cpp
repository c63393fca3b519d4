#include "schedule/interpreter_lists.hpp"

#include "schedule/interpreter_forum.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using namespace dostyk::schedule;

TEST_SUITE("schedule/interpreter_lists") {

TEST_CASE("lists are what is required of interpreters, and others stay required")
{
    Problem problem = test::small_forum();
    problem.attendees = {Attendee{"guests"}, test::interpreter("aida", {0})};
    problem.pairs = {"kk-ky"};
    problem.sessions = {test::session_of(problem, "talks", {0, 1}),
                        test::session_of(problem, "signing", {0})};
    problem.finish();

    CHECK(interpreters_of(problem) == InterpreterLists{{1}, {}});
    const Problem other = with_interpreters(problem, {{}, {1}});
    CHECK(other.sessions[0].required == std::vector<Index>{0});
    CHECK(other.sessions[1].required == std::vector<Index>{0, 1});
}

TEST_CASE("who is absent speaks nothing and is named for nothing")
{
    Problem problem = test::small_forum();
    problem.attendees = {test::interpreter("aida", {0}), test::interpreter("dana", {0})};
    problem.pairs = {"kk-ky"};
    problem.sessions = {test::session_of(problem, "talks", {0, 1})};
    problem.finish();

    const Problem without = without_interpreters(problem, std::vector<Index>{0});

    CHECK(interpreters_of(without) == InterpreterLists{{1}});
    CHECK(speakers_of(without, 0) == std::vector<Index>{1});
}

} // TEST_SUITE
