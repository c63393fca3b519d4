#include "scene/compose_support.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using namespace dostyk::test;

namespace {

scene::ToolOverlay sample()
{
    scene::ToolOverlay tool;
    tool.lines = {{{{70, 46}, {72, 47}}, false, false}, {{{72, 47}, {74, 46}}, true, false}};
    tool.handles = {{{70, 46}, scene::HandleLook::vertex}, {{74, 46}, scene::HandleLook::snap}};
    tool.rings = {{71, 45}};
    tool.cross = geo::ScreenPoint{900, 500};
    tool.text = {"180 km"};
    tool.text_at = geo::ScreenPoint{1900, 1070};
    return tool;
}

} // namespace

TEST_SUITE("scene/compose_tool") {

TEST_CASE("lines, handles, rings, cross-hair and text are over all else, in every style")
{
    for (const std::string& style : scene::style_names()) {
        CAPTURE(style);
        ViewState view = test::view_of(70, 46, 5.5);
        const Frame before = compose(view, style);
        view.tool = sample();
        const Frame frame = compose(view, style);
        // Two lines, a ring and four arms, each with its casing.
        CHECK(frame.items.size() == before.items.size() + 2 * (2 + 1 + 4));
        CHECK(frame.symbols.size() == before.symbols.size() + 2);
        REQUIRE(frame.labels.size() == before.labels.size() + 1);
        CHECK(frame.labels.back().utf8 == "180 km");
        CHECK(std::get<scene::DrawPath>(frame.items.back()).layer == "tool");
        CHECK(dump(frame).find("tool") != std::string::npos);
    }
}

TEST_CASE("the text stays in the picture")
{
    ViewState view = test::view_of(70, 46, 5.5);
    view.tool = sample();
    const Frame frame = compose(view);
    const scene::DrawLabel& text = frame.labels.back();
    CHECK(text.max.x < 1920);
    CHECK(text.max.y < 1080);
    CHECK(text.min.x > 1700);
}

TEST_CASE("no name of the map runs under the text")
{
    ViewState view = test::view_of(70, 46, 5.5);
    const Frame before = compose(view);
    REQUIRE_FALSE(before.labels.empty());
    view.tool.text = {"180 km"};
    view.tool.text_at = before.labels.front().min;
    view.tool.text_at->x -= 16; // the text begins beside the point
    view.tool.text_at->y -= 16;
    const Frame frame = compose(view);
    CHECK(frame.labels.size() <= before.labels.size());
    CHECK_FALSE(has_label(frame, before.labels.front().utf8));
}

TEST_CASE("what is not placed yet is broken, and no tool draws nothing")
{
    ViewState view = test::view_of(70, 46, 5.5);
    CHECK_FALSE(has_item(compose(view), "tool"));
    view.tool.lines = {{{{70, 46}, {72, 47}}, true, false}};
    const Frame frame = compose(view);
    CHECK(std::get<scene::DrawPath>(frame.items.back()).dash_px > 0);
}

} // TEST_SUITE
