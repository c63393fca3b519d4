#include "render/ground_raster.hpp"

#include "support/sample_frames.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>

using namespace dostyk;

namespace {

constexpr scene::Color paper{250, 250, 250};

std::shared_ptr<scene::Image> clear_relief(const scene::Frame& frame)
{
    auto image = std::make_shared<scene::Image>();
    image->id = 991;
    image->width = 1;
    image->height = 1;
    image->bounds = {test::world_at(frame, 0, 0), test::world_at(frame, 64, 64)};
    image->pixels = {0, 0, 0, 0};
    return image;
}

scene::DrawFill fill_of(const scene::Frame& frame, const std::vector<geo::ScreenPoint>& corners,
                        scene::Color color)
{
    scene::DrawFill fill;
    fill.mesh = test::convex_fill(frame, corners);
    fill.ranges = {0};
    fill.color = color;
    return fill;
}

} // namespace

TEST_SUITE("render/ground_raster") {

TEST_CASE("it takes the leading fills, and only where relief is among them")
{
    const scene::Frame frame = test::blank_frame(64, 64, paper);
    const scene::DrawFill plain = fill_of(frame, {{0, 0}, {9, 0}, {9, 9}}, {1, 2, 3});
    scene::DrawFill shaded = plain;
    shaded.shade = clear_relief(frame);
    scene::DrawFill clear = plain;
    clear.color.a = 100;
    using Items = std::vector<scene::DrawItem>;

    CHECK(render::GroundRaster::count_drawable(Items{}) == 0);
    CHECK(render::GroundRaster::count_drawable(Items{plain, plain}) == 0);
    CHECK(render::GroundRaster::count_drawable(Items{plain, shaded, plain}) == 3);
    CHECK(render::GroundRaster::count_drawable(Items{shaded, scene::DrawLine{}, shaded}) == 1);
    CHECK(render::GroundRaster::count_drawable(Items{shaded, clear}) == 1);
}

TEST_CASE("triangles that share edges leave no gap and draw no pixel twice")
{
    // A stripe blends, so a pixel that is drawn twice would be darker than its neighbours.
    const auto is_even_around = [](geo::ScreenPoint inner) {
        const scene::Frame frame = test::blank_frame(64, 64, paper);
        const std::array<geo::ScreenPoint, 5> ring{
            {{-5, -5}, {69, -5}, {69, 69}, {-5, 69}, {-5, -5}}};
        std::vector<scene::DrawItem> items;
        for (std::size_t i = 0; i < 4; ++i) {
            scene::DrawFill part = fill_of(frame, {inner, ring[i], ring[i + 1]}, {0, 0, 0, 128});
            part.hatch = {1000, 100000, 0};
            items.emplace_back(part);
        }
        render::GroundRaster raster;
        render::DrawStats stats;
        const auto& pixels =
            raster.draw(items, paper, render::View(frame.camera, frame.viewport), stats);
        return (pixels.front() & 0xffU) < 140U &&
               std::all_of(pixels.begin(), pixels.end(),
                           [&](std::uint32_t pixel) { return pixel == pixels.front(); });
    };
    // A stripe that is as broad as its spacing was clear at the very last step of a turn: here a
    // row began there, and stayed there.
    CHECK(is_even_around({0.1F, 56}));
    CHECK(rc::check([&] {
        const auto coordinate = rc::gen::map(
            rc::gen::inRange(1, 630), [](int tenths) { return static_cast<float>(tenths) / 10; });
        RC_ASSERT(is_even_around({*coordinate, *coordinate}));
    }));
}

TEST_CASE("clear relief leaves the colour as it is")
{
    const scene::Frame frame = test::blank_frame(64, 64, paper);
    scene::DrawFill fill = fill_of(frame, {{-9, -9}, {99, -9}, {99, 99}, {-9, 99}}, {90, 150, 100});
    fill.shade = clear_relief(frame);
    render::GroundRaster raster;
    render::DrawStats stats;

    const auto& pixels = raster.draw(std::vector<scene::DrawItem>{fill}, paper,
                                     render::View(frame.camera, frame.viewport), stats);

    CHECK(pixels.size() == 64 * 64);
    CHECK(std::all_of(pixels.begin(), pixels.end(),
                      [](std::uint32_t pixel) { return pixel == 0xff64965aU; }));
    CHECK(stats.triangles == 2);
}

} // TEST_SUITE
