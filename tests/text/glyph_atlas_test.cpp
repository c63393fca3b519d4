#include "text/glyph_atlas.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cstddef>

using namespace dostyk;

namespace {

text::GlyphBitmap box(int width, int height, std::uint8_t value)
{
    text::GlyphBitmap bitmap;
    bitmap.width = width;
    bitmap.height = height;
    bitmap.pixels.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), value);
    return bitmap;
}

bool overlap(const text::AtlasPlace& a, const text::AtlasPlace& b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

} // namespace

TEST_SUITE("text/glyph_atlas") {

TEST_CASE("places never overlap and lie within the atlas")
{
    CHECK(rc::check([] {
        const auto sizes = *rc::gen::container<std::vector<std::pair<int, int>>>(
            rc::gen::pair(rc::gen::inRange(1, 60), rc::gen::inRange(1, 60)));
        text::GlyphAtlas atlas(64, 32, 4096);
        std::vector<text::AtlasPlace> places;
        for (const auto& [width, height] : sizes) {
            const auto place = atlas.add(box(width, height, 255));
            if (!place) {
                continue;
            }
            RC_ASSERT(place->x + width <= atlas.width());
            RC_ASSERT(place->y + height <= atlas.height());
            for (const auto& other : places) {
                RC_ASSERT(!overlap(*place, other));
            }
            places.push_back(*place);
        }
    }));
}

TEST_CASE("a bitmap is found again where it was placed")
{
    text::GlyphAtlas atlas(32, 16, 64);
    (void)atlas.add(box(5, 4, 9));
    const auto place = atlas.add(box(3, 2, 77));

    REQUIRE(place);
    const auto at = static_cast<std::size_t>(place->y * atlas.width() + place->x);
    CHECK(atlas.pixels()[at] == 77);
    CHECK(atlas.pixels()[at + 2] == 77);
    CHECK(atlas.pixels()[at + 3] == 0);
}

TEST_CASE("only rows that changed are dirty, and once")
{
    text::GlyphAtlas atlas(64, 64, 64);
    CHECK(atlas.take_dirty_rows().last == 64);
    CHECK(atlas.take_dirty_rows().is_empty());

    const auto place = atlas.add(box(8, 6, 1));

    const text::DirtyRows rows = atlas.take_dirty_rows();
    CHECK(rows.first == place->y);
    CHECK(rows.last == place->y + 6);
    CHECK(atlas.take_dirty_rows().is_empty());
}

TEST_CASE("it grows by doubling, keeps what it has, and says when it is full")
{
    text::GlyphAtlas atlas(32, 16, 64);
    const auto first = atlas.add(box(30, 12, 5));
    REQUIRE(first);
    CHECK(atlas.add(box(30, 12, 6)));
    CHECK(atlas.height() == 32);
    CHECK(atlas.pixels()[static_cast<std::size_t>(first->y * 32 + first->x)] == 5);

    int added = 0;
    while (atlas.add(box(30, 12, 7))) {
        ++added;
    }
    CHECK(added == 2);
    CHECK(atlas.height() == 64);
    CHECK_FALSE(atlas.add(box(33, 1, 8)));
}

} // TEST_SUITE
