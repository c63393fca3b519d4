#include "model/date_text.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("model/date_text") {

TEST_CASE("dates are as exact as their source")
{
    for (const char* date : {"2024", "2024-04", "2024-04-19", "2024-02-29", "2023-09-22/2023-09-23",
                             "2019/2024-05", "2021-01/2021"}) {
        CAPTURE(date);
        CHECK(model::is_date_text(date));
    }
}

TEST_CASE("what the calendar does not have is no date")
{
    for (const char* date : {"", "24", "2024-4", "2024-13", "2024-00", "2023-02-29", "2024-04-31",
                             "2024/", "/2024", "2024/2023", "2024-05/2024-04", "19.04.2024", "0000",
                             "2024-04-19T10:00", "2024_04", "2022/2023/2024", "-024", "２０２４"}) {
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

} // TEST_SUITE
