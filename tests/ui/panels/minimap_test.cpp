#include "../fixture.hpp"

#include "geo/mercator.hpp"
#include "ui/slots.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace dostyk;
using test::ShellFixture;

namespace {

/// Where a place stands on the minimap: it shows the region from west to east, 8 px apart from the
/// sides.
struct Small {
    ui::Box box;
    double scale = 0;
    geo::WorldPoint middle;

    explicit Small(const ShellFixture& ui)
    : box(ui::make_layout(1920, 1080, 1, ui.workspace->settings(), editor::FrontSlot::by_room,
                          false)
              .minimap)
    {
        geo::WorldBounds bounds;
        bounds.add(geo::to_world({45.4, 56.2}));
        bounds.add(geo::to_world({88.3, 38.6}));
        middle = bounds.centre();
        scale = std::min((static_cast<double>(box.width) - 16) / (bounds.max.x - bounds.min.x),
                         (static_cast<double>(box.height) - 16) / (bounds.max.y - bounds.min.y));
    }

    [[nodiscard]] geo::ScreenPoint of(geo::WorldPoint point) const
    {
        return {box.x + box.width / 2 + static_cast<float>((point.x - middle.x) * scale),
                box.y + box.height / 2 + static_cast<float>((point.y - middle.y) * scale)};
    }
};

const geo::LonLat bishkek{74.6, 42.87};
const geo::LonLat aktau{51.2, 43.6};

} // namespace

TEST_SUITE("ui/panels/minimap") {

TEST_CASE("a press outside the frame brings the map there and keeps its zoom")
{
    ShellFixture ui;
    const Small small(ui);
    scene::Camera& camera = ui.workspace->view().camera;
    camera = {geo::to_world(bishkek), 8};
    const geo::WorldPoint wanted = geo::to_world(aktau);
    const auto at = small.of(wanted);

    ui.move(at.x, at.y);
    ui.press(true);

    CHECK(std::abs(camera.centre.x - wanted.x) * small.scale < 1);
    CHECK(std::abs(camera.centre.y - wanted.y) * small.scale < 1);
    CHECK(camera.zoom == 8);
    ui.press(false);
}

TEST_CASE("a press within the frame moves nothing; dragging it takes the map along")
{
    ShellFixture ui;
    const Small small(ui);
    scene::Camera& camera = ui.workspace->view().camera;
    camera = {geo::to_world(bishkek), 6};
    const geo::WorldPoint before = camera.centre;
    const auto centre = small.of(before);

    ui.move(centre.x + 9, centre.y - 5); // off its middle, which must not matter
    ui.press(true);
    CHECK(std::abs(camera.centre.x - before.x) * small.scale < 0.01);
    ui.move(centre.x - 31, centre.y - 25);
    ui.press(false);

    CHECK((camera.centre.x - before.x) * small.scale == doctest::Approx(-40).epsilon(0.02));
    CHECK((camera.centre.y - before.y) * small.scale == doctest::Approx(-20).epsilon(0.02));
    const scene::Camera dropped = camera;
    ui.move(centre.x, centre.y);
    CHECK(camera == dropped); // let go is let go
}

} // TEST_SUITE
