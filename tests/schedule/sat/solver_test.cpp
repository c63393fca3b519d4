#include "schedule/sat/solver.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace dostyk::schedule::sat;

namespace {

/// Pigeons in one hole fewer: no model, and long to see.
void add_pigeons(Solver& solver, int holes)
{
    std::vector<std::vector<Literal>> sits;
    for (int pigeon = 0; pigeon <= holes; ++pigeon) {
        sits.emplace_back();
        for (int hole = 0; hole < holes; ++hole) {
            sits.back().push_back(solver.make_literal());
            for (int other = 0; other < pigeon; ++other) {
                const auto at = static_cast<std::size_t>(hole);
                solver.add_clause({-sits.back()[at], -sits[static_cast<std::size_t>(other)][at]});
            }
        }
        solver.add_clause(sits.back());
    }
}

} // namespace

TEST_SUITE("schedule/sat/solver") {

TEST_CASE("a model is read by both signs of a literal")
{
    Solver solver;
    const Literal yes = solver.make_literal();
    const Literal no = solver.make_literal();
    solver.add_clause({yes});
    solver.add_clause({-no, -yes});

    REQUIRE(solver.solve({}, {}) == Answer::satisfiable);

    CHECK(solver.is_true(yes));
    CHECK_FALSE(solver.is_true(-yes));
    CHECK_FALSE(solver.is_true(no));
    CHECK(solver.is_true(-no));
    CHECK(solver.is_true(solver.truth()));
    CHECK_FALSE(solver.is_true(solver.falsity()));
}

TEST_CASE("an assumption holds for one question alone")
{
    Solver solver;
    const Literal on = solver.make_literal();
    const std::vector<Literal> assumed = {on};
    const std::vector<Literal> opposite = {-on};

    REQUIRE(solver.solve(assumed, {}) == Answer::satisfiable);
    CHECK(solver.is_true(on));
    CHECK(solver.solve(opposite, {}) == Answer::satisfiable);
}

TEST_CASE("failed names the selectors that cannot hold together, and no other")
{
    Solver solver;
    const Literal wanted = solver.make_literal();
    const Literal first = solver.make_literal();
    const Literal second = solver.make_literal();
    const Literal other = solver.make_literal();
    solver.add_clause({-first, wanted});
    solver.add_clause({-second, -wanted});
    const std::vector<Literal> selectors = {other, first, second};

    REQUIRE(solver.solve(selectors, {}) == Answer::unsatisfiable);

    CHECK(solver.failed() == std::vector{first, second});
    CHECK(solver.solve({}, {}) == Answer::satisfiable);
}

TEST_CASE("an empty clause leaves no model, whatever is assumed")
{
    Solver solver;
    solver.add_clause({solver.falsity()});
    const std::vector<Literal> assumed = {solver.make_literal()};

    REQUIRE(solver.solve(assumed, {}) == Answer::unsatisfiable);
    CHECK(solver.failed().empty());
}

TEST_CASE("a search ends unknown at its conflicts, its deadline and its stop, and goes on after")
{
    Solver solver;
    add_pigeons(solver, 11);

    CHECK(solver.solve({}, {}, 10) == Answer::unknown);

    Limits over;
    over.deadline = std::chrono::steady_clock::now();
    CHECK(solver.solve({}, over) == Answer::unknown);

    std::stop_source stop;
    stop.request_stop();
    Limits stopped;
    stopped.stop = stop.get_token();
    CHECK(solver.solve({}, stopped) == Answer::unknown);

    Solver small;
    add_pigeons(small, 4);
    CHECK(small.solve({}, {}, 1) != Answer::satisfiable);
    CHECK(small.solve({}, {}) == Answer::unsatisfiable);
}

TEST_CASE("what is preferred is no constraint")
{
    Solver solver;
    const Literal needed = solver.make_literal();
    solver.prefer(-needed);
    solver.add_clause({needed});

    REQUIRE(solver.solve({}, {}) == Answer::satisfiable);
    CHECK(solver.is_true(needed));
}

} // TEST_SUITE
