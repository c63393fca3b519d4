#include "schedule/sat/order_integer.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <set>
#include <utility>
#include <vector>

using namespace dostyk::schedule::sat;

namespace {

/// Whether the value can be taken, asked by the literals of its bounds.
bool can_be(Solver& solver, const OrderInteger& number, int value)
{
    const std::vector<Literal> assumed = {number.at_least(value), number.at_most(value)};
    return solver.solve(assumed, {}) == Answer::satisfiable && number.value() == value;
}

} // namespace

TEST_SUITE("schedule/sat/order_integer") {

TEST_CASE("every value of the range can be taken, and none outside")
{
    Solver solver;
    const OrderInteger number(solver, -2, 3);

    for (int value = -2; value <= 3; ++value) {
        CAPTURE(value);
        CHECK(can_be(solver, number, value));
    }
    CHECK_FALSE(can_be(solver, number, -3));
    CHECK_FALSE(can_be(solver, number, 4));
}

TEST_CASE("a range of one value has it, and equals is truth at once")
{
    Solver solver;
    OrderInteger number(solver, 7, 7);

    CHECK(solver.solve({}, {}) == Answer::satisfiable);
    CHECK(number.value() == 7);
    REQUIRE(solver.solve({}, {}) == Answer::satisfiable);
    CHECK(solver.is_true(number.equals(7)));
    CHECK(number.equals(8) == solver.falsity());
}

TEST_CASE("equals says the value, and a forbidden one is never taken")
{
    CHECK(rc::check([] {
        const int high = *rc::gen::inRange(0, 8);
        const int value = *rc::gen::inRange(0, high + 1);
        const int forbidden = *rc::gen::inRange(0, high + 1);
        Solver solver;
        OrderInteger number(solver, 0, high);
        const Literal is_value = number.equals(value);
        number.forbid(forbidden);
        const std::vector<Literal> assumed = {is_value};

        const Answer answer = solver.solve(assumed, {});

        RC_ASSERT((answer == Answer::satisfiable) == (value != forbidden));
        RC_ASSERT((answer != Answer::satisfiable || number.value() == value));
        const std::vector<Literal> others = {-is_value};
        RC_ASSERT((solver.solve(others, {}) != Answer::satisfiable || number.value() != value));
    }));
}

TEST_CASE("a distance leaves the pairs that enumeration finds")
{
    CHECK(rc::check([] {
        const int high = *rc::gen::inRange(0, 6);
        const int distance = *rc::gen::inRange(-2, 5);
        Solver solver;
        const OrderInteger first(solver, 0, high);
        const OrderInteger second(solver, 1, high + 2);
        const Literal is_off = solver.make_literal();
        add_distance(solver, first, second, distance, is_off);

        for (int a = 0; a <= high; ++a) {
            for (int b = 1; b <= high + 2; ++b) {
                std::vector<Literal> assumed = {first.at_least(a), first.at_most(a),
                                                second.at_least(b), second.at_most(b), -is_off};
                const bool is_apart = a + distance <= b;
                RC_ASSERT((solver.solve(assumed, {}) == Answer::satisfiable) == is_apart);
                assumed.back() = is_off;
                RC_ASSERT(solver.solve(assumed, {}) == Answer::satisfiable);
            }
        }
    }));
}

} // TEST_SUITE
