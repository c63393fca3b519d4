#include "text/distance_field.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>
#include <cstddef>
#include <limits>

using namespace dostyk;

namespace {

int squared(std::int32_t seed, int x, int y, int width)
{
    const int dx = seed % width - x;
    const int dy = seed / width - y;
    return dx * dx + dy * dy;
}

int brute_force(const std::vector<std::uint8_t>& seeds, int x, int y, int width)
{
    int best = std::numeric_limits<int>::max();
    for (std::size_t i = 0; i < seeds.size(); ++i) {
        if (seeds[i] != 0) {
            best = std::min(best, squared(static_cast<std::int32_t>(i), x, y, width));
        }
    }
    return best;
}

/// Coverage of a disc, sampled 8 x 8 a pixel.
std::vector<std::uint8_t> disc(int size, float radius)
{
    std::vector<std::uint8_t> coverage;
    const float middle = static_cast<float>(size) / 2;
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x) {
            int inside = 0;
            for (int sample = 0; sample < 64; ++sample) {
                const float dx =
                    static_cast<float>(x) + (static_cast<float>(sample % 8) + 0.5F) / 8;
                const float dy =
                    static_cast<float>(y) + (static_cast<float>(sample / 8) + 0.5F) / 8;
                inside += std::hypot(dx - middle, dy - middle) < radius ? 1 : 0;
            }
            coverage.push_back(static_cast<std::uint8_t>(inside * 255 / 64));
        }
    }
    return coverage;
}

} // namespace

TEST_SUITE("text/distance_field") {

TEST_CASE("the nearest seed is as near as any that brute force finds")
{
    CHECK(rc::check([] {
        const int width = *rc::gen::inRange(1, 14);
        const int height = *rc::gen::inRange(1, 14);
        const auto count = static_cast<std::size_t>(width * height);
        const auto seeds = *rc::gen::container<std::vector<std::uint8_t>>(
            count, rc::gen::weightedElement<std::uint8_t>({{5, 0}, {1, 1}}));

        const auto nearest = text::nearest_seeds(seeds, width, height);

        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x) {
                const auto found = nearest[static_cast<std::size_t>(y * width + x)];
                const int expected = brute_force(seeds, x, y, width);
                if (expected == std::numeric_limits<int>::max()) {
                    RC_ASSERT(found == -1);
                } else {
                    RC_ASSERT(seeds[static_cast<std::size_t>(found)] == 1);
                    RC_ASSERT(squared(found, x, y, width) == expected);
                }
            }
        }
    }));
}

TEST_CASE("the field of a disc is its distance to within half a pixel")
{
    constexpr int size = 48;
    constexpr float radius = 13.3F;
    const auto field = text::distance_field(disc(size, radius), size, size);

    for (int y = 8; y < size - 8; ++y) {
        for (int x = 8; x < size - 8; ++x) {
            const float away = std::hypot(static_cast<float>(x) + 0.5F - size / 2.0F,
                                          static_cast<float>(y) + 0.5F - size / 2.0F);
            const float expected = radius - away;
            if (std::abs(expected) < text::sdf_spread_px - 1) {
                const float found =
                    (static_cast<float>(field[static_cast<std::size_t>(y * size + x)]) - 128) /
                    127 * static_cast<float>(text::sdf_spread_px);
                CHECK(std::abs(found - expected) < 0.5F);
            }
        }
    }
}

TEST_CASE("nothing is far outside, and all is far inside")
{
    const std::vector<std::uint8_t> empty(25, 0);
    for (const std::uint8_t value : text::distance_field(empty, 5, 5)) {
        CHECK(value == 0);
    }
    const std::vector<std::uint8_t> full(31 * 31, 255);
    CHECK(text::distance_field(full, 31, 31)[15 * 31 + 15] == 255);
}

TEST_CASE("coverage at another size keeps the area of the shape")
{
    // A disc in the middle of the em square.
    constexpr int size = text::sdf_size_px;
    text::GlyphBitmap glyph;
    glyph.width = size;
    glyph.height = size;
    glyph.left = 0;
    glyph.top = 1;
    glyph.pixels = text::distance_field(disc(size, 12), size, size);

    for (const int size_px : {16, 24, 80}) {
        CAPTURE(size_px);
        const auto bitmap = text::coverage_at(glyph, size_px);
        double covered = 0;
        for (const std::uint8_t value : bitmap.pixels) {
            covered += value / 255.0;
        }
        const double radius = 12.0 * size_px / size;
        CHECK(covered == doctest::Approx(3.14159 * radius * radius).epsilon(0.02));
    }
}

} // TEST_SUITE
