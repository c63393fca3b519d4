#include "core/format.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dostyk;

namespace {

/// ICU parts groups and words with no-break blanks; here they read as plain ones.
std::string plain(std::string text)
{
    for (const std::string_view blank : {"\u00A0", "\u202F"}) {
        for (std::size_t at = text.find(blank); at != std::string::npos; at = text.find(blank)) {
            text.replace(at, blank.size(), " ");
        }
    }
    return text;
}

} // namespace

TEST_SUITE("core/format") {

TEST_CASE("numbers are grouped as the language does it")
{
    CHECK(plain(format_number(1234567.891, Language::ru)) == "1 234 567,89");
    CHECK(plain(format_number(1234567.891, Language::kk)) == "1 234 567,89");
    CHECK(plain(format_number(1234567.891, Language::ky)) == "1 234 567,89");
    CHECK(format_number(1234567.891, Language::en) == "1,234,567.89");
    CHECK(format_number(195, Language::en) == "195");
    CHECK(format_number(1.5, Language::ru, 0) == "2");
    CHECK(format_number(1.23456, Language::en, 4) == "1.2346");
    CHECK(format_number(-5, Language::en) == "-5");
}

TEST_CASE("what is rounded to zero has no sign")
{
    for (const Language language : all_languages) {
        CHECK(format_number(-0.0, language) == "0");
        CHECK(format_number(-0.001, language) == "0");
    }
}

TEST_CASE("large numbers use words")
{
    CHECK(plain(format_large_number(1.5e9, Language::en)) == "1.5 billion");
    CHECK(plain(format_large_number(1.5e9, Language::ru)) == "1,5 млрд");
    CHECK(plain(format_large_number(1.5e9, Language::kk)) == "1,5 млрд");
    CHECK(plain(format_large_number(260e6, Language::ky)) == "260 млн");
    CHECK(plain(format_large_number(1.5e9, Language::ky)) == "1,5 млрд");
    CHECK(plain(format_large_number(-2e9, Language::ky)) == "-2 млрд");
    CHECK(plain(format_large_number(31.5e12, Language::kk)) == "31,5 трлн");
    CHECK(plain(format_large_number(1.318e9, Language::en)) == "1.318 billion");
    CHECK(format_large_number(200000, Language::en) == "200,000");
}

TEST_CASE("a date is as exact as its source, in the grammar of the language")
{
    for (const Language language : all_languages) {
        CHECK(format_date("2024", language) == "2024");
    }
    CHECK(plain(format_date("2024-04", Language::kk)) == "2024 жылғы сәуір");
    CHECK(plain(format_date("2024-04", Language::ky)) == "2024-жылдын апрели");
    CHECK(plain(format_date("2024-04", Language::ru)) == "апрель 2024 г.");
    CHECK(plain(format_date("2024-04", Language::en)) == "April 2024");
    CHECK(plain(format_date("2026-11-24T09:00+05:00", Language::en)) ==
          "24 November 2026, 09:00 UTC+5");
    CHECK(plain(format_date("2026-11-24T09:00+05:00/2026-11-24T10:30+05:00", Language::ru)) ==
          "24 ноября 2026 г., 09:00–10:30 UTC+5");
    CHECK(plain(format_date("2026-11-24T23:00Z/2026-11-25", Language::en)) ==
          "24 November 2026, 23:00 UTC – 25 November 2026");
    for (const char* none : {"T", "2026-11-24T", "2026-13-24T09:00+05:00", "2026T/2026", "T/T/T"}) {
        CHECK(format_date(none, Language::en) == none);
    }
    CHECK(plain(format_date("2024-04-19", Language::kk)) == "2024 жылғы 19 сәуір");
    CHECK(plain(format_date("2024-04-19", Language::ky)) == "2024-жылдын 19-апрели");
    CHECK(plain(format_date("2024-04-19", Language::ru)) == "19 апреля 2024 г.");
    CHECK(plain(format_date("2024-04-19", Language::en)) == "19 April 2024");
    CHECK(plain(format_date("2024-07-01", Language::ky)) == "2024-жылдын 1-июлу");
    CHECK(plain(format_date("2024-05-31", Language::ru)) == "31 мая 2024 г.");
}

TEST_CASE("a period names what its ends share once")
{
    const auto* two_days = "2023-09-22/2023-09-23";
    CHECK(plain(format_date(two_days, Language::kk)) == "2023 жылғы 22–23 қыркүйек");
    CHECK(plain(format_date(two_days, Language::ky)) == "2023-жылдын 22–23-сентябры");
    CHECK(plain(format_date(two_days, Language::ru)) == "22–23 сентября 2023 г.");
    CHECK(plain(format_date(two_days, Language::en)) == "22–23 September 2023");

    const auto* two_months = "2024-04-19/2024-05-02";
    CHECK(plain(format_date(two_months, Language::kk)) == "2024 жылғы 19 сәуір – 2 мамыр");
    CHECK(plain(format_date(two_months, Language::ky)) == "2024-жылдын 19-апрели – 2-майы");
    CHECK(plain(format_date(two_months, Language::ru)) == "19 апреля – 2 мая 2024 г.");
    CHECK(plain(format_date(two_months, Language::en)) == "19 April – 2 May 2024");

    CHECK(plain(format_date("2023-12-30/2024-01-02", Language::ru)) ==
          "30 декабря 2023 г. – 2 января 2024 г.");
    CHECK(plain(format_date("2024-04/2024-06", Language::ru)) == "апрель – июнь 2024 г.");
    CHECK(format_date("2024/2027", Language::en) == "2024–2027");
    CHECK(format_date("2024-04-19/2024-04-19", Language::en) == "19 April 2024");
}

TEST_CASE("a period whose ends are not as exact invents nothing")
{
    CHECK(format_date("2024-04-19/2025", Language::en) == "19 April 2024 – 2025");
    CHECK(plain(format_date("2023-05/2024-06-01", Language::ru)) == "май 2023 г. – 1 июня 2024 г.");
    CHECK(format_date("2024/2024-06", Language::en) == "2024 – June 2024");
}

TEST_CASE("what is no date comes back as it is")
{
    for (const auto* text : {"today", "2024-13-01", "2024-1-1", "2024-02-31", "2023-02-29",
                             "2024-00-01", "-024", "20240419", "", "2024-04-19/x"}) {
        CHECK(format_date(text, Language::en) == text);
    }
}

} // TEST_SUITE
