#include "intake/date_reading.hpp"

#include "model/date_text.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <fmt/format.h>

using namespace dostyk;
using intake::DateOrder;
using Readings = std::vector<std::string>;

TEST_SUITE("intake/date_reading") {

TEST_CASE("dates that can be one alone are read in four languages")
{
    struct Case {
        const char* text;
        const char* iso;
    };
    const std::vector<Case> cases{
        {"2024-03-01", "2024-03-01"},
        {"2024", "2024"},
        {"2024-03", "2024-03"},
        {"2024/03/01", "2024-03-01"},
        {"2024.3.1", "2024-03-01"},
        {"01.03.2024", "2024-03-01"},
        {"1.3.2024", "2024-03-01"},
        {" 01.03.2024 г. ", "2024-03-01"},
        {"03.2024", "2024-03"},
        {"25/03/2024", "2024-03-25"},
        {"03/25/2024", "2024-03-25"},
        {"03/03/2024", "2024-03-03"},
        {"1 марта 2024", "2024-03-01"},
        {"1 марта 2024 года", "2024-03-01"},
        {"1 Марта 2024г.", "2024-03-01"},
        {"март 2024", "2024-03"},
        {"21 мая 2025", "2025-05-21"},
        {"3 сент. 2024", "2024-09-03"},
        {"1 March 2024", "2024-03-01"},
        {"March 1, 2024", "2024-03-01"},
        {"Mar 1st, 2024", "2024-03-01"},
        {"May 2024", "2024-05"},
        {"the 2nd of June 2024", "2024-06-02"},
        {"2024 жылғы 1 наурыз", "2024-03-01"},
        {"1 наурыз 2024 ж.", "2024-03-01"},
        {"2024 ж. 16 желтоқсан", "2024-12-16"},
        {"7 қаңтар 2025", "2025-01-07"},
        {"30 тамыз 2025 жылы", "2025-08-30"},
        {"2024-жылдын 1-марты", "2024-03-01"},
        {"2024-ж. 31-август", "2024-08-31"},
        {"5-майы 2024-жыл", "2024-05-05"},
        {"2024-жылдын 3-жалган куран айы", "2024-03-03"},
        {"2024-жылдын 3-аяк оона айы", "2024-09-03"},
        {"2023-09-22/2023-09-23", "2023-09-22/2023-09-23"},
        {"22.09.2023 - 23.09.2023", "2023-09-22/2023-09-23"},
        {"22.09.2023–23.09.2023", "2023-09-22/2023-09-23"},
        {"19–20 апреля 2024", "2024-04-19/2024-04-20"},
        {"29.02.2024", "2024-02-29"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(intake::read_date(each.text).readings == Readings{each.iso});
    }
}

TEST_CASE("what may be two dates gives both, and one when somebody has said which")
{
    const Readings both{"2024-03-01", "2024-01-03"};
    CHECK(intake::read_date("01/03/2024").readings == both);
    CHECK(intake::read_date("1-3-2024").readings == both);
    CHECK(intake::read_date("01/03/2024", DateOrder::day_first).readings == Readings{"2024-03-01"});
    CHECK(intake::read_date("01/03/2024", DateOrder::month_first).readings ==
          Readings{"2024-01-03"});
    CHECK(intake::read_date("01/03/2024 10:00").readings == both);
}

TEST_CASE("what is no date of the calendar is none")
{
    for (const char* text : {"",
                             "soon",
                             "31.02.2024",
                             "2023-02-29",
                             "13.13.2024",
                             "32/13/2024",
                             "45352",
                             "20240301",
                             "1.2.3.4",
                             "01.03-2024",
                             "2024-",
                             "марта",
                             "1 марта",
                             "5 мая 2024 2025",
                             "1,5",
                             "март март 2024",
                             "2024-13",
                             "март",
                             "0.0.0000",
                             "-1.-1.2024",
                             "1 мартобря 2024 года и ещё",
                             "2024-03-02/2024-03-01"}) {
        CAPTURE(text);
        CHECK(intake::read_date(text).readings.empty());
    }
    CHECK(intake::read_date(std::string(200, '1')).readings.empty());
}

TEST_CASE("a year of two digits is told, not guessed")
{
    CHECK(intake::read_date("01.03.24").has_short_year);
    CHECK(intake::read_date("01/03/24").has_short_year);
    CHECK(intake::read_date("1 марта 24").has_short_year);
    CHECK(intake::read_date("01.03.24").readings.empty());
    CHECK_FALSE(intake::read_date("01.03.2024").has_short_year);
}

TEST_CASE("a time behind a date is kept beside it")
{
    struct Case {
        const char* text;
        const char* iso;
        const char* time;
        const char* zone;
    };
    for (const Case& each : {Case{"2026-11-24 09:00", "2026-11-24", "09:00", ""},
                             Case{"2026-11-24T09:00:00Z", "2026-11-24", "09:00", "Z"},
                             Case{"2026-11-24T09:00+05:00", "2026-11-24", "09:00", "+05:00"},
                             Case{"2024/03/01 10:00:00", "2024-03-01", "10:00", ""},
                             Case{"24.11.2026, 9:05", "2026-11-24", "09:05", ""},
                             Case{"24 ноября 2026 г. 14:30", "2026-11-24", "14:30", ""}}) {
        CAPTURE(each.text);
        const intake::DateReading reading = intake::read_date(each.text);
        CHECK(reading.readings == Readings{each.iso});
        CHECK(reading.time == each.time);
        CHECK(reading.zone == each.zone);
    }
    CHECK(intake::read_date("2026-11-24 25:00").readings.empty());
    CHECK(intake::read_date("09:00").readings.empty());
}

TEST_CASE("whatever is read is a date, and ISO is read as itself")
{
    CHECK(rc::check("readings are dates", [](const std::string& text) {
        for (const std::string& iso : intake::read_date(text).readings) {
            RC_ASSERT(model::is_date_text(iso));
        }
    }));
    CHECK(rc::check("ISO stays", [] {
        const auto date = fmt::format("{:04}-{:02}-{:02}", *rc::gen::inRange(1000, 3000),
                                      *rc::gen::inRange(1, 13), *rc::gen::inRange(1, 29));
        RC_ASSERT(intake::read_date(date).readings == Readings{date});
    }));
}

} // TEST_SUITE
