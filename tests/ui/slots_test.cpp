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

} // TEST_SUITE
