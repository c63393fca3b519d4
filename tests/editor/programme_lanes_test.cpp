#include "editor/programme_lanes.hpp"

#include "core/fold.hpp"
#include "editor/forum.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;
using editor::Lane;
using editor::Lanes;
using editor::LanesBy;
using test::hours;
using test::session;
using test::with;

namespace {

const Lane& lane(const Lanes& lanes, const std::string& id)
{
    const auto found = std::find_if(lanes.lanes().begin(), lanes.lanes().end(),
                                    [&](const Lane& each) { return each.id == id; });
    REQUIRE(found != lanes.lanes().end());
    return *found;
}

std::vector<std::string> ids(const Lanes& lanes)
{
    std::vector<std::string> all;
    for (const Lane& each : lanes.lanes()) {
        all.push_back(each.id);
    }
    return all;
}

constexpr schedule::Minute at(int day, int hour)
{
    return (day * 24 + hour) * 60;
}

/// Three sessions of the guests, one of them in Bishkek, and one of the hosts.
editor::Programme::MeetingPtr small_plan()
{
    model::Entity interpreter =
        with(test::planned("interpreter", "aigul"), "meeting", test::refs({"forum"}));
    model::Entity car = with(test::planned("vehicle", "car"), "meeting", test::refs({"forum"}));
    car = with(with(car, "capacity", 4.0), "delegation", test::refs({"hosts"}));
    model::Entity talks = session("talks", hours(12, 10, 12), "hall");
    talks = with(talks, "interpreters", test::refs({"aigul"}));
    return test::plan_of(test::forum({
        interpreter,
        car,
        talks,
        session("clash", hours(12, 11, 13), "hall", {"hosts"}),
        session("signing", hours(12, 14, 15), "palace"),
        session("visit", hours(12, 16, 17), "ala-archa"),
        session("open", "", ""),
    }));
}

} // namespace

TEST_SUITE("editor/programme_lanes") {

TEST_CASE("sessions that overlap in a lane lie below each other")
{
    const auto meeting = small_plan();
    const Lanes lanes(*meeting, LanesBy::venue);
    CHECK(ids(lanes) == std::vector<std::string>{"ala-archa", "hall", "palace"});
    const Lane& hall = lane(lanes, "hall");
    REQUIRE(hall.bars.size() == 2);
    CHECK(hall.rows == 2);
    CHECK(hall.bars[0].row == 0);
    CHECK(hall.bars[0].time == schedule::Interval{at(0, 10), at(0, 12)});
    CHECK(hall.bars[1].row == 1);
    CHECK(hall.legs.empty()); // a hall goes nowhere
    CHECK(lanes.rows() == 4);
    CHECK(lanes.lane_at(0) == 0);
    CHECK(lanes.lane_at(1) == 1);
    CHECK(lanes.lane_at(2) == 1);
    CHECK(lanes.lane_at(3) == 2);
}

TEST_CASE("cities gather their venues, people and cars are where their sessions are")
{
    const auto meeting = small_plan();
    const Lanes cities(*meeting, LanesBy::city);
    CHECK(ids(cities) == std::vector<std::string>{fold("Bishkek"), fold("Almaty")});
    CHECK(lane(cities, fold("Almaty")).bars.size() == 3);
    CHECK(name_of(*meeting, LanesBy::city, lane(cities, fold("Almaty")), Language::en) == "Almaty");
    const Lanes people(*meeting, LanesBy::delegation);
    CHECK(ids(people) == std::vector<std::string>{"guests", "hosts"});
    CHECK(lane(people, "guests").bars.size() == 3);
    CHECK(name_of(*meeting, LanesBy::delegation, lane(people, "hosts"), Language::en) ==
          "Name of hosts");
    const Lanes interpreters(*meeting, LanesBy::interpreter);
    CHECK(lane(interpreters, "aigul").bars.size() == 1);
    const Lanes cars(*meeting, LanesBy::vehicle);
    CHECK(lane(cars, "car").bars.size() == 1);
}

TEST_CASE("between two sessions of a delegation lies the way, and it says when it is too long")
{
    const auto meeting = small_plan();
    const Lanes lanes(*meeting, LanesBy::delegation);
    const auto& legs = lane(lanes, "guests").legs;
    REQUIRE(legs.size() == 2);
    CHECK(legs[0].time.begin == at(0, 12));
    CHECK_FALSE(legs[0].is_late); // across the city there is time
    CHECK(legs[1].time.begin == at(0, 15));
    CHECK(length(legs[1].time) > 180);
    CHECK(legs[1].is_late);
}

TEST_CASE("a stretch of time gives the bars that reach into it")
{
    std::vector<model::Entity> sessions;
    for (int i = 0; i < 9; ++i) {
        sessions.push_back(session("s" + std::to_string(i), hours(12, 9 + i, 10 + i), "hall"));
    }
    const auto meeting = test::plan_of(test::forum(sessions));
    const Lane& hall = lane(Lanes(*meeting, LanesBy::venue), "hall");
    const auto shown = bars_in(hall, {at(0, 12), at(0, 14)});
    const auto has = [&](int hour) {
        return std::any_of(shown.begin(), shown.end(),
                           [&](const editor::Bar& bar) { return bar.time.begin == at(0, hour); });
    };
    CHECK(has(12));
    CHECK(has(13));
    CHECK_FALSE(has(14));
    CHECK_FALSE(has(10));
}

TEST_CASE("a session goes to the lane's venue, and where a lane has none it stays")
{
    const auto meeting = small_plan();
    const schedule::Index talks = meeting->find_session("talks");
    const schedule::Index open = meeting->find_session("open");
    const auto where = [&](LanesBy by, const std::string& id, schedule::Index each) {
        const Lanes lanes(*meeting, by);
        return meeting->problem().venue(venue_in(*meeting, by, lane(lanes, id), each)).id;
    };
    CHECK(where(LanesBy::venue, "palace", talks) == "palace");
    CHECK(where(LanesBy::city, fold("Almaty"), talks) == "hall");
    CHECK(where(LanesBy::city, fold("Bishkek"), talks) == "ala-archa");
    CHECK(where(LanesBy::delegation, "hosts", talks) == "hall");
    CHECK(where(LanesBy::delegation, "guests", open) == "ala-archa"); // the first that fits
}

} // TEST_SUITE
