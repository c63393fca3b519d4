#include "schedule/violation_text.hpp"

#include "schedule/scorer.hpp"
#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace dostyk;
using namespace dostyk::schedule;

TEST_SUITE("schedule/violation_text") {

TEST_CASE("times are said in hours and minutes")
{
    CHECK(duration_text(45, Language::en) == "45 min");
    CHECK(duration_text(120, Language::ru) == "2 ч");
    CHECK(duration_text(220, Language::kk) == "3 сағ 40 мин");
    CHECK(duration_text(220, Language::ky) == "3 саат 40 мүн");
    CHECK(duration_text(-5, Language::en) == "0 min");
}

TEST_CASE("a venue holds sessions, not minutes")
{
    Problem problem = test::small_forum();
    problem.sessions = {test::session_of(problem, "talks"), test::session_of(problem, "signing")};
    problem.finish();
    Plan plan(problem);
    plan.place(0, {test::at(0, 10), 0});
    plan.place(1, {test::at(0, 10, 30), 0});
    const auto violations = explain(problem, plan);
    const auto found = std::find_if(violations.begin(), violations.end(),
                                    [](const Violation& each) { return each.rule == RuleId::h04; });
    REQUIRE(found != violations.end());
    const std::string text = text_of(
        *found, {problem, plan, Language::en, [](std::string_view id) { return std::string(id); }});
    CHECK(text.find("holds 1 at a time") != std::string::npos);
    CHECK(text.find("30 min") != std::string::npos);
}

TEST_CASE("whatever a plan breaks has a whole sentence in every language")
{
    std::mt19937 random(9);
    std::set<RuleId> said;
    for (int round = 0; round < 40; ++round) {
        const Problem problem = test::random_forum(random);
        const Plan plan = test::random_plan(problem, random);
        for (const Violation& violation : explain(problem, plan)) {
            for (const Language language : all_languages) {
                const std::string text =
                    text_of(violation, {problem, plan, language,
                                        [](std::string_view id) { return std::string(id); }});
                CAPTURE(text);
                REQUIRE(text.find('{') == std::string::npos);
                REQUIRE(text.find("schedule.") == std::string::npos);
                REQUIRE(text.ends_with('.'));
            }
            said.insert(violation.rule);
        }
    }
    CHECK(said.size() == rule_count);
}

} // TEST_SUITE
