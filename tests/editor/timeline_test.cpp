#include "editor/timeline.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>

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
    CHECK(timeline.dated[0].kind == "meeting");
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

TEST_CASE("a zoomed stretch keeps the moment under the cursor and stays within the whole")
{
    CHECK(rc::check([] {
        const editor::TimeSpan whole{1992, 2027};
        const double share = *rc::gen::inRange(0, 101) / 100.0;
        const double steps = *rc::gen::inRange(1, 8);
        const editor::TimeSpan near = editor::zoomed(whole, whole, share, steps);
        RC_ASSERT(near.length() < whole.length());
        RC_ASSERT(near.length() >= editor::min_time_span - 1e-9);
        RC_ASSERT(near.from >= whole.from - 1e-9);
        RC_ASSERT(near.to <= whole.to + 1e-9);
        const double before = whole.from + share * whole.length();
        RC_ASSERT(std::abs(near.from + share * near.length() - before) < 1e-9);
        RC_ASSERT(editor::zoomed(near, whole, share, -30) == whole);
    }));
}

TEST_CASE("a stretch moves as far as the whole leaves room, and has the length that it is given")
{
    const editor::TimeSpan whole{0, 100};
    CHECK(editor::moved({10, 30}, whole, 5) == editor::TimeSpan{15, 35});
    CHECK(editor::moved({10, 30}, whole, -50) == editor::TimeSpan{0, 20});
    CHECK(editor::moved({10, 30}, whole, 500) == editor::TimeSpan{80, 100});
    CHECK(editor::zoomed({10, 30}, whole, 0.5, 100, 6).length() == doctest::Approx(6));
}

TEST_CASE("a stretch moves no more than it takes to show a year")
{
    const editor::TimeSpan whole{1992, 2027};
    const editor::TimeSpan shown{2000, 2005};

    CHECK(editor::shown_with(shown, whole, 2003) == shown);
    CHECK(editor::shown_with(shown, whole, 2010) == editor::TimeSpan{2006, 2011});
    CHECK(editor::shown_with(shown, whole, 1995) == editor::TimeSpan{1995, 2000});
    CHECK(editor::shown_with(shown, whole, 2400) == editor::TimeSpan{2022, 2027});
}

} // TEST_SUITE
