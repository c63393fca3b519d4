#include "editor/tools/coordinates_text.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>
#include <cstdio>
#include <string>

using namespace dostyk;
using doctest::Approx;
using editor::parse_coordinates;

namespace {

void check_place(const char* text, double lon, double lat)
{
    CAPTURE(text);
    const auto at = parse_coordinates(text);
    REQUIRE(at);
    CHECK(at->lon == Approx(lon).epsilon(1e-9));
    CHECK(at->lat == Approx(lat).epsilon(1e-9));
}

} // namespace

TEST_SUITE("editor/tools/coordinates_text") {

TEST_CASE("decimal degrees are read, latitude first, with points or commas")
{
    check_place("43.25, 76.95", 76.95, 43.25);
    check_place("43.25 76.95", 76.95, 43.25);
    check_place("43,25 76,95", 76.95, 43.25);
    check_place("43,25; 76,95", 76.95, 43.25);
    check_place("43, 76", 76, 43);
    check_place("43.25° N, 76.95° E", 76.95, 43.25);
}

TEST_CASE("degrees with minutes and seconds are read, in Latin and Russian letters")
{
    check_place("43°15'N 76°57'E", 76.95, 43.25);
    check_place("43 15 30 N, 76 57 0 E", 76.95, 43.25 + 30.0 / 3600);
    check_place("N 43 15, E 76 57", 76.95, 43.25);
    check_place("43°15′ С 76°57′ В", 76.95, 43.25);
    check_place("43 15 76 57", 76.95, 43.25);
}

TEST_CASE("letters tell the order; without them the reading that lies on the map counts")
{
    check_place("76.95 E, 43.25 N", 76.95, 43.25);
    check_place("76.95, 43.25", 76.95, 43.25);
    // Both readings lie on the map: latitude is first, always.
    check_place("50, 55", 55, 50);
}

TEST_CASE("what is no position on the map is none")
{
    for (const char* text : {"", "43.25", "here", "43.25, 76.95, 12", "10, 20", "43 N 42 N",
                             "43.25 N 76.95", "43 75 N 76 10 E", "43.5 30 N 76 E", "S 43 E 76",
                             "43.25 x 76.95", "N E", "-43.25, 76.95", "1e2, 43"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_coordinates(text));
    }
}

TEST_CASE("any position on the map survives being written and read")
{
    CHECK(rc::check([] {
        const geo::LonLat at = editor::rounded({*rc::gen::inRange(4'600'000, 8'800'000) / 1e5,
                                                *rc::gen::inRange(3'850'000, 5'600'000) / 1e5});
        char text[64];
        std::snprintf(text, sizeof text, "%.5f N, %.5f E", at.lat, at.lon);
        const auto read = parse_coordinates(text);
        RC_ASSERT(read.has_value());
        RC_ASSERT(std::abs(read->lon - at.lon) < 1e-9 && std::abs(read->lat - at.lat) < 1e-9);
    }));
}

TEST_CASE("any bytes are a position on the map or nothing")
{
    CHECK(rc::check([] {
        const auto text = *rc::gen::container<std::string>(
            rc::gen::elementOf(std::string("0123456789.,;NSEWnsew °'\"-+xe\xD0\xA1")));
        const auto at = parse_coordinates(text);
        RC_ASSERT(!at || (at->lon >= 46 && at->lon <= 88 && at->lat >= 38.5 && at->lat <= 56));
    }));
}

} // TEST_SUITE
