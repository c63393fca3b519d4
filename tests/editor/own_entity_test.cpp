#include "editor/own_entity.hpp"

#include "memory_rows.hpp"

#include "model/validate.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;
using namespace dostyk::editor;

TEST_SUITE("editor/own_entity") {

TEST_CASE("what we make ourselves is said to be ours, and nobody asks for its sources")
{
    OwnEntity session("session", "talks");
    Text4 name;
    for (const Language language : all_languages) {
        name[language] = "Talks";
    }
    session.say("name", name);
    session.say("meeting", model::Refs{{"forum"}});
    test::MemoryRows rows;
    rows.put("meeting", "forum", "{}");

    rows.apply(session.insert());

    const model::Project project = rows.project();
    const model::Entity& made = *project.find("talks");
    CHECK(made.pack == model::Pack::enriched);
    for (const auto& [field, claims] : made.fields) {
        CAPTURE(field);
        REQUIRE(claims.size() == 1);
        CHECK(claims.front().flags == model::flag::assumed);
        CHECK(claims.front().sources.empty());
    }
    Diagnostics findings;
    validate(project, {}, findings);
    CHECK(std::none_of(findings.findings.begin(), findings.findings.end(),
                       [](const Finding& each) { return each.file == "session/talks.json"; }));
}

} // TEST_SUITE
