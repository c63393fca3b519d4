#include "model/date_text.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("model/date_text") {

TEST_CASE("dates are as exact as their source")
{
    for (const char* date :
         {"2024", "2024-04", "2024-04-19", "2024-02-29", "2023-09-22/2023-09-23", "2019/2024-05",
          "2021-01/2021", "2024-04-19T10:00Z", "2024-04-19T23:59+06:00", "2024-04-19T10:00-03:30",
          "2024-04-19T10:00+05:00/2024-04-19T11:30+06:00"}) {
        CAPTURE(date);
        CHECK(model::is_date_text(date));
    }
}

TEST_CASE("what the calendar does not have is no date")
{
    for (const char* date : {"",
                             "24",
                             "2024-4",
                             "2024-13",
                             "2024-00",
                             "2023-02-29",
                             "2024-04-31",
                             "2024/",
                             "/2024",
                             "2024/2023",
                             "2024-05/2024-04",
                             "19.04.2024",
                             "0000",
                             "2024-04-19T10:00",
                             "2024-04-19T24:00Z",
                             "2024-04-19T10:60Z",
                             "2024-04-31T10:00Z",
                             "2024-04-19 10:00Z",
                             "2024-04-19T10:00+5",
                             "2024-04-19T10:00:00Z",
                             "2024-04-19T10:00Z/2024-04-19T10:30+05:00",
                             "2024-04-19T1000Z",
                             "2024_04",
                             "2022/2023/2024",
                             "-024",
                             "２０２４"}) {
        CAPTURE(date);
        CHECK_FALSE(model::is_date_text(date));
    }
}

TEST_CASE("a period has two ends, a date is both of its ends")
{
    CHECK(model::ends_of("2019/2024-05") ==
          std::pair<std::string_view, std::string_view>{"2019", "2024-05"});
    CHECK(model::ends_of("2019") == std::pair<std::string_view, std::string_view>{"2019", "2019"});
}

TEST_CASE("the end decides which period is the earlier")
{
    CHECK(model::is_earlier("", "1991"));
    CHECK(model::is_earlier("2019/2020", "2021"));
    CHECK(model::is_earlier("2024", "2024-04"));
    CHECK_FALSE(model::is_earlier("2024", "2010/2024"));
}

TEST_CASE("a time with its offset is an instant, and instants are compared, not clocks")
{
    const auto almaty = model::instant_of("2026-11-24T10:00+05:00");
    REQUIRE(almaty);
    CHECK(to_iso(*almaty) == "2026-11-24T05:00:00Z");
    CHECK(model::instant_of("2026-11-24T11:00+06:00") == almaty);
    CHECK(model::is_earlier("2026-11-24T10:30+06:00", "2026-11-24T10:00+05:00"));
    CHECK_FALSE(model::is_earlier("2026-11-24T11:00+06:00", "2026-11-24T10:00+05:00"));
    CHECK(model::is_earlier("2026-11-24", "2026-11-24T00:00+05:00"));
    CHECK_FALSE(model::instant_of("2026-11-24"));
}

} // TEST_SUITE
