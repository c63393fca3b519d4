#include "scene/scale_bar.hpp"

#include "geo/geodesic.hpp"
#include "geo/mercator.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace dostyk;
using doctest::Approx;

TEST_SUITE("scene/scale_bar") {

TEST_CASE("the bar is as long as it says, within 0.1 %, where it stands")
{
    for (double zoom = 5; zoom <= 13; zoom += 1) {
        const scene::Camera camera{geo::to_world({74.6, 42.9}), zoom};
        const scene::Viewport viewport{1280, 720};
        const auto bar = make_scale_bar(camera, viewport, {40, 680}, 160, Language::en);
        const auto from = geo::to_lon_lat(to_world(camera, viewport, {40, 680}));
        const auto to = geo::to_lon_lat(to_world(camera, viewport, {40 + bar.width_px, 680}));
        CAPTURE(zoom);
        CHECK(geo::distance_m(from, to) == Approx(bar.length_m).epsilon(0.001));
        CHECK(bar.width_px <= 160.01F);
        CHECK(bar.width_px > 60);
    }
}

TEST_CASE("lengths are one, two or five times a power of ten, in the unit people say")
{
    const scene::Camera camera{geo::to_world({74.6, 42.9}), 7};
    const auto bar = make_scale_bar(camera, {1280, 720}, {40, 680}, 160, Language::ru);
    const double digits = bar.length_m / std::pow(10, std::floor(std::log10(bar.length_m)));
    CHECK((digits == Approx(1) || digits == Approx(2) || digits == Approx(5)));
    CHECK(bar.text.find("км") != std::string::npos);
}

} // TEST_SUITE
