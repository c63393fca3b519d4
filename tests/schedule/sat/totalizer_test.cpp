#include "schedule/sat/totalizer.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <vector>

using namespace dostyk::schedule::sat;

namespace {

std::vector<Literal> make_literals(Solver& solver, std::size_t count)
{
    std::vector<Literal> literals;
    for (std::size_t i = 0; i < count; ++i) {
        literals.push_back(solver.make_literal());
    }
    return literals;
}

std::vector<Literal> signed_as(const std::vector<Literal>& literals, const std::vector<bool>& on)
{
    std::vector<Literal> made;
    for (std::size_t i = 0; i < literals.size(); ++i) {
        made.push_back(on[i] ? literals[i] : -literals[i]);
    }
    return made;
}

} // namespace

TEST_SUITE("schedule/sat/totalizer") {

TEST_CASE("both ways: every output is what the inputs count to, in whatever order it is asked for")
{
    CHECK(rc::check([] {
        const auto on = *rc::gen::container<std::vector<bool>>(
            *rc::gen::inRange<std::size_t>(1, 12), rc::gen::arbitrary<bool>());
        const auto asked = *rc::gen::container<std::vector<int>>(
            3, rc::gen::inRange(0, static_cast<int>(on.size()) + 2));
        Solver solver;
        const auto inputs = make_literals(solver, on.size());
        Totalizer total(solver, inputs, Counting::both_ways);
        const auto count = std::count(on.begin(), on.end(), true);

        for (const int each : asked) {
            const Literal output = total.at_least(each);
            const auto assumed = signed_as(inputs, on);
            RC_ASSERT(solver.solve(assumed, {}) == Answer::satisfiable);
            RC_ASSERT(solver.is_true(output) == (count >= each));
        }
    }));
}

TEST_CASE("upward: a denied output is possible as long as fewer inputs are true")
{
    CHECK(rc::check([] {
        const auto on = *rc::gen::container<std::vector<bool>>(
            *rc::gen::inRange<std::size_t>(1, 12), rc::gen::arbitrary<bool>());
        const int bound = *rc::gen::inRange(1, static_cast<int>(on.size()) + 1);
        Solver solver;
        const auto inputs = make_literals(solver, on.size());
        Totalizer total(solver, inputs, Counting::upward);
        auto assumed = signed_as(inputs, on);
        assumed.push_back(-total.at_least(bound));

        const bool is_possible = solver.solve(assumed, {}) == Answer::satisfiable;

        RC_ASSERT(is_possible == (std::count(on.begin(), on.end(), true) < bound));
    }));
}

TEST_CASE("beyond its inputs a count is never reached, and none is always")
{
    Solver solver;
    Totalizer empty(solver, {}, Counting::both_ways);
    CHECK(empty.at_least(0) == solver.truth());
    CHECK(empty.at_least(1) == solver.falsity());

    const auto inputs = make_literals(solver, 2);
    Totalizer two(solver, inputs, Counting::upward);
    CHECK(two.at_least(3) == solver.falsity());
    CHECK(two.size() == 2);
}

} // TEST_SUITE
