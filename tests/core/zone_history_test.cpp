#include "core/zone_history.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using namespace std::chrono_literals;

namespace {

Instant at(const char* iso)
{
    return *parse_iso(iso);
}

} // namespace

TEST_SUITE("core/zone_history") {

TEST_CASE("Almaty put its clock back an hour on 1 March 2024, Bishkek did not")
{
    const auto almaty =
        zone_history("Asia/Almaty", at("2024-01-01T00:00:00Z"), at("2024-12-31T00:00:00Z"));
    REQUIRE(almaty.size() == 2);
    CHECK(almaty[0].from == at("2024-01-01T00:00:00Z"));
    CHECK(almaty[0].before == 6h);
    CHECK(almaty[0].offset == 6h);
    CHECK(almaty[1].from == at("2024-02-29T18:00:00Z"));
    CHECK(almaty[1].before == 6h);
    CHECK(almaty[1].offset == 5h);
    CHECK_FALSE(almaty[1].is_summer_time);

    const auto bishkek =
        zone_history("Asia/Bishkek", at("2024-01-01T00:00:00Z"), at("2024-12-31T00:00:00Z"));
    REQUIRE(bishkek.size() == 1);
    CHECK(bishkek[0].offset == 6h);
}

TEST_CASE("summer time is told from the other half of the year")
{
    const auto berlin =
        zone_history("Europe/Berlin", at("2026-01-01T00:00:00Z"), at("2026-12-31T00:00:00Z"));
    REQUIRE(berlin.size() == 3);
    CHECK_FALSE(berlin[0].is_summer_time);
    CHECK(berlin[1].is_summer_time);
    CHECK(berlin[1].name == "CEST");
    CHECK(berlin[2].offset == 1h);
}

TEST_CASE("a moment has one period, and a zone that does not exist has none")
{
    const Instant noon = at("2026-05-12T12:00:00Z");
    CHECK(zone_history("Asia/Almaty", noon, noon).size() == 1);
    CHECK(zone_history("Asia/Nowhere", noon, noon).empty());
}

} // TEST_SUITE
