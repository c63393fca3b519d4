#include "schedule/interpreter_model.hpp"

#include "schedule/interpreter_forum.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using namespace dostyk::schedule;
using test::at;

namespace {

/// Three sessions with the pair "kk-ky" in three venues, of which the one in the middle makes the
/// way short; one interpreter.
Problem three_venues()
{
    Problem problem = test::small_forum();
    problem.venues.push_back(problem.venues.back());
    problem.pairs = {"kk-ky"};
    problem.attendees = {test::interpreter("aida", {0})};
    problem.travel = TravelTable(3);
    for (Index from = 0; from < 3; ++from) {
        for (Index to = 0; to < 3; ++to) {
            Journey way;
            way.minutes = from == to ? 0 : from == 1 || to == 1 ? 15 : 120;
            problem.travel.set(from, to, way);
        }
    }
    for (const char* id : {"first", "between", "last"}) {
        problem.sessions.push_back(test::session_of(problem, id));
        problem.sessions.back().pairs = {0};
        problem.sessions.back().duration = 30;
    }
    problem.finish();
    return problem;
}

Plan held(const Problem& problem)
{
    Plan plan(problem);
    plan.place(0, {at(0, 9), 0});
    plan.place(1, {at(0, 9, 45), 1});
    plan.place(2, {at(0, 10, 30), 2});
    return plan;
}

bool can_be_at(InterpreterModel& model, const std::vector<int>& wanted)
{
    std::vector<sat::Literal> assumed;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const sat::Literal there = model.has_speakers(i, 1);
        assumed.push_back(wanted[i] != 0 ? there : -there);
    }
    return model.solver().solve(assumed, {}) == sat::Answer::satisfiable;
}

} // namespace

TEST_SUITE("schedule/interpreter_model") {

TEST_CASE("a way is that from one session to the next one that somebody is at")
{
    const Problem problem = three_venues();
    const Plan plan = held(problem);
    InterpreterModel model(problem, plan);

    CHECK(can_be_at(model, {1, 1, 1}));
    CHECK(can_be_at(model, {1, 1, 0}));
    CHECK_FALSE(can_be_at(model, {1, 0, 1}));
}

TEST_CASE("what is counted by day is forbidden when a model breaks it, and only that")
{
    Problem problem = three_venues();
    problem.attendees[0].day_load = 60;
    problem.finish();
    const Plan plan = held(problem);
    InterpreterModel model(problem, plan);

    REQUIRE(can_be_at(model, {1, 1, 1}));
    CHECK(model.forbid(model.read()));
    CHECK_FALSE(can_be_at(model, {1, 1, 1}));
    REQUIRE(can_be_at(model, {0, 1, 1}));
    CHECK_FALSE(model.forbid(model.read()));
}

TEST_CASE("a rule that is off forbids nothing")
{
    Problem problem = three_venues();
    problem.book[RuleId::h03].tier = Tier::off;
    const Plan plan = held(problem);
    InterpreterModel model(problem, plan);

    CHECK(can_be_at(model, {1, 0, 1}));
}

TEST_CASE("a fact that is not assumed forbids nothing")
{
    Problem problem = three_venues();
    problem.sessions[1].pairs.clear();
    problem.finish();
    const Plan plan = held(problem);
    InterpreterModel model(problem, plan, InterpreterModel::Naming::facts);
    const auto is_possible_without = [&](FactKind kind) {
        std::vector<sat::Literal> assumed;
        for (const auto& [fact, literal] : model.facts()) {
            if (fact.kind != kind) {
                assumed.push_back(literal);
            }
        }
        return model.solver().solve(assumed, {}) == sat::Answer::satisfiable;
    };

    CHECK_FALSE(is_possible_without(FactKind::turns));
    for (const FactKind kind :
         {FactKind::way, FactKind::one_place, FactKind::speakers, FactKind::interpreted}) {
        CAPTURE(static_cast<int>(kind));
        CHECK(is_possible_without(kind));
    }
}

} // TEST_SUITE
