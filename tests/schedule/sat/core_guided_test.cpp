#include "schedule/sat/core_guided.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <vector>

using namespace dostyk::schedule::sat;

namespace {

using Clauses = std::vector<std::vector<int>>; ///< As DIMACS numbers literals

bool holds(const Clauses& clauses, unsigned model)
{
    const auto is_true = [&](int number) {
        const bool is_on = (model >> (std::abs(number) - 1) & 1U) != 0;
        return is_on == (number > 0);
    };
    return std::all_of(clauses.begin(), clauses.end(), [&](const std::vector<int>& clause) {
        return std::any_of(clause.begin(), clause.end(), is_true);
    });
}

/// The least cost by trying all models; nothing where there is none.
std::optional<Cost> least_by_trial(const Clauses& clauses, const std::vector<Cost>& weights)
{
    std::optional<Cost> least;
    for (unsigned model = 0; model < 1U << weights.size(); ++model) {
        Cost cost = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            cost += (model >> i & 1U) != 0 ? weights[i] : 0;
        }
        if (holds(clauses, model) && (!least || cost < *least)) {
            least = cost;
        }
    }
    return least;
}

/// Variables with what each costs where it is true.
std::vector<CostLiteral> make_costs(Solver& solver, const std::vector<Cost>& weights)
{
    std::vector<CostLiteral> costs;
    for (const Cost weight : weights) {
        costs.push_back({solver.make_literal(), weight});
    }
    return costs;
}

void add(Solver& solver, const Clauses& clauses, const std::vector<CostLiteral>& costs)
{
    for (const std::vector<int>& clause : clauses) {
        std::vector<Literal> literals;
        for (const int number : clause) {
            const Literal literal = costs[static_cast<std::size_t>(std::abs(number) - 1)].literal;
            literals.push_back(number > 0 ? literal : -literal);
        }
        solver.add_clause(literals);
    }
}

/// Random clauses that ask for some variables and forbid others.
Clauses any_clauses(int variables)
{
    const auto literal =
        rc::gen::map(rc::gen::pair(rc::gen::inRange(1, variables + 1), rc::gen::inRange(0, 4)),
                     [](std::pair<int, int> of) { return of.second == 0 ? -of.first : of.first; });
    return *rc::gen::container<Clauses>(
        *rc::gen::inRange<std::size_t>(1, 25),
        rc::gen::container<std::vector<int>>(*rc::gen::inRange<std::size_t>(1, 4), literal));
}

} // namespace

TEST_SUITE("schedule/sat/core_guided") {

TEST_CASE("the least cost is that of trying all models, with equal and with different weights")
{
    CHECK(rc::check([] {
        const int variables = *rc::gen::inRange(2, 11);
        const Cost heaviest = *rc::gen::element<Cost>(1, 9);
        const auto weights = *rc::gen::container<std::vector<Cost>>(
            static_cast<std::size_t>(variables), rc::gen::inRange<Cost>(1, heaviest + 1));
        const Clauses clauses = any_clauses(variables);
        Solver solver;
        const auto costs = make_costs(solver, weights);
        add(solver, clauses, costs);
        std::vector<Cost> told;

        const SearchResult result =
            find_least_cost(solver, costs, {}, [&](Cost cost) { told.push_back(cost); });

        const auto expected = least_by_trial(clauses, weights);
        RC_ASSERT(result.end == (expected ? SearchEnd::proved : SearchEnd::impossible));
        RC_ASSERT(result.upper == expected);
        RC_ASSERT((!expected || result.lower == *expected));
        RC_ASSERT(std::is_sorted(told.rbegin(), told.rend()));
        RC_ASSERT(told.empty() == !expected);
    }));
}

TEST_CASE("afterwards the solver answers other questions: nothing was cut off for good")
{
    Solver solver;
    const auto costs = make_costs(solver, {1, 1, 1});
    solver.add_clause({costs[0].literal, costs[1].literal});

    const SearchResult result = find_least_cost(solver, costs, {}, [](Cost) {});

    CHECK(result.upper == 1);
    const std::vector<Literal> all = {costs[0].literal, costs[1].literal, costs[2].literal};
    CHECK(solver.solve(all, {}) == Answer::satisfiable);
}

TEST_CASE("a search that is over before it begins knows nothing")
{
    Solver solver;
    const auto costs = make_costs(solver, {1});
    Limits limits;
    limits.deadline = std::chrono::steady_clock::now();

    const SearchResult result = find_least_cost(solver, costs, limits, [](Cost) {});

    CHECK(result.end == SearchEnd::stopped);
    CHECK_FALSE(result.upper);
    CHECK(result.lower == 0);
}

TEST_CASE("a stop within the search keeps the best model and a bound below it")
{
    Solver solver;
    std::vector<Cost> weights(30, 1);
    const auto costs = make_costs(solver, weights);
    for (std::size_t i = 0; i + 1 < costs.size(); ++i) {
        solver.add_clause({costs[i].literal, costs[i + 1].literal});
    }
    std::stop_source stop;
    Limits limits;
    limits.stop = stop.get_token();

    const SearchResult result =
        find_least_cost(solver, costs, limits, [&](Cost) { stop.request_stop(); });

    CHECK(result.end == SearchEnd::stopped);
    REQUIRE(result.upper);
    CHECK(result.lower <= 15);
    CHECK(*result.upper >= 15);
}

} // TEST_SUITE
