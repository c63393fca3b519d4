#include "editor/programme_ghosts.hpp"

#include "editor/release_diff.hpp"
#include "editor/released_forum.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;
using editor::Ghost;
using editor::Lane;
using editor::Lanes;
using editor::LanesBy;
using test::hours;
using test::session;

namespace {

constexpr schedule::Minute at(int hour)
{
    return hour * 60;
}

/// Lanes of a released forum, with what has changed in it since.
struct Haunted {
    editor::Programme programme;
    editor::ReleaseDiff diff;

    explicit Haunted(std::vector<model::Entity> now)
    {
        programme.follow(std::make_shared<const model::Project>(
            test::released(test::calm_sessions(), std::move(now))));
        diff.follow(programme);
    }
    [[nodiscard]] Lanes lanes(LanesBy by) const { return {*programme.meeting(), by, &diff.diff()}; }
};

std::size_t count(const Lanes& lanes)
{
    std::size_t sum = 0;
    for (const Lane& lane : lanes.lanes()) {
        sum += lane.ghosts.size();
    }
    return sum;
}

const Lane& lane(const Lanes& lanes, std::string_view id)
{
    const auto found = std::find_if(lanes.lanes().begin(), lanes.lanes().end(),
                                    [&](const Lane& each) { return each.id == id; });
    REQUIRE(found != lanes.lanes().end());
    return *found;
}

} // namespace

TEST_SUITE("editor/programme_ghosts") {

TEST_CASE("one session that has moved leaves one ghost, which leads to its bar")
{
    const Haunted haunted(test::moved_talks());
    for (const LanesBy by : {LanesBy::venue, LanesBy::city, LanesBy::delegation}) {
        CAPTURE(name_of(by));
        CHECK(count(haunted.lanes(by)) == 1);
    }
    const Lanes lanes = haunted.lanes(LanesBy::venue);
    const Ghost& ghost = lane(lanes, "palace").ghosts.at(0);
    CHECK(ghost.time.begin == at(15));
    CHECK(ghost.time.end == at(16));
    REQUIRE(ghost.to_row);
    CHECK(lanes.lane_at(*ghost.to_row) ==
          static_cast<std::size_t>(&lane(lanes, "hall") - lanes.lanes().data()));
    CHECK(ghost.to == at(17));
    CHECK(lane(haunted.lanes(LanesBy::delegation), "guests").ghosts.size() == 1);
}

TEST_CASE("without a diff, or with one that is empty, there is no ghost")
{
    const Haunted haunted(test::calm_sessions());
    CHECK(count(haunted.lanes(LanesBy::venue)) == 0);
    const Haunted moved(test::moved_talks());
    CHECK(count(Lanes(*moved.programme.meeting(), LanesBy::venue)) == 0);
}

TEST_CASE("a ghost has a row of its own where a bar is at its time, and bars stay in theirs")
{
    auto now = test::moved_talks();
    now.push_back(session("dinner", hours(12, 15, 16), "palace", {"hosts"}));
    now[1] = session("signing", hours(12, 18, 19), "ala-archa", {"hosts"});
    const Haunted haunted(now);
    const Lanes plain(*haunted.programme.meeting(), LanesBy::venue);
    const Lanes lanes = haunted.lanes(LanesBy::venue);
    const Lane& palace = lane(lanes, "palace");
    REQUIRE(palace.ghosts.size() == 1);
    CHECK(palace.bars[0].row == lane(plain, "palace").bars[0].row);
    CHECK(palace.ghosts[0].row != palace.bars[0].row);
    CHECK(palace.rows == 2);
    CHECK(lanes.rows() == plain.rows() + 1);
}

TEST_CASE("what is not held any more has a ghost that leads nowhere, in the lane that it had")
{
    auto now = test::calm_sessions();
    now[2] = session("talks", "", "");
    const Haunted haunted(now);
    const Lanes lanes = haunted.lanes(LanesBy::venue);
    REQUIRE(lane(lanes, "palace").ghosts.size() == 1);
    CHECK_FALSE(lane(lanes, "palace").ghosts[0].to_row);
    CHECK(count(lanes) == 1);
}

TEST_CASE("other words, a longer time and who comes as well leave no ghost; who stays away does")
{
    auto now = test::calm_sessions();
    now[0] = session("opening", hours(12, 10, 12), "hall");
    now[1] = session("signing", hours(12, 15, 16), "ala-archa", {"guests", "hosts"});
    const Haunted longer(now);
    CHECK(longer.diff.diff().changes.size() == 2);
    CHECK(count(longer.lanes(LanesBy::venue)) == 0);
    CHECK(count(longer.lanes(LanesBy::delegation)) == 0);

    now = test::calm_sessions();
    now[2] = session("talks", hours(12, 15, 16), "palace", {"hosts"});
    const Haunted others(now);
    CHECK(count(others.lanes(LanesBy::venue)) == 0);
    const Lanes lanes = others.lanes(LanesBy::delegation);
    CHECK(count(lanes) == 1);
    REQUIRE(lane(lanes, "guests").ghosts.size() == 1);
    CHECK_FALSE(lane(lanes, "guests").ghosts[0].to_row); // it is in others' lanes alone
}

TEST_CASE("a venue of the meeting that nothing is held at any more keeps its lane for the ghost")
{
    const Haunted haunted(test::moved_talks());
    CHECK(
        editor::venues_before(haunted.diff.diff(), haunted.programme.meeting()->problem()).size() ==
        1);
    CHECK(lane(haunted.lanes(LanesBy::venue), "palace").bars.empty());
}

} // TEST_SUITE
