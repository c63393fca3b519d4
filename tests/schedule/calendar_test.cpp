#include "schedule/calendar.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using schedule::Calendar;

TEST_SUITE("schedule/calendar") {

TEST_CASE("days are those of the meeting's clock, and minutes count from its first midnight")
{
    const Calendar calendar = Calendar::make("Asia/Bishkek", "2026-05-12", "2026-05-13").value();
    REQUIRE(calendar.days().size() == 2);
    CHECK(calendar.days()[1].date == "2026-05-13");
    CHECK(to_iso(calendar.instant_at(0)) == "2026-05-11T18:00:00Z");
    CHECK(calendar.minute_of(*parse_iso("2026-05-12T04:30:00Z")) == 10 * 60 + 30);
    CHECK(calendar.iso_at(630, "Asia/Bishkek") == "2026-05-12T10:30+06:00");
    CHECK(calendar.iso_at(630, "Asia/Almaty") == "2026-05-12T09:30+05:00");
    CHECK(calendar.day_of(-5) == 0);
    CHECK(calendar.day_of(1439) == 0);
    CHECK(calendar.day_of(1440) == 1);
    CHECK(calendar.day_of(9999) == 1);
}

TEST_CASE("before the first of March 2024 the clocks of Almaty and Bishkek showed the same")
{
    const Calendar calendar = Calendar::make("Asia/Bishkek", "2024-02-28", "2024-03-02").value();
    CHECK(calendar.clock_shifts("Asia/Almaty") == std::vector<schedule::Minute>{0, 0, -60, -60});
    const Calendar almaty = Calendar::make("Asia/Almaty", "2024-02-28", "2024-03-02").value();
    // That night had an hour more: the clocks were put back at midnight.
    CHECK(length(almaty.days()[1].whole) == 25 * 60);
    CHECK(almaty.iso_at(almaty.days()[2].whole.begin + 9 * 60, "Asia/Almaty") ==
          "2024-03-01T09:00+05:00");
    CHECK(almaty.iso_at(9 * 60, "Asia/Almaty") == "2024-02-28T09:00+06:00");
}

TEST_CASE("a zone that does not exist, no date and too many days are refused with a sentence")
{
    const auto key = [](const char* zone, const char* first, const char* last) {
        const auto made = Calendar::make(zone, first, last);
        return made ? std::string() : made.error().message.key;
    };
    CHECK(key("Asia/Atlantis", "2026-05-12", "2026-05-12") == "error.schedule.zone");
    CHECK(key("Asia/Almaty", "2026-05-32", "2026-05-32") == "error.schedule.days");
    CHECK(key("Asia/Almaty", "", "") == "error.schedule.days");
    CHECK(key("Asia/Almaty", "2026-05-13", "2026-05-12") == "error.schedule.days");
    CHECK(key("Asia/Almaty", "2026-01-01", "2026-12-31") == "error.schedule.too_many_days");
}

} // TEST_SUITE
