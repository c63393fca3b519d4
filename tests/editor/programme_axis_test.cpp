#include "editor/programme_axis.hpp"

#include "editor/forum.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using editor::ProgrammeAxis;
using test::hours;
using test::session;

namespace {

constexpr schedule::Minute at(int day, int hour)
{
    return (day * 24 + hour) * 60;
}

} // namespace

TEST_SUITE("editor/programme_axis") {

TEST_CASE("days have their full length, the night between them a sixth")
{
    const auto meeting = test::plan_of(test::forum({session("talks", hours(12, 10, 11), "hall")}));
    const ProgrammeAxis axis(*meeting);
    REQUIRE(axis.days().size() == 2);
    // 08:00 to 21:00 on both clocks: Bishkek is an hour ahead.
    CHECK(axis.days()[0] == schedule::Interval{at(0, 7), at(0, 21)});
    CHECK(axis.place_of(at(0, 7)) == doctest::Approx(0));
    CHECK(axis.place_of(at(0, 12)) == doctest::Approx(5 * 60));
    CHECK(axis.place_of(at(1, 7)) == doctest::Approx(14 * 60 + 10 * 60 / 6.0));
    CHECK(axis.whole().to == doctest::Approx(2 * 14 * 60 + 100));
    for (const schedule::Minute minute : {at(0, 5), at(0, 9), at(0, 22), at(1, 8), at(1, 23)}) {
        CAPTURE(minute);
        CHECK(std::abs(axis.minute_at(axis.place_of(minute)) - minute) <= 3);
    }
}

TEST_CASE("a session that is held late in the evening is shown at its length")
{
    const auto meeting = test::plan_of(test::forum({session("dinner", hours(12, 21, 23), "hall")}));
    const ProgrammeAxis axis(*meeting);
    CHECK(axis.days()[0].end == at(0, 23));
    CHECK(axis.place_of(at(0, 23)) - axis.place_of(at(0, 21)) == doctest::Approx(120));
}

TEST_CASE("every clock of the venues has its own hours at the same places")
{
    const auto meeting = test::plan_of(test::forum({session("talks", hours(12, 10, 11), "hall")}));
    const ProgrammeAxis axis(*meeting);
    REQUIRE(axis.clocks().size() == 2);
    CHECK(axis.clocks()[0].offset == "UTC+5");
    CHECK(axis.clocks()[1].offset == "UTC+6");
    CHECK(axis.clocks()[1].zone == "Asia/Bishkek");
    const auto almaty = axis.ticks(*meeting, axis.clocks()[0], axis.whole(), 60);
    const auto bishkek = axis.ticks(*meeting, axis.clocks()[1], axis.whole(), 60);
    REQUIRE(almaty.size() == bishkek.size());
    CHECK(almaty[0].at == bishkek[0].at);
    CHECK(almaty[0].text == "07:00");
    CHECK(bishkek[0].text == "08:00");
    // Where there is less room there are fewer, at hours that people know.
    const auto few = axis.ticks(*meeting, axis.clocks()[0], axis.whole(), 130);
    CHECK(few[0].text == "09:00");
    CHECK(few[1].text == "12:00");
    CHECK(axis.ticks(*meeting, axis.clocks()[0], {0, 60}, 60).size() == 2);
}

} // TEST_SUITE
