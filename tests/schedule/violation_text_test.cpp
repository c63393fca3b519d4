#include "schedule/violation_text.hpp"

#include "schedule/scorer.hpp"
#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

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
