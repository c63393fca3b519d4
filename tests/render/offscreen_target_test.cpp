#include "render/offscreen_target.hpp"

#include "render/context.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("render/offscreen_target") {

TEST_CASE("a target has its size and an opaque picture")
{
    auto context = render::make_headless_context();
    REQUIRE(context);
    (*context)->make_current();
    const render::OffscreenTarget target(30, 20);

    const auto picture = target.read_back();

    CHECK(target.framebuffer() != 0);
    CHECK(picture.width == 30);
    REQUIRE(picture.pixels.size() == 30U * 20 * 4);
    CHECK(picture.pixels[3] == 255);
}

} // TEST_SUITE
