#include "render/shade_sampler.hpp"

#include "support/sample_frames.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdlib>

using namespace dostyk;

namespace {

/// Columns of grey that grow to the right, opaque.
scene::Image ramp(const scene::Frame& frame, int columns, float width_px)
{
    scene::Image image;
    image.id = 881;
    image.width = columns;
    image.height = 2;
    image.bounds = {test::world_at(frame, 0, 0), test::world_at(frame, width_px, 64)};
    for (int i = 0; i < columns * 2; ++i) {
        const auto grey = static_cast<std::uint8_t>(i % columns * 255 / (columns - 1));
        image.pixels.insert(image.pixels.end(), {grey, grey, grey, 255});
    }
    return image;
}

} // namespace

TEST_SUITE("render/shade_sampler") {

TEST_CASE("a picture that is enlarged is linear between the middles of its pixels")
{
    const scene::Frame frame = test::blank_frame(64, 64, {});
    const scene::Image image = ramp(frame, 2, 64);
    render::ShadeSampler sampler;
    sampler.begin(image, render::View(frame.camera, frame.viewport));

    const auto row = sampler.row_at(10);

    CHECK(row.upper[0] == 0);
    CHECK(row.upper[15 * 4] <= 4);
    CHECK(std::abs(row.upper[31 * 4] - 124) <= 4);
    CHECK(row.upper[63 * 4] >= 251);
}

TEST_CASE("a picture that is made small is averaged, not picked from")
{
    const scene::Frame frame = test::blank_frame(64, 64, {});
    scene::Image image = ramp(frame, 256, 16);
    image.height = 8;
    image.pixels.clear();
    for (int i = 0; i < 256 * 8; ++i) {
        const auto grey = static_cast<std::uint8_t>(i % 2 * 255);
        image.pixels.insert(image.pixels.end(), {grey, grey, grey, 255});
    }
    render::ShadeSampler sampler;
    sampler.begin(image, render::View(frame.camera, frame.viewport));

    const auto row = sampler.row_at(30);

    for (int x = 0; x < 16; ++x) {
        CHECK(std::abs(row.upper[static_cast<std::ptrdiff_t>(x) * 4] - 128) <= 2);
    }
}

TEST_CASE("it knows the picture that it was begun with until the frame ends")
{
    const scene::Frame frame = test::blank_frame(8, 8, {});
    const scene::Image image = ramp(frame, 4, 8);
    render::ShadeSampler sampler;
    CHECK_FALSE(sampler.is_begun(image));

    sampler.begin(image, render::View(frame.camera, frame.viewport));
    CHECK(sampler.is_begun(image));

    sampler.end_frame();
    CHECK_FALSE(sampler.is_begun(image));
}

} // TEST_SUITE
