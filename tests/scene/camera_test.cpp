#include "scene/camera.hpp"

#include "geo/mercator.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>

using namespace dostyk;
using doctest::Approx;
using scene::Camera;

namespace {

constexpr scene::Viewport viewport{1920, 1080};

double arbitrary_zoom()
{
    return *rc::gen::map(rc::gen::inRange(25, 141), [](int tenths) { return tenths / 10.0; });
}

} // namespace

TEST_SUITE("scene/camera") {

TEST_CASE("the centre of the camera is the middle of the screen")
{
    const Camera camera{geo::to_world({74.6, 42.9}), 7};
    const geo::ScreenPoint point = to_screen(camera, viewport, camera.centre);
    CHECK(point.x == Approx(960));
    CHECK(point.y == Approx(540));
}

TEST_CASE("screen and world are each other's inverse")
{
    CHECK(rc::check([] {
        const Camera camera{geo::to_world({70, 45}), arbitrary_zoom()};
        const geo::ScreenPoint point{static_cast<float>(*rc::gen::inRange(0, 1920)),
                                     static_cast<float>(*rc::gen::inRange(0, 1080))};
        const auto back = to_screen(camera, viewport, to_world(camera, viewport, point));
        RC_ASSERT(std::abs(back.x - point.x) < 0.1F);
        RC_ASSERT(std::abs(back.y - point.y) < 0.1F);
    }));
}

TEST_CASE("zooming keeps the point under the cursor within a pixel")
{
    CHECK(rc::check([] {
        const Camera camera{geo::to_world({70, 45}), arbitrary_zoom()};
        const geo::ScreenPoint cursor{static_cast<float>(*rc::gen::inRange(0, 1920)),
                                      static_cast<float>(*rc::gen::inRange(0, 1080))};
        const geo::WorldPoint under = to_world(camera, viewport, cursor);
        const Camera zoomed = zoomed_at(camera, viewport, cursor, arbitrary_zoom());
        const geo::ScreenPoint now = to_screen(zoomed, viewport, under);
        RC_ASSERT(std::hypot(now.x - cursor.x, now.y - cursor.y) <= 1.0F);
    }));
}

TEST_CASE("fitted bounds are whole on the screen, with the margin")
{
    geo::WorldBounds bounds;
    bounds.add(geo::to_world({46, 38}));
    bounds.add(geo::to_world({88, 56}));
    const Camera camera = scene::fitted(bounds, viewport, 50);
    const geo::ScreenPoint low = to_screen(camera, viewport, bounds.min);
    const geo::ScreenPoint high = to_screen(camera, viewport, bounds.max);
    CHECK(low.x >= 49.9F);
    CHECK(low.y >= 49.9F);
    CHECK(high.x <= 1870.1F);
    CHECK(high.y <= 1030.1F);
    CHECK(std::min(low.x, low.y) == Approx(50).epsilon(0.01));
}

TEST_CASE("a point is fitted at the closest zoom, not at infinity")
{
    geo::WorldBounds point;
    point.add(geo::to_world({74.6, 42.9}));
    CHECK(scene::fitted(point, viewport, 50).zoom == Approx(scene::max_zoom));
}

TEST_CASE("the camera does not leave the region")
{
    const Camera far = scene::clamped({geo::to_world({-100, -40}), 99});
    CHECK(geo::to_lon_lat(far.centre).lon == Approx(40));
    CHECK(geo::to_lon_lat(far.centre).lat == Approx(32));
    CHECK(far.zoom == Approx(scene::max_zoom));
}

} // TEST_SUITE
