#include "editor/timeline.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

namespace {

model::Entity dated(const char* id, const char* kind, const char* date)
{
    model::Entity entity{id, kind, model::Pack::strict, {}};
    entity.fields["date"] = {{model::DateText{date}, {"s"}}};
    return entity;
}

} // namespace

TEST_SUITE("editor/timeline") {

TEST_CASE("the years run from the first to the last dated fact, sources apart")
{
    model::Project project;
    project.entities = {dated("b", "meeting", "2024-04-19"), dated("a", "meeting", "2012-08-22"),
                        dated("s", "source", "1999")};
    model::Entity indicator{"i", "indicator", model::Pack::strict, {}};
    model::Claim claim{model::Amount{1, "USD", ""}, {"s"}};
    claim.at = "2025";
    indicator.fields["value"] = {claim};
    project.entities.push_back(indicator);

    const auto timeline = editor::make_timeline(project, model::Pack::strict);

    CHECK(timeline.first_year == 2012);
    CHECK(timeline.last_year == 2025);
    REQUIRE(timeline.dated.size() == 3);
    CHECK(timeline.dated[0].entity == "a");
    CHECK(timeline.dated[2].entity == "i");
}

TEST_CASE("a project without dates has no years")
{
    const auto timeline = editor::make_timeline({}, model::Pack::enriched);

    CHECK(timeline.first_year == 0);
    CHECK(timeline.dated.empty());
}

TEST_CASE("the year of what is no date is none")
{
    CHECK(editor::year_of("2024-04") == 2024);
    CHECK(editor::year_of("today") == 0);
    CHECK(editor::year_of("20") == 0);
}

} // TEST_SUITE
