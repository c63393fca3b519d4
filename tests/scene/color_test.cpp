#include "scene/color.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using doctest::Approx;
using scene::Color;

TEST_SUITE("scene/color") {

TEST_CASE("a colour is read with and without alpha and printed the same")
{
    CHECK(scene::parse_color("#0a141e") == Color{10, 20, 30, 255});
    CHECK(scene::parse_color("#0A141E80") == Color{10, 20, 30, 128});
    CHECK(scene::to_hex(Color{10, 20, 30, 255}) == "#0a141e");
    CHECK(scene::to_hex(Color{10, 20, 30, 128}) == "#0a141e80");
}

TEST_CASE("what is no colour is refused")
{
    for (const char* text : {"", "#", "0a141e", "#0a141", "#0a141eg0", "#0a141e8", "red"}) {
        CAPTURE(text);
        CHECK_FALSE(scene::parse_color(text));
    }
}

TEST_CASE("black and white are 21 apart, a colour is 1 from itself")
{
    CHECK(scene::contrast_ratio({0, 0, 0}, {255, 255, 255}) == Approx(21));
    CHECK(scene::contrast_ratio({255, 255, 255}, {0, 0, 0}) == Approx(21));
    CHECK(scene::contrast_ratio({12, 99, 200}, {12, 99, 200}) == Approx(1));
    // The example of WCAG's technique G17: #767676 on white is just above 4.5.
    CHECK(scene::contrast_ratio({0x76, 0x76, 0x76}, {255, 255, 255}) ==
          Approx(4.54).epsilon(0.002));
}

TEST_CASE("mixing ends at both colours and alpha fades alone")
{
    const Color from{10, 20, 30, 40};
    const Color to{110, 220, 130, 240};
    CHECK(scene::mix(from, to, 0) == from);
    CHECK(scene::mix(from, to, 1) == to);
    CHECK(scene::faded({1, 2, 3, 200}, 0.5F) == Color{1, 2, 3, 100});
}

} // TEST_SUITE
