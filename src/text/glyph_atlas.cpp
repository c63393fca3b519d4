#include "text/glyph_atlas.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace dostyk::text {

namespace {

// Linear sampling at the edge of one field must not see its neighbour.
constexpr int gap_px = 1;

} // namespace

GlyphAtlas::GlyphAtlas(int width, int height, int max_height)
: m_width(width),
  m_height(height),
  m_max_height(max_height),
  m_pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0),
  m_dirty{0, height}
{}

GlyphAtlas::Shelf* GlyphAtlas::find_shelf(int width, int height)
{
    Shelf* best = nullptr;
    for (Shelf& shelf : m_shelves) {
        if (shelf.height >= height && m_width - shelf.used >= width &&
            (best == nullptr || shelf.height < best->height)) {
            best = &shelf;
        }
    }
    // A shelf that is much too high is kept for what needs it, as long as there is room for more.
    const bool is_wasteful = best != nullptr && best->height > height + height / 2;
    return is_wasteful && m_next_shelf_y + height <= m_height ? nullptr : best;
}

bool GlyphAtlas::open_shelf(int height)
{
    while (m_next_shelf_y + height > m_height) {
        if (m_height * 2 > m_max_height) {
            return false;
        }
        m_height *= 2;
        m_pixels.resize(static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height), 0);
        m_dirty = {0, m_height};
    }
    m_shelves.push_back({m_next_shelf_y, height, 0});
    m_next_shelf_y += height;
    return true;
}

std::optional<AtlasPlace> GlyphAtlas::add(const GlyphBitmap& bitmap)
{
    const int width = bitmap.width + gap_px;
    const int height = bitmap.height + gap_px;
    if (width > m_width) {
        return std::nullopt;
    }
    Shelf* shelf = find_shelf(width, height);
    if (shelf == nullptr) {
        // Steps of 8 px, so that letters of about one height share shelves.
        if (!open_shelf((height + 7) / 8 * 8) && !open_shelf(height)) {
            return std::nullopt;
        }
        shelf = &m_shelves.back();
    }
    const AtlasPlace place{shelf->used, shelf->y, bitmap.width, bitmap.height};
    shelf->used += width;
    for (int row = 0; row < bitmap.height; ++row) {
        const auto from = bitmap.pixels.begin() + static_cast<std::ptrdiff_t>(row) * bitmap.width;
        std::copy_n(from, bitmap.width,
                    m_pixels.begin() + static_cast<std::ptrdiff_t>(place.y + row) * m_width +
                        place.x);
    }
    if (m_dirty.is_empty()) {
        m_dirty = {place.y, place.y + place.height};
    } else {
        m_dirty = {std::min(m_dirty.first, place.y),
                   std::max(m_dirty.last, place.y + place.height)};
    }
    return place;
}

DirtyRows GlyphAtlas::take_dirty_rows() noexcept
{
    return std::exchange(m_dirty, {});
}

} // namespace dostyk::text
