#include "editor/programme_clock.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <vector>

using namespace dostyk::editor;
using doctest::Approx;

namespace {

constexpr double never = std::numeric_limits<double>::infinity();

/// Two days, the first session at 9.
ProgrammeClock two_days()
{
    ProgrammeClock clock;
    clock.set_range({0, 2 * 1440}, 540);
    return clock;
}

double always_busy(double minute)
{
    return minute;
}

} // namespace

TEST_SUITE("editor/programme_clock") {

TEST_CASE("it begins at the first session, and stays where it is when the meeting is edited")
{
    ProgrammeClock clock = two_days();
    CHECK(clock.minute() == 540);
    clock.set_minute(700);
    clock.set_range({0, 2 * 1440}, 480);
    CHECK(clock.minute() == 700);
    clock.set_range({0, 600}, 480);
    CHECK(clock.minute() == 480);
    clock.set_minute(9999);
    CHECK(clock.minute() == 600);
}

TEST_CASE("it runs only while it plays, at its speed")
{
    ProgrammeClock clock = two_days();
    clock.advance(1, always_busy);
    CHECK(clock.minute() == 540);
    clock.play_or_stop();
    clock.advance(0.5, always_busy);
    CHECK(clock.minute() == Approx(540 + 0.5 * clock.speed()));
    const int before = clock.speed();
    clock.next_speed();
    CHECK(clock.speed() > before);
    while (clock.speed() != ProgrammeClock::speeds.back()) {
        clock.next_speed();
    }
    clock.next_speed();
    CHECK(clock.speed() == ProgrammeClock::speeds.front());
}

TEST_CASE("a night is passed over, a short pause is not, and after the last session it stops")
{
    ProgrammeClock clock = two_days();
    clock.play_or_stop();
    clock.set_minute(1200);
    clock.advance(1, [](double) { return 1440.0 + 540; });
    CHECK(clock.minute() == 1440 + 530);
    clock.advance(1, [](double) { return 1440.0 + 540; });
    CHECK(clock.minute() == 1440 + 530 + clock.speed());
    CHECK(clock.is_playing());
    clock.advance(1, [](double) { return never; });
    CHECK_FALSE(clock.is_playing());
}

TEST_CASE("at the end it stops, and plays from the beginning again")
{
    ProgrammeClock clock = two_days();
    clock.play_or_stop();
    clock.set_minute(2 * 1440 - 1);
    clock.advance(10, always_busy);
    CHECK(clock.minute() == 2 * 1440);
    CHECK_FALSE(clock.is_playing());
    clock.play_or_stop();
    CHECK(clock.minute() == 540);
    clock.play_or_stop();
    CHECK_FALSE(clock.is_playing());
}

TEST_CASE("a step goes to the next change, or the one before, or the end")
{
    ProgrammeClock clock = two_days();
    const std::vector<double> changes{540, 600.5, 720};
    clock.step(changes, 1);
    CHECK(clock.minute() == 600.5);
    clock.step(changes, 1);
    clock.step(changes, 1);
    CHECK(clock.minute() == 2 * 1440);
    clock.step(changes, -1);
    CHECK(clock.minute() == 720);
    clock.set_minute(540);
    clock.step(changes, -1);
    CHECK(clock.minute() == 0);
}

TEST_CASE("without a meeting it does not play")
{
    ProgrammeClock clock;
    CHECK_FALSE(clock.has_range());
    clock.play_or_stop();
    CHECK_FALSE(clock.is_playing());
}

} // TEST_SUITE
