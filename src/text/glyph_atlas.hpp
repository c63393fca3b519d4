/// \file
/// Many small fields in one picture.

#pragma once

#include "text/font_set.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace dostyk::text {

/// Where a bitmap lies in the atlas. [px]
struct AtlasPlace {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
};

/// Rows [first, last) that changed since they were last taken.
struct DirtyRows {
    int first = 0;
    int last = 0;

    [[nodiscard]] bool is_empty() const noexcept { return first >= last; }
};

/// One-channel picture that bitmaps are packed into, shelf by shelf; grows downwards by doubling.
class GlyphAtlas {
public:
    GlyphAtlas(int width, int height, int max_height);

    /// Place a bitmap; nothing when it does not fit even after growing.
    [[nodiscard]] std::optional<AtlasPlace> add(const GlyphBitmap& bitmap);

    [[nodiscard]] int width() const noexcept { return m_width; }
    [[nodiscard]] int height() const noexcept { return m_height; }
    [[nodiscard]] const std::vector<std::uint8_t>& pixels() const noexcept { return m_pixels; }

    /// What to upload; then nothing is dirty.
    [[nodiscard]] DirtyRows take_dirty_rows() noexcept;

private:
    struct Shelf {
        int y = 0;
        int height = 0;
        int used = 0; ///< width that is taken
    };

    [[nodiscard]] Shelf* find_shelf(int width, int height);
    [[nodiscard]] bool open_shelf(int height);

    int m_width;
    int m_height;
    int m_max_height;
    int m_next_shelf_y = 0;
    std::vector<Shelf> m_shelves;
    std::vector<std::uint8_t> m_pixels; ///< (height, width)
    DirtyRows m_dirty;
};

} // namespace dostyk::text
