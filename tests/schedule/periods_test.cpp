#include "schedule/periods.hpp"

#include "schedule/small_forum.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using namespace dostyk::schedule;
using test::at;

TEST_SUITE("schedule/periods") {

TEST_CASE("hours hold each day on the clock of their zone, over midnight too")
{
    const Calendar calendar = Calendar::make("Asia/Almaty", "2026-05-12", "2026-05-13").value();
    const Intervals almaty = *read_period(calendar, "Asia/Almaty", "09:00-18:00");
    CHECK(outside({at(0, 9), at(0, 18)}, almaty) == 0);
    CHECK(outside({at(1, 8), at(1, 19)}, almaty) == 120);
    // Nine in Bishkek is eight in Almaty.
    CHECK(outside({at(0, 8), at(0, 17)}, *read_period(calendar, "Asia/Bishkek", "09:00-18:00")) ==
          0);
    const Intervals night = *read_period(calendar, "Asia/Almaty", "22:00-02:00");
    CHECK(outside({at(0, 0), at(0, 2)}, night) == 0);
    CHECK(outside({at(1, 22), at(2, 2)}, night) == 0);
    CHECK(outside({at(0, 2), at(0, 22)}, night) == 20 * 60);
    CHECK(outside({at(0, 0), at(2, 0)}, *read_period(calendar, "Asia/Almaty", "24/7")) == 0);
}

TEST_CASE("dates are whole days, and times are what they say")
{
    const Calendar calendar = Calendar::make("Asia/Almaty", "2026-05-12", "2026-05-14").value();
    CHECK(read_period(calendar, "Asia/Almaty", "2026-05-13") == Intervals{{at(1, 0), at(2, 0)}});
    CHECK(read_period(calendar, "Asia/Almaty", "2026-05-12/2026-05-13") ==
          Intervals{{at(0, 0), at(2, 0)}});
    CHECK(read_period(calendar, "Asia/Almaty", "2026-05-12T10:00+06:00/2026-05-12T10:00+05:00") ==
          Intervals{{at(0, 9), at(0, 10)}});
}

TEST_CASE("any other text is none")
{
    const Calendar calendar = Calendar::make("Asia/Almaty", "2026-05-12", "2026-05-14").value();
    for (const char* text :
         {"", "9-18", "09:00", "25:00-26:00", "09:60-10:00", "09:00-09:00", "2026-05", "morning",
          "2026-05-13/2026-05-12", "2026-05-12T10:00/2026-05-12T11:00"}) {
        CAPTURE(text);
        CHECK_FALSE(read_period(calendar, "Asia/Almaty", text));
    }
}

} // TEST_SUITE
