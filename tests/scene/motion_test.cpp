#include "scene/motion.hpp"

#include "geo/mercator.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

using namespace dostyk;
using doctest::Approx;
using scene::Camera;
using scene::Motion;

namespace {

constexpr scene::Viewport viewport{1920, 1080};

Camera start()
{
    return {geo::to_world({70, 47}), 6};
}

/// Run a motion to its end at a frame rate; returns the time it took. [s]
double run(Motion& motion, Camera& camera, double frames_per_second)
{
    double seconds = 0;
    while (motion.is_moving() && seconds < 10) {
        camera = motion.advance(camera, 1 / frames_per_second);
        seconds += 1 / frames_per_second;
    }
    return seconds;
}

double distance_px(const Camera& a, const Camera& b)
{
    return std::hypot(a.centre.x - b.centre.x, a.centre.y - b.centre.y) * a.px_per_world_unit();
}

} // namespace

TEST_SUITE("scene/motion") {

TEST_CASE("a fling ends at the same point at 30, 60 and 144 frames a second")
{
    CHECK(rc::check([] {
        const auto vx = static_cast<float>(*rc::gen::inRange(-3000, 3000));
        const auto vy = static_cast<float>(*rc::gen::inRange(-3000, 3000));
        Camera ends[3];
        const double rates[] = {30, 60, 144};
        for (int i = 0; i < 3; ++i) {
            Motion motion;
            ends[i] = start();
            motion.fling(start(), vx, vy);
            run(motion, ends[i], rates[i]);
        }
        RC_ASSERT(distance_px(ends[0], ends[1]) <= 1);
        RC_ASSERT(distance_px(ends[1], ends[2]) <= 1);
    }));
}

TEST_CASE("a fling goes on in the direction of the drag and slows down")
{
    Motion motion;
    Camera camera = start();
    motion.fling(camera, 1000, 0);
    const Camera first = motion.advance(camera, 0.05);
    const Camera second = motion.advance(first, 0.05);
    CHECK(first.centre.x < camera.centre.x);
    CHECK(distance_px(first, second) < distance_px(camera, first));
    CHECK(first.centre.y == Approx(camera.centre.y));
}

TEST_CASE("a flight arrives exactly, within 1.2 seconds")
{
    for (const Camera& target :
         {Camera{geo::to_world({76.9, 43.2}), 11.0}, Camera{geo::to_world({51.2, 43.6}), 9.0},
          start(), Camera{start().centre, 12.0}}) {
        Motion motion;
        Camera camera = start();
        motion.fly_to(camera, target, viewport);
        const double seconds = run(motion, camera, 60);
        CHECK(seconds <= 1.2 + 1.5 / 60);
        CHECK(camera == target);
    }
}

TEST_CASE("a long flight zooms out on its way and never jumps")
{
    Motion motion;
    const Camera from{geo::to_world({51.2, 43.6}), 10.0};
    const Camera to{geo::to_world({82.6, 49.9}), 10.0};
    motion.fly_to(from, to, viewport);
    Camera camera = from;
    double lowest = from.zoom;
    double largest_step = 0;
    while (motion.is_moving()) {
        const Camera next = motion.advance(camera, 1.0 / 120);
        lowest = std::min(lowest, next.zoom);
        largest_step = std::max(largest_step, std::abs(next.zoom - camera.zoom));
        camera = next;
    }
    CHECK(lowest < 7);
    CHECK(largest_step < 0.5);
}

TEST_CASE("any motion stops at once and stays where it is")
{
    Motion motion;
    Camera camera = start();
    motion.fly_to(camera, {geo::to_world({76.9, 43.2}), 11.0}, viewport);
    camera = motion.advance(camera, 0.3);
    motion.stop();
    CHECK_FALSE(motion.is_moving());
    CHECK(motion.advance(camera, 1) == camera);
}

TEST_CASE("an eased zoom keeps the cursor's point within a pixel in every frame")
{
    Motion motion;
    Camera camera = start();
    const geo::ScreenPoint cursor{300, 900};
    const geo::WorldPoint under = to_world(camera, viewport, cursor);
    motion.zoom_about(camera, viewport, cursor, 8.5);
    CHECK(motion.zoom_target() == 8.5);
    while (motion.is_moving()) {
        camera = motion.advance(camera, 1.0 / 60);
        const geo::ScreenPoint now = to_screen(camera, viewport, under);
        CHECK(std::hypot(now.x - cursor.x, now.y - cursor.y) <= 1.0F);
    }
    CHECK(camera.zoom == Approx(8.5));
}

TEST_CASE("reduced motion makes every movement one cut")
{
    Motion motion;
    motion.set_reduced(true);
    const Camera target{geo::to_world({76.9, 43.2}), 11.0};
    motion.fly_to(start(), target, viewport);
    CHECK(motion.advance(start(), 0.001) == target);
    CHECK_FALSE(motion.is_moving());
    motion.fling(start(), 3000, 0);
    CHECK_FALSE(motion.is_moving());
}

} // TEST_SUITE
