#include "schedule/b2b_model.hpp"

#include "schedule/small_b2b.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using schedule::sat::Answer;

TEST_SUITE("schedule/b2b_model") {

TEST_CASE("every model is a sound plan that costs as many breaks as it has")
{
    CHECK(rc::check([] {
        const auto forum = test::any_forum();
        const int fairness = *rc::gen::inRange(0, 3);
        schedule::sat::Solver solver;
        const schedule::B2bModel model(solver, forum, fairness);
        if (solver.solve({}, {}) != Answer::satisfiable) {
            return;
        }
        const auto check = schedule::check_b2b(forum, model.plan(), fairness);
        schedule::sat::Cost cost = 0;
        for (const auto& each : model.costs()) {
            cost += solver.is_true(each.literal) ? each.weight : 0;
        }
        RC_ASSERT(check.fault == schedule::B2bFault::sound);
        RC_ASSERT(check.breaks == cost);
    }));
}

TEST_CASE("what is left out costs what it is said to, and the plan says so")
{
    CHECK(rc::check([] {
        const auto desk = test::any_desk();
        schedule::sat::Solver solver;
        const schedule::B2bModel model(solver, desk, 2);
        if (solver.solve({}, {}) != Answer::satisfiable) {
            return;
        }
        const auto plan = model.plan();
        const auto check = schedule::check_b2b(desk, plan, 2);
        schedule::sat::Cost cost = 0;
        for (const auto& each : model.costs()) {
            cost += solver.is_true(each.literal) ? each.weight : 0;
        }
        RC_ASSERT(check.fault == schedule::B2bFault::sound);
        RC_ASSERT(test::cost_of(desk, plan, check.breaks) == cost);
    }));
}

TEST_CASE("a forum without meetings has the empty plan, and nothing costs")
{
    schedule::sat::Solver solver;
    const auto forum = test::make_forum(2, 3, {});
    const schedule::B2bModel model(solver, forum, 2);

    CHECK(solver.solve({}, {}) == Answer::satisfiable);
    CHECK(model.plan().empty());
    CHECK(model.costs().empty());
}

} // TEST_SUITE
