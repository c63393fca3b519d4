#include "ui/slots.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("ui/slots") {

TEST_CASE("slots do not overlap and leave the map its room")
{
    struct Screen {
        float width, height, scale;
    };
    for (const Screen& screen : {Screen{1280, 720, 1}, Screen{1920, 1080, 1}, Screen{3840, 2160, 2},
                                 Screen{1280, 720, 3}}) {
        CAPTURE(screen.width);
        CAPTURE(screen.scale);
        const ui::Layout layout =
            ui::make_layout(screen.width, screen.height, screen.scale, editor::Settings{},
                            editor::FrontSlot::by_room, false);
        CHECK(layout.top.is_shown());
        CHECK(layout.right.right() <= screen.width);
        if (layout.left.is_shown()) {
            CHECK(layout.right.x - layout.left.right() >= 250 * screen.scale);
            CHECK(layout.left.bottom() <= layout.status.y);
        }
        if (layout.timeline.is_shown()) {
            CHECK(layout.timeline.right() <= layout.right.x);
            CHECK(layout.timeline.x >= layout.left.right());
        }
    }
}

TEST_CASE("nothing is shown while the panels are hidden")
{
    const ui::Layout layout =
        ui::make_layout(1920, 1080, 1, editor::Settings{}, editor::FrontSlot::by_room, true);

    CHECK_FALSE(layout.top.is_shown());
    CHECK_FALSE(layout.left.is_shown());
    CHECK_FALSE(layout.right.is_shown());
    CHECK_FALSE(layout.timeline.is_shown());
}

TEST_CASE("a closed slot gives its room to the time slider")
{
    editor::Settings settings;
    const float before =
        ui::make_layout(1920, 1080, 1, settings, editor::FrontSlot::by_room, false).timeline.width;

    settings.panels.is_left_open = false;

    CHECK(
        ui::make_layout(1920, 1080, 1, settings, editor::FrontSlot::by_room, false).timeline.width >
        before + 200);
}

TEST_CASE("the dock is as high as the window lets it, until somebody draws it")
{
    editor::Settings settings;
    settings.panels.is_dock_open = true;
    const auto layout_of = [&](float width, float height, float scale) {
        return ui::make_layout(width, height, scale, settings, editor::FrontSlot::by_room, false);
    };
    const float low = layout_of(1280, 720, 1).dock.height;
    const float high = layout_of(1920, 1080, 1).dock.height;
    CHECK(low >= 250);
    CHECK(high > 380);
    CHECK(layout_of(3840, 2160, 2).dock.height == doctest::Approx(2 * high).epsilon(0.01));
    // The map keeps more than half of the room above it.
    CHECK(layout_of(1920, 1080, 1).dock.y - layout_of(1920, 1080, 1).top.bottom() > high);

    settings.panels.dock_height = 200;
    CHECK(layout_of(1920, 1080, 1).dock.height == 200);
}

} // TEST_SUITE
