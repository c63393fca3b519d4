#include "scene/graticule.hpp"

#include "geo/mercator.hpp"
#include "scene/small_map.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("scene/graticule") {

TEST_CASE("lines are never closer than asked, at any zoom")
{
    for (double zoom = scene::min_zoom; zoom <= 12; zoom += 0.25) {
        scene::Camera camera;
        camera.zoom = zoom;
        CAPTURE(zoom);
        CHECK(graticule_step(camera, 110) * camera.px_per_world_unit() / 360 >= 109.9);
    }
}

TEST_CASE("meridians run from top to bottom, parallels from side to side, each with its label")
{
    const scene::Camera camera{geo::to_world({70, 45}), 5.0};
    const auto paths =
        scene::make_graticule(camera, {800, 600}, line_of(test::style("hall"), "graticule"), 1);
    const auto labels = scene::graticule_labels(camera, {800, 600}, Language::en, 1);
    REQUIRE_FALSE(paths.empty());
    CHECK(paths.size() == labels.size());
    CHECK(paths.front().points.front().y == 0);
    CHECK(paths.front().points.back().y == 600);
    CHECK(paths.back().points.back().x == 800);
}

TEST_CASE("positions are written with the letters of the language, rounded, not cut")
{
    CHECK(scene::format_position({76.9286, 43.2567}, Language::en) == "43°15′ N, 76°56′ E");
    CHECK(scene::format_position({74.5, 42.99999}, Language::en) == "43° N, 74°30′ E");
    CHECK(scene::format_position({74.5, 42.5}, Language::ru) == "42°30′ с. ш., 74°30′ в. д.");
    CHECK(scene::format_position({74.5, 42.5}, Language::en, true) == "42°30′00″ N, 74°30′00″ E");
}

} // TEST_SUITE
