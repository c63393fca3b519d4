#include "core/time.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

namespace {

Instant utc(int year, unsigned month, unsigned day, int hour)
{
    const auto date = std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
    return Instant{std::chrono::sys_days{date}} + std::chrono::hours{hour};
}

} // namespace

TEST_SUITE("core/time") {

TEST_CASE("this machine's database knows 2024a")
{
    CHECK(check_tz_database());
}

TEST_CASE("the two capitals are one hour apart since March 2024, and were not before")
{
    CHECK(time_in("Asia/Almaty", utc(2024, 2, 29, 12)).offset == "+06");
    CHECK(time_in("Asia/Almaty", utc(2024, 3, 1, 12)).offset == "+05");
    CHECK(time_in("Asia/Bishkek", utc(2024, 2, 29, 12)).offset == "+06");
    CHECK(time_in("Asia/Bishkek", utc(2024, 3, 1, 12)).offset == "+06");
}

TEST_CASE("a clock shows the local date as well")
{
    const auto bishkek = time_in("Asia/Bishkek", utc(2024, 4, 19, 20));

    CHECK(bishkek.date == "2024-04-20");
    CHECK(bishkek.time == "02:00");
}

TEST_CASE("an unknown zone is UTC, not a crash")
{
    CHECK(time_in("Nowhere/None", utc(2024, 4, 19, 20)).time == "20:00");
}

TEST_CASE("today is a date")
{
    CHECK(today().size() == 10);
    CHECK(today() >= "2026-01-01");
}

TEST_CASE("a clock's offset is found by what it shows")
{
    const auto shown = [](const char* text) { return *parse_iso(text); };
    CHECK(offset_at("Asia/Almaty", shown("2026-11-24T09:00:00Z")) == "+05:00");
    CHECK(offset_at("Asia/Almaty", shown("2024-02-29T12:00:00Z")) == "+06:00");
    CHECK(offset_at("Asia/Bishkek", shown("2026-11-24T09:00:00Z")) == "+06:00");
    CHECK(offset_at("UTC", shown("2026-11-24T09:00:00Z")) == "Z");
    CHECK(offset_at("America/New_York", shown("2026-07-01T09:00:00Z")) == "-04:00");
    CHECK_FALSE(offset_at("Asia/Nowhere", shown("2026-11-24T09:00:00Z")));
}

TEST_CASE("an instant is read as it is written, and any other text is none")
{
    for (const char* text :
         {"2026-11-24T09:05:00Z", "1969-12-31T23:59:59Z", "2024-02-29T00:00:00Z"}) {
        const auto instant = parse_iso(text);
        REQUIRE(instant);
        CHECK(to_iso(*instant) == text);
    }
    // The first has no seconds, of which a parser of streams makes a time that is no number.
    for (const char* text : {"2026-11-24T09:00+05:00", "2026-11-24T09:05:00",
                             "2023-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-11-24T24:00:00Z",
                             "2026-11-24T09:60:00Z", "2026-11-24T09:05:60Z", "2026-11-24 09:05:00Z",
                             "2026-11-24T09:05:0xZ", "-026-11-24T09:05:00Z", ""}) {
        CAPTURE(text);
        CHECK_FALSE(parse_iso(text));
    }
}

TEST_CASE("now stands still where a replay says so, and goes on after it")
{
    const auto said = parse_iso("2026-06-15T09:00:00Z");
    REQUIRE(said);
    set_now(*said);
    CHECK(now() == *said);
    CHECK(today() == "2026-06-15");
    set_now(std::nullopt);
    CHECK(now() != *said);
}

} // TEST_SUITE
