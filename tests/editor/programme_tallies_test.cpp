#include "editor/programme_tallies.hpp"

#include "editor/released_forum.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("editor/programme_tallies") {

TEST_CASE("a plan's sessions are counted by venue, and their shares are the whole")
{
    const auto meeting = test::plan_of(test::forum(test::moved_talks()));
    const auto tallies = editor::tallies_of(*meeting, Language::en);
    REQUIRE(tallies.size() == 2);
    CHECK(tallies[0].entity == "ala-archa");
    CHECK(tallies[0].text == "1 session");
    CHECK(tallies[1].entity == "hall");
    CHECK(tallies[1].text == "2 sessions");
    CHECK(tallies[0].share + tallies[1].share == doctest::Approx(1));
}

TEST_CASE("they are counted anew for another plan and another language")
{
    const auto meeting = test::plan_of(test::forum(test::moved_talks()));
    editor::ProgrammeTallies tallies;
    CHECK(tallies.of(meeting, Language::en)[1].text == "2 sessions");
    CHECK(tallies.of(meeting, Language::ru)[1].text == "2 мероприятия");
    const auto moved = tallies.of(meeting, Language::ru);
    const auto calm = test::plan_of(test::forum(test::calm_sessions()));
    CHECK(tallies.of(calm, Language::ru) != moved);
}

} // TEST_SUITE
