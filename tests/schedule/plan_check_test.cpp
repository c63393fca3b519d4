#include "schedule/plan_check.hpp"

#include "schedule/scorer.hpp"
#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

using namespace dostyk;
using namespace dostyk::schedule;
using test::at;

namespace {

std::set<std::string> rules_of_check(const Problem& problem, const Plan& plan)
{
    std::set<std::string> rules;
    for (const Breach& breach : check_plan(problem, plan.placements())) {
        rules.insert(code_of(breach.rule));
    }
    return rules;
}

std::set<std::string> rules_of_scorer(const Problem& problem, const Plan& plan)
{
    std::set<std::string> rules;
    for (const Violation& violation : explain(problem, plan)) {
        if (problem.book[violation.rule].tier == Tier::hard) {
            rules.insert(code_of(violation.rule));
        }
    }
    return rules;
}

} // namespace

TEST_SUITE("schedule/plan_check") {

TEST_CASE("the checker and the scorer find the same rules broken in 10,000 random plans")
{
    constexpr int problems = 200;
    constexpr int plans = 50;
    std::mt19937 random(20270510);
    std::map<std::string, int> broken;
    for (int i = 0; i < problems; ++i) {
        Problem problem = test::random_forum(random, 4 + i % 8, 2 + i % 3);
        problem.book[RuleId::h05] = {Tier::hard, 1};
        if (i % 5 == 0) { // nobody is asked for a rest, nor for the time of a way
            problem.book.customs.rest_min = 0;
            problem.book[RuleId::h03].tier = Tier::off;
        }
        for (int j = 0; j < plans; ++j) {
            const Plan plan = test::random_plan(problem, random);
            const std::set<std::string> found = rules_of_check(problem, plan);
            const std::set<std::string> counted = rules_of_scorer(problem, plan);
            std::string differing;
            for (const std::string& rule : found) {
                differing += counted.contains(rule) ? "" : " checker " + rule;
            }
            for (const std::string& rule : counted) {
                differing += found.contains(rule) ? "" : " scorer " + rule;
            }
            REQUIRE(differing == "");
            REQUIRE(found.empty() == (compute_score(problem, plan).hard == 0));
            for (const std::string& rule : found) {
                ++broken[rule];
            }
        }
    }
    // Each rule was broken by some plan and kept by another: the agreement is about all of them.
    for (int rule = 0; rule <= static_cast<int>(RuleId::h19); ++rule) {
        const std::string code = code_of(static_cast<RuleId>(rule));
        CAPTURE(code);
        CHECK(broken[code] > 0);
        CHECK(broken[code] < problems * plans);
    }
}

TEST_CASE("who cannot be there at all is not there two days later either")
{
    Problem problem = test::small_forum(3);
    Journey never;
    never.minutes = Journey::unreachable;
    problem.travel.set(0, 1, never);
    problem.sessions = {test::session_of(problem, "here", {0}),
                        test::session_of(problem, "there", {0})};
    problem.finish();
    Plan plan(problem);
    plan.place(0, {at(0, 9), 0});
    plan.place(1, {at(2, 9), 1});
    CHECK(rules_of_check(problem, plan).contains("H03"));
    CHECK(rules_of_scorer(problem, plan).contains("H03"));
}

TEST_CASE("a rule that is not hard is nobody's breach")
{
    Problem problem = test::small_forum();
    problem.sessions = {test::session_of(problem, "open")};
    problem.finish();
    const Plan plan(problem);
    CHECK(rules_of_check(problem, plan) == std::set<std::string>{"H01"});
    problem.book[RuleId::h01] = {Tier::soft, 10};
    CHECK(rules_of_check(problem, plan).empty());
}

} // TEST_SUITE
