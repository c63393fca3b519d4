#include "text/distance_field.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <limits>

namespace dostyk::text {

namespace {

std::size_t at(int x, int y, int width)
{
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
           static_cast<std::size_t>(x);
}

/// Row of the nearest seed in the same column; -1 = none.
std::vector<std::int32_t> nearest_in_columns(std::span<const std::uint8_t> is_seed, int width,
                                             int height)
{
    std::vector<std::int32_t> rows(is_seed.size(), -1);
    for (int x = 0; x < width; ++x) {
        int above = -1;
        for (int y = 0; y < height; ++y) {
            above = is_seed[at(x, y, width)] != 0 ? y : above;
            rows[at(x, y, width)] = above;
        }
        int below = -1;
        for (int y = height - 1; y >= 0; --y) {
            below = is_seed[at(x, y, width)] != 0 ? y : below;
            std::int32_t& row = rows[at(x, y, width)];
            if (below >= 0 && (row < 0 || below - y < y - row)) {
                row = below;
            }
        }
    }
    return rows;
}

/// Lower envelope of the parabolas of one row.
class Envelope {
public:
    explicit Envelope(int width)
    : m_columns(static_cast<std::size_t>(width)),
      m_heights(m_columns.size()),
      m_starts(m_columns.size())
    {}

    void clear() noexcept { m_size = 0; }

    void add(int column, float height)
    {
        float start = -std::numeric_limits<float>::infinity();
        while (m_size > 0) {
            start = crossing(column, height);
            if (start > m_starts[m_size - 1]) {
                break;
            }
            --m_size;
        }
        m_columns[m_size] = column;
        m_heights[m_size] = height;
        m_starts[m_size] = m_size == 0 ? -std::numeric_limits<float>::infinity() : start;
        ++m_size;
    }

    [[nodiscard]] bool is_empty() const noexcept { return m_size == 0; }

    /// Column of the parabola that is lowest at x; call with growing x from `cursor` = 0.
    [[nodiscard]] int lowest_at(int x, std::size_t& cursor) const
    {
        while (cursor + 1 < m_size && m_starts[cursor + 1] < static_cast<float>(x)) {
            ++cursor;
        }
        return m_columns[cursor];
    }

private:
    [[nodiscard]] float crossing(int column, float height) const
    {
        const auto last = static_cast<float>(m_columns[m_size - 1]);
        const auto next = static_cast<float>(column);
        return (height + next * next - m_heights[m_size - 1] - last * last) / (2 * (next - last));
    }

    std::vector<int> m_columns;
    std::vector<float> m_heights;
    std::vector<float> m_starts;
    std::size_t m_size = 0;
};

/// Pixels that the outline crosses, or that it separates from a neighbour.
std::vector<std::uint8_t> edge_pixels(std::span<const std::uint8_t> coverage, int width, int height)
{
    std::vector<std::uint8_t> is_edge(coverage.size(), 0);
    const auto is_inside = [&](int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && coverage[at(x, y, width)] >= 128;
    };
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const std::uint8_t value = coverage[at(x, y, width)];
            const bool inside = value >= 128;
            const bool is_partial = value > 0 && value < 255;
            is_edge[at(x, y, width)] =
                is_partial || is_inside(x - 1, y) != inside || is_inside(x + 1, y) != inside ||
                is_inside(x, y - 1) != inside || is_inside(x, y + 1) != inside;
        }
    }
    return is_edge;
}

} // namespace

std::vector<std::int32_t> nearest_seeds(std::span<const std::uint8_t> is_seed, int width,
                                        int height)
{
    assert(is_seed.size() == static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    const auto rows = nearest_in_columns(is_seed, width, height);
    std::vector<std::int32_t> nearest(is_seed.size(), -1);
    Envelope envelope(width);
    for (int y = 0; y < height; ++y) {
        envelope.clear();
        for (int x = 0; x < width; ++x) {
            if (const int row = rows[at(x, y, width)]; row >= 0) {
                const auto rise = static_cast<float>(row - y);
                envelope.add(x, rise * rise);
            }
        }
        if (envelope.is_empty()) {
            continue;
        }
        std::size_t cursor = 0;
        for (int x = 0; x < width; ++x) {
            const int column = envelope.lowest_at(x, cursor);
            nearest[at(x, y, width)] =
                static_cast<std::int32_t>(at(column, rows[at(column, y, width)], width));
        }
    }
    return nearest;
}

namespace {

/// Distance to the outline from a pixel, by the edge pixels about its nearest one.
///
/// The outline lies as far from the centre of an edge pixel as its coverage is from a half
/// (Gustavson and Strand 2011): without this the field steps by half a pixel. The nearest centre is
/// not always the one that is nearest then, so its neighbours are asked too.
float distance_at(std::span<const std::uint8_t> coverage, std::span<const std::uint8_t> is_edge,
                  int x, int y, int seed, int width, int height)
{
    const float sign = coverage[at(x, y, width)] >= 128 ? 1.0F : -1.0F;
    float nearest = std::numeric_limits<float>::infinity();
    const int seed_x = seed % width;
    const int seed_y = seed / width;
    for (int row = std::max(seed_y - 1, 0); row <= std::min(seed_y + 1, height - 1); ++row) {
        for (int column = std::max(seed_x - 1, 0); column <= std::min(seed_x + 1, width - 1);
             ++column) {
            const std::size_t index = at(column, row, width);
            if (is_edge[index] == 0) {
                continue;
            }
            const auto dx = static_cast<float>(column - x);
            const auto dy = static_cast<float>(row - y);
            const float inside = static_cast<float>(coverage[index]) / 255.0F - 0.5F;
            nearest = std::min(nearest, std::sqrt(dx * dx + dy * dy) + sign * inside);
        }
    }
    return sign * nearest;
}

} // namespace

std::vector<std::uint8_t> distance_field(std::span<const std::uint8_t> coverage, int width,
                                         int height)
{
    const auto is_edge = edge_pixels(coverage, width, height);
    const auto nearest = nearest_seeds(is_edge, width, height);
    std::vector<std::uint8_t> field(coverage.size(), 0);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const std::size_t here = at(x, y, width);
            if (nearest[here] < 0) {
                field[here] = coverage[here] >= 128 ? 255 : 0;
                continue;
            }
            const float inside = distance_at(coverage, is_edge, x, y, nearest[here], width, height);
            const float scaled = 128 + inside * 127 / static_cast<float>(sdf_spread_px);
            field[here] = static_cast<std::uint8_t>(std::clamp(std::round(scaled), 0.0F, 255.0F));
        }
    }
    return field;
}

namespace {

/// Bilinear sample; outside of the field is far outside of the shape.
float sample(const GlyphBitmap& field, float x, float y)
{
    const float left = std::floor(x - 0.5F);
    const float top = std::floor(y - 0.5F);
    const float tx = x - 0.5F - left;
    const float ty = y - 0.5F - top;
    const auto value = [&](int column, int row) {
        if (column < 0 || row < 0 || column >= field.width || row >= field.height) {
            return 0.0F;
        }
        return static_cast<float>(field.pixels[at(column, row, field.width)]);
    };
    const int column = static_cast<int>(left);
    const int row = static_cast<int>(top);
    const float upper = value(column, row) * (1 - tx) + value(column + 1, row) * tx;
    const float lower = value(column, row + 1) * (1 - tx) + value(column + 1, row + 1) * tx;
    return upper * (1 - ty) + lower * ty;
}

} // namespace

CoverageBitmap coverage_at(const GlyphBitmap& field, int size_px)
{
    assert(size_px > 0);
    CoverageBitmap bitmap;
    bitmap.size_px = size_px;
    const auto size = static_cast<std::size_t>(size_px);
    bitmap.pixels.resize(size * size);
    const float scale = static_cast<float>(sdf_size_px) / static_cast<float>(size_px);
    const float steps_per_px = 127 / static_cast<float>(sdf_spread_px) * scale;
    for (int y = 0; y < size_px; ++y) {
        for (int x = 0; x < size_px; ++x) {
            const float column = (static_cast<float>(x) + 0.5F) * scale -
                                 field.left * static_cast<float>(sdf_size_px);
            const float row = (static_cast<float>(y) + 0.5F) * scale -
                              (1 - field.top) * static_cast<float>(sdf_size_px);
            const float inside = (sample(field, column, row) - 128) / steps_per_px;
            bitmap.pixels[at(x, y, size_px)] =
                static_cast<std::uint8_t>(std::clamp(inside + 0.5F, 0.0F, 1.0F) * 255 + 0.5F);
        }
    }
    return bitmap;
}

} // namespace dostyk::text
