/// \file
/// Rows of a relief picture scaled to the screen. Inside `render` only.

#pragma once

#include "render/view.hpp"
#include "scene/mesh.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dostyk::render {

/// Scales a picture bilinearly, columns first and each source row once a frame.
class ShadeSampler {
public:
    /// Two source rows, scaled to the screen's columns, and the weight of the second, of 256.
    /// Premultiplied RGBA.
    struct Row {
        const std::uint8_t* upper = nullptr;
        const std::uint8_t* lower = nullptr;
        unsigned weight = 0;
    };

    /// Take a picture for one frame; its levels are kept as long as its id stays.
    void begin(const scene::Image& image, const View& view);
    [[nodiscard]] bool is_begun(const scene::Image& image) const noexcept
    {
        return m_is_begun && image.id == m_id;
    }
    void end_frame() noexcept { m_is_begun = false; }

    /// \param y  Row of the screen from the top.
    [[nodiscard]] const Row& row_at(int y)
    {
        Row& row = m_ready_rows[static_cast<std::size_t>(y)];
        if (row.upper == nullptr) {
            row = make_row(y);
        }
        return row;
    }

private:
    /// A picture at half the size of the one before; the first is the picture itself.
    struct Level {
        int width = 0;
        int height = 0;
        const std::uint8_t* pixels = nullptr; ///< premultiplied RGBA
        std::vector<std::uint8_t> own_pixels; ///< Empty for the first.
    };
    /// For one pixel of an axis: the first of two samples and the weight of the second, of 256.
    struct Tap {
        int first = 0;
        int second = 0;
        unsigned weight = 0;
    };

    void make_levels(const scene::Image& image);
    static Level half_of(const Level& larger);
    static void make_taps(double start, double step, int count, int limit, std::vector<Tap>& taps);
    [[nodiscard]] Row make_row(int y);
    const std::uint8_t* scaled_row(int row);

    std::uint64_t m_id = 0;
    bool m_is_begun = false;
    std::vector<Level> m_levels; ///< The first is the largest.
    const Level* m_level = nullptr;
    std::vector<Tap> m_columns; ///< of the screen
    std::vector<Tap> m_rows;
    std::vector<Row> m_ready_rows;        ///< of the screen; made when they are first asked for
    std::vector<std::uint8_t> m_scaled;   ///< (rows of the level, columns of the screen, 4)
    std::vector<std::uint8_t> m_is_ready; ///< (rows of the level)
};

} // namespace dostyk::render
