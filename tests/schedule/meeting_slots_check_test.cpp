#include "schedule/meeting_slots_check.hpp"

#include <doctest/doctest.h>

#include <utility>
#include <vector>

using namespace dostyk;

namespace {

/// Agent 0 is in the meetings 0 and 1, agent 1 in 1 and 2.
const schedule::MeetingInstance instance{
    .number = 1,
    .slots = 5,
    .meetings_of = {{0, 1}, {1, 2}},
    .distance = {{0, 2, 9}, {2, 0, 0}, {9, 0, 0}},
};

} // namespace

TEST_SUITE("schedule/meeting_slots_check") {

TEST_CASE("meetings of one agent lie their distance and a slot apart, in either order")
{
    const auto sound = check_meeting_slots(instance, std::vector{0, 3, 2});
    CHECK(sound.is_sound);
    CHECK(sound.slots == 4);
    CHECK(check_meeting_slots(instance, std::vector{3, 0, 1}).is_sound);

    const auto close = check_meeting_slots(instance, std::vector{0, 2, 1});
    CHECK_FALSE(close.is_sound);
    CHECK(close.too_close == std::pair{0, 1});
    CHECK_FALSE(check_meeting_slots(instance, std::vector{0, 3, 3}).is_sound);
}

TEST_CASE("meetings of different agents may lie as they will")
{
    CHECK(check_meeting_slots(instance, std::vector{0, 3, 0}).is_sound);
}

TEST_CASE("a plan of another size, or before the first slot, is broken")
{
    CHECK_FALSE(check_meeting_slots(instance, std::vector{0, 3}).is_sound);
    CHECK_FALSE(check_meeting_slots(instance, std::vector{-1, 3, 0}).is_sound);
}

} // TEST_SUITE
