#include "scene/path_layout.hpp"

#include "scene/small_map.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using doctest::Approx;

namespace {

scene::LabelRequest request(std::string text)
{
    scene::LabelRequest made;
    made.layer = "rivers";
    made.lines.push_back({std::move(text), scene::LabelStyle{}});
    return made;
}

} // namespace

TEST_SUITE("scene/path_layout") {

TEST_CASE("a path knows its length and the points on it")
{
    const scene::MeasuredPath path({{0, 0}, {30, 40}, {130, 40}});
    CHECK(path.length() == Approx(150));
    CHECK_FALSE(path.is_reversed());
    CHECK(path.at(100, 2).point.x == Approx(80));
    CHECK(path.at(100, 2).point.y == Approx(40));
    CHECK(path.at(25, 2).cos_angle == Approx(0.6));
}

TEST_CASE("a path to the left is turned round")
{
    const scene::MeasuredPath path({{130, 40}, {0, 40}});
    CHECK(path.is_reversed());
    CHECK(path.at(10, 2).cos_angle == Approx(1));
}

TEST_CASE("letters on a straight line keep the distances of the shaped text")
{
    const auto text = request("Naryn");
    const scene::MeasuredPath path({{0, 100}, {400, 100}});
    const auto label = layout_along(text, path, 200, test::fonts());
    REQUIRE(label);
    const auto& shaped = test::fonts().shape(text::Face::regular, "Naryn");
    REQUIRE(label->glyphs.size() == shaped.glyphs.size());
    for (std::size_t i = 1; i < shaped.glyphs.size(); ++i) {
        CHECK(label->glyphs[i].x - label->glyphs[0].x ==
              Approx((shaped.glyphs[i].x - shaped.glyphs[0].x) * 14).epsilon(0.01));
    }
    CHECK(label->min.x >= 200 - shaped.width * 14 / 2 - 3);
}

TEST_CASE("a path that is too short or too crooked carries no name")
{
    const scene::MeasuredPath little({{0, 0}, {20, 0}});
    CHECK_FALSE(layout_along(request("Syr Darya"), little, 10, test::fonts()));
    const scene::MeasuredPath crooked({{0, 0}, {30, 60}, {60, 0}, {90, 60}, {120, 0}});
    CHECK_FALSE(layout_along(request("Syr Darya"), crooked, 100, test::fonts()));
}

TEST_CASE("letters on a wiggly path stand as far apart as on a straight one")
{
    std::vector<geo::ScreenPoint> wiggles;
    for (int i = 0; i < 200; ++i) {
        wiggles.push_back({static_cast<float>(i) * 2, i % 2 == 0 ? 99.0F : 101.0F});
    }
    const auto label =
        layout_along(request("Syr Darya"), scene::MeasuredPath(wiggles), 300, test::fonts());
    REQUIRE(label);
    const auto& shaped = test::fonts().shape(text::Face::regular, "Syr Darya");
    const float width = label->glyphs.back().x - label->glyphs.front().x;
    CHECK(width > shaped.glyphs.back().x * 14 * 0.85F);
}

} // TEST_SUITE
