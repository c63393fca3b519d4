#include "editor/programme_tallies.hpp"

#include "editor/released_forum.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("editor/programme_tallies") {

TEST_CASE("a plan's sessions are counted by venue, and their shares are the whole")
{
    const auto meeting = test::plan_of(test::forum(test::moved_talks()));
    const auto tallies = editor::tallies_of(*meeting);
    REQUIRE(tallies.size() == 2);
    CHECK(tallies[0].entity == "ala-archa");
    CHECK(tallies[0].sessions == 1);
    CHECK(tallies[1].entity == "hall");
    CHECK(tallies[1].sessions == 2);
    CHECK(tallies[0].share + tallies[1].share == doctest::Approx(1));
}

TEST_CASE("they are counted anew for another plan")
{
    editor::ProgrammeTallies tallies;
    const auto moved = tallies.of(test::plan_of(test::forum(test::moved_talks())));
    const auto calm = tallies.of(test::plan_of(test::forum(test::calm_sessions())));
    CHECK(moved != calm);
    CHECK(moved[1].sessions == 2);
}

} // TEST_SUITE
