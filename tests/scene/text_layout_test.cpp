#include "scene/text_layout.hpp"

#include "scene/small_map.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using doctest::Approx;

TEST_SUITE("scene/text_layout") {

TEST_CASE("letter spacing widens a line between its letters alone")
{
    scene::LabelLine line{"ABC", scene::LabelStyle{}, 0};
    const float tight = width_of(line, test::fonts());
    line.spacing_em = 0.5F;
    CHECK(width_of(line, test::fonts()) == Approx(tight + 2 * 0.5F * 14));
}

TEST_CASE("a block is as wide as its widest line and as high as all")
{
    const std::vector<scene::LabelLine> lines{{"Wide line", scene::LabelStyle{}, 0},
                                              {"i", scene::LabelStyle{}, 0}};
    const scene::TextSize size = size_of(lines, test::fonts());
    CHECK(size.width == Approx(width_of(lines[0], test::fonts())));
    CHECK(size.height == Approx(2 * height_of(lines[0])));
}

TEST_CASE("lines of one look are one label, aligned as asked")
{
    scene::LabelRequest request;
    request.lines = {{"Wide line", scene::LabelStyle{}, 0}, {"i", scene::LabelStyle{}, 0}};
    const scene::TextSize size = size_of(request.lines, test::fonts());
    std::vector<scene::DrawLabel> left;
    append_straight(request, {10, 20}, size, scene::Align::left, test::fonts(), left);
    std::vector<scene::DrawLabel> right;
    append_straight(request, {10, 20}, size, scene::Align::right, test::fonts(), right);
    REQUIRE(left.size() == 1);
    REQUIRE(right.size() == 1);
    CHECK(left[0].utf8 == "Wide line\ni");
    CHECK(left[0].boxes.size() == 1);
    CHECK(left[0].glyphs.back().x < right[0].glyphs.back().x);
}

} // TEST_SUITE
