#include "editor/programme_hand.hpp"

#include "editor/forum.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using editor::Grip;
using editor::Level;
using editor::ProgrammeHand;
using schedule::Interval;
using schedule::Placement;
using test::hours;
using test::session;

namespace {

constexpr schedule::Minute at(int day, int hour, int minute = 0)
{
    return (day * 24 + hour) * 60 + minute;
}

constexpr schedule::Index hall = 1, palace = 2;
constexpr std::chrono::seconds enough(30);

editor::Programme::MeetingPtr small_plan()
{
    return test::plan_of(
        test::forum({session("opening", hours(12, 10, 11), "hall"),
                     session("talks", hours(12, 15, 16), "palace"), session("open", "", "")}));
}

ProgrammeHand holding(const editor::Programme::MeetingPtr& meeting, const char* id,
                      Grip grip = Grip::whole)
{
    ProgrammeHand hand;
    hand.take(meeting, meeting->find_session(id), grip);
    return hand;
}

} // namespace

TEST_SUITE("editor/programme_hand") {

TEST_CASE("what is carried stands on the grid, and putting it back changes nothing")
{
    const auto meeting = small_plan();
    ProgrammeHand hand = holding(meeting, "talks");
    CHECK_FALSE(hand.put());
    hand.carry_to(at(0, 16, 20), hall);
    CHECK(hand.target() == Placement{at(0, 16, 15), hall});
    CHECK(hand.level() == Level::fine);
    CHECK(hand.put());
    hand.carry_to(at(0, 15, 4), palace);
    CHECK_FALSE(hand.put());
    hand.let_go();
    CHECK_FALSE(hand.is_holding());
}

TEST_CASE("an edge stays a grain away from the other one")
{
    const auto meeting = small_plan();
    ProgrammeHand end = holding(meeting, "talks", Grip::end);
    end.carry_to(at(0, 17), hall); // an edge has its venue
    CHECK(end.target() == Placement{at(0, 15), palace});
    CHECK(end.time() == Interval{at(0, 15), at(0, 17)});
    end.carry_to(at(0, 9), palace);
    CHECK(end.time() == Interval{at(0, 15), at(0, 15, 15)});
    ProgrammeHand start = holding(meeting, "talks", Grip::start);
    start.carry_to(at(0, 14), palace);
    CHECK(start.time() == Interval{at(0, 14), at(0, 16)});
    start.carry_to(at(0, 20), palace);
    CHECK(start.time() == Interval{at(0, 15, 45), at(0, 16)});
}

TEST_CASE("keys carry by a grain, and stretch by one")
{
    const auto meeting = small_plan();
    ProgrammeHand hand = holding(meeting, "talks");
    hand.step(2, false);
    CHECK(hand.time() == Interval{at(0, 15, 30), at(0, 16, 30)});
    hand.step(-1, true);
    CHECK(hand.time() == Interval{at(0, 15, 30), at(0, 16, 15)});
    hand.step(-20, true);
    CHECK(hand.time() == Interval{at(0, 15, 30), at(0, 15, 45)});
}

TEST_CASE("the places of a row are tried a few at a time, and told as stretches")
{
    const auto meeting = small_plan();
    ProgrammeHand hand = holding(meeting, "open");
    CHECK_FALSE(hand.look({at(0, 8), at(0, 20)}, enough)); // it is nowhere yet
    CHECK(hand.slots().empty());
    CHECK_FALSE(hand.put());
    hand.carry_to(at(0, 12), hall);
    CHECK(hand.look({at(0, 8), at(0, 20)}, std::chrono::microseconds(0)));
    CHECK_FALSE(hand.look({at(0, 8), at(0, 20)}, enough));
    const auto slots = hand.slots();
    REQUIRE_FALSE(slots.empty());
    CHECK(slots.front().time.begin == at(0, 8));
    CHECK(slots.back().time.end == at(0, 20));
    const auto level_at = [&](schedule::Minute minute) {
        for (const editor::Slots& each : slots) {
            if (overlap(each.time, {minute, minute + 1}) > 0) {
                return each.level;
            }
        }
        return Level::fine;
    };
    CHECK(level_at(at(0, 10)) == Level::hard); // the guests are at the opening
    CHECK(level_at(at(0, 8)) == Level::soft);
    CHECK(level_at(at(0, 17, 30)) == Level::fine);
    CHECK(level_at(at(0, 15)) == Level::hard);
    // Another row is tried anew, the same one is not.
    hand.carry_to(at(0, 17), hall);
    CHECK(hand.slots() == slots);
    hand.carry_to(at(0, 17), palace);
    CHECK(hand.slots().empty());
}

TEST_CASE("what stands in the way is said in words")
{
    const auto meeting = small_plan();
    ProgrammeHand hand = holding(meeting, "open");
    hand.carry_to(at(0, 10), hall);
    CHECK(hand.level() == Level::hard);
    const std::string in_english = hand.reason(Language::en, {});
    CHECK(in_english.find("Name of ") != std::string::npos);
    CHECK(hand.reason(Language::ru, {}) != in_english);
    hand.carry_to(at(0, 17, 30), palace);
    CHECK(hand.reason(Language::en, {}).empty());
}

} // TEST_SUITE
