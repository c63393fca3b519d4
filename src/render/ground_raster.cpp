#include "render/ground_raster.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <numeric>
#include <utility>

namespace dostyk::render {

namespace {

/// Smallest whole number that is not below a value within [0, limit]. Without SSE 4.1 std::ceil is
/// a call into the library, and there are two a span.
int clamped_ceil(float value, int limit)
{
    const float clamped = std::clamp(value, 0.0F, static_cast<float>(limit));
    const int whole = static_cast<int>(clamped);
    return static_cast<float>(whole) < clamped ? whole + 1 : whole;
}

/// Where the edges cross the middles of rows; the same from both sides of an edge, because it
/// always runs downwards.
struct Edge {
    Edge(geo::ScreenPoint upper, geo::ScreenPoint lower)
    : x(upper.x), y(upper.y), slope((lower.x - upper.x) / (lower.y - upper.y))
    {}

    /// First pixel whose middle is not left of the edge.
    [[nodiscard]] int first_pixel(int row, int limit) const
    {
        const float crossing = x + (static_cast<float>(row) + 0.5F - y) * slope;
        return clamped_ceil(crossing - 0.5F, limit);
    }

    float x;
    float y;
    float slope;
};

/// First row whose middle is not above a height.
int first_row(float y, int limit)
{
    return clamped_ceil(y - 0.5F, limit);
}

std::uint32_t pack(scene::Color color)
{
    const std::array<std::uint8_t, 4> bytes{color.r, color.g, color.b, 255};
    std::uint32_t pixel = 0;
    std::memcpy(&pixel, bytes.data(), bytes.size());
    return pixel;
}

// Eight channels, two pixels, at a time: plain loops over bytes are not vectorised well enough.
using Bytes8 = std::uint8_t __attribute__((vector_size(8)));
using Words8 = std::uint16_t __attribute__((vector_size(16)));

Words8 load(const std::uint8_t* from)
{
    Bytes8 bytes;
    std::memcpy(&bytes, from, sizeof bytes);
    return __builtin_convertvector(bytes, Words8);
}

/// Relief of two pixels over the colour: relief + colour * (1 - alpha), all of 256.
Words8 mixed(Words8 upper, Words8 lower, std::uint16_t weight, Words8 base)
{
    const auto keep = static_cast<std::uint16_t>(256 - weight);
    const Words8 over = (upper * keep + lower * weight) >> 8;
    const Words8 alpha = __builtin_shufflevector(over, over, 3, 3, 3, 3, 7, 7, 7, 7);
    const Words8 rest = 256 - alpha - (alpha >> 7);
    return over + ((base * rest) >> 8);
}

void mix_relief(const ShadeSampler::Row& row, std::size_t first, std::size_t count,
                std::uint32_t color, std::uint8_t* out)
{
    const std::array<std::uint32_t, 2> pair{color, color};
    const Words8 base = load(reinterpret_cast<const std::uint8_t*>(pair.data()));
    const std::uint8_t* upper = row.upper + first * 4;
    const std::uint8_t* lower = row.lower + first * 4;
    const auto weight = static_cast<std::uint16_t>(row.weight);
    std::size_t pixel = 0;
    for (; pixel + 2 <= count; pixel += 2) {
        const Words8 words = mixed(load(upper + pixel * 4), load(lower + pixel * 4), weight, base);
        const Bytes8 bytes = __builtin_convertvector(words, Bytes8);
        std::memcpy(out + pixel * 4, &bytes, sizeof bytes);
    }
    if (pixel < count) {
        Bytes8 one{};
        Bytes8 other{};
        std::memcpy(&one, upper + pixel * 4, 4);
        std::memcpy(&other, lower + pixel * 4, 4);
        const Words8 words = mixed(__builtin_convertvector(one, Words8),
                                   __builtin_convertvector(other, Words8), weight, base);
        const Bytes8 bytes = __builtin_convertvector(words, Bytes8);
        std::memcpy(out + pixel * 4, &bytes, 4);
    }
}

constexpr double turn = 4294967296.0; ///< 2^32, so that it wraps by itself.

std::uint32_t to_turns(double turns)
{
    return static_cast<std::uint32_t>(
        static_cast<std::int64_t>((turns - std::floor(turns)) * turn));
}

/// Mix a colour in by parts of 256; two channels ride in one integer, 16 bits apart.
void blend(std::uint32_t& pixel, std::uint32_t color, std::uint32_t weight)
{
    constexpr std::uint32_t lanes = 0x00ff00ffU;
    const std::uint32_t keep = 256 - weight;
    const std::uint32_t even = ((pixel & lanes) * keep + (color & lanes) * weight) >> 8;
    const std::uint32_t odd = ((pixel >> 8) & lanes) * keep + ((color >> 8) & lanes) * weight;
    pixel = (even & lanes) | (odd & ~lanes);
}

} // namespace

std::size_t GroundRaster::count_drawable(std::span<const scene::DrawItem> items)
{
    std::size_t count = 0;
    bool has_shade = false;
    for (const scene::DrawItem& item : items) {
        const auto* fill = std::get_if<scene::DrawFill>(&item);
        if (fill == nullptr || (fill->hatch.spacing_px <= 0 && fill->color.a != 255)) {
            break;
        }
        has_shade |= fill->shade != nullptr;
        ++count;
    }
    return has_shade ? count : 0;
}

const std::vector<std::uint32_t>& GroundRaster::draw(std::span<const scene::DrawItem> items,
                                                     scene::Color background, const View& view,
                                                     DrawStats& stats)
{
    m_width = view.width();
    m_height = view.height();
    m_pixels.assign(static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height),
                    pack(background));
    for (const scene::DrawItem& item : items) {
        draw_fill(std::get<scene::DrawFill>(item), view, stats);
    }
    m_shade.end_frame();
    m_outlines.end_frame();
    return m_pixels;
}

void GroundRaster::draw_fill(const scene::DrawFill& fill, const View& view, DrawStats& stats)
{
    if (fill.mesh == nullptr) {
        return;
    }
    const scene::FillMesh& mesh = *fill.mesh;
    m_has_shade = fill.shade != nullptr && fill.shade->width > 0;
    m_is_hatch = fill.hatch.spacing_px > 0;
    if (m_is_hatch && !fill.ranges.empty()) {
        prepare_stripes(fill, view);
    }
    m_color = fill.color;
    m_packed = pack(fill.color);
    if (m_has_shade && !m_shade.is_begun(*fill.shade)) {
        m_shade.begin(*fill.shade, view);
    }
    const auto scale = static_cast<float>(view.scale());
    const auto left = static_cast<float>(view.screen_x(mesh.origin.x));
    const auto top = static_cast<float>(view.screen_y(mesh.origin.y));
    const auto corner = [&](std::uint32_t index) {
        const scene::FillVertex& vertex = mesh.vertices[index];
        return geo::ScreenPoint{left + vertex.x * scale, top + vertex.y * scale};
    };
    for (const std::uint32_t range : fill.ranges) {
        stats.triangles += mesh.ranges[range].count / 3;
        m_crossings.clear();
        for (const OutlineCache::Edge& edge : m_outlines.outline_of(mesh, range)) {
            add_crossings(corner(edge.from), corner(edge.to));
        }
        fill_between_crossings();
    }
}

void GroundRaster::add_crossings(geo::ScreenPoint a, geo::ScreenPoint b)
{
    const auto [upper, lower] = a.y < b.y ? std::pair(a, b) : std::pair(b, a);
    const int start = first_row(upper.y, m_height);
    const int end = first_row(lower.y, m_height);
    if (start >= end) {
        return;
    }
    const Edge edge(upper, lower);
    for (int row = start; row < end; ++row) {
        m_crossings.push_back({row, edge.first_pixel(row, m_width)});
    }
}

void GroundRaster::fill_between_crossings()
{
    // Rows have few crossings each: they are counted into their places, then put in order.
    m_row_ends.assign(static_cast<std::size_t>(m_height) + 1, 0);
    for (const Crossing& crossing : m_crossings) {
        ++m_row_ends[static_cast<std::size_t>(crossing.row) + 1];
    }
    std::partial_sum(m_row_ends.begin(), m_row_ends.end(), m_row_ends.begin());
    m_columns.resize(m_crossings.size());
    for (const Crossing& crossing : m_crossings) {
        m_columns[m_row_ends[static_cast<std::size_t>(crossing.row)]++] = crossing.column;
    }
    // Now each row's entry is where it ends, the one before where it begins.
    std::size_t begin = 0;
    for (int row = 0; row < m_height; ++row) {
        const std::size_t end = m_row_ends[static_cast<std::size_t>(row)];
        std::sort(m_columns.begin() + static_cast<std::ptrdiff_t>(begin),
                  m_columns.begin() + static_cast<std::ptrdiff_t>(end));
        for (; begin + 1 < end; begin += 2) {
            if (m_columns[begin] < m_columns[begin + 1]) {
                fill_span(row, m_columns[begin], m_columns[begin + 1]);
            }
        }
        begin = end;
    }
}

void GroundRaster::fill_span(int y, int first, int last)
{
    std::uint32_t* out = m_pixels.data() + static_cast<std::ptrdiff_t>(m_height - 1 - y) * m_width;
    if (m_is_hatch) {
        fill_stripes(out, m_height - 1 - y, first, last);
    } else if (m_has_shade) {
        mix_relief(m_shade.row_at(y), static_cast<std::size_t>(first),
                   static_cast<std::size_t>(last - first), m_packed,
                   reinterpret_cast<std::uint8_t*>(out + first));
    } else {
        std::fill(out + first, out + last, m_packed);
    }
}

void GroundRaster::prepare_stripes(const scene::DrawFill& fill, const View& view)
{
    Stripes stripes = stripes_of(fill, view);
    if (stripes.x < 0) {
        // A stripe is the same from both sides: rows are always walked towards the next one.
        stripes = {-stripes.x, -stripes.y, -stripes.phase};
    }
    const float spacing = fill.hatch.spacing_px;
    const float reach = fill.hatch.width_px / 2 + 0.5F;
    const float weight = static_cast<float>(fill.color.a) * 256 / 255;
    for (std::size_t i = 0; i < m_stripe_weights.size(); ++i) {
        const float part = (static_cast<float>(i) + 0.5F) / static_cast<float>(stripe_steps);
        const float away = std::abs(part - 0.5F) * spacing;
        m_stripe_weights[i] =
            static_cast<std::uint16_t>(std::clamp(reach - away, 0.0F, 1.0F) * weight);
    }
    const double half = std::min(static_cast<double>(reach / spacing), 0.5);
    const auto x = static_cast<double>(stripes.x);
    const auto y = static_cast<double>(stripes.y);
    m_stripes.start = to_turns(0.5 - half);
    m_stripes.last = static_cast<std::uint32_t>(std::max(2 * half * turn - 1, 0.0));
    m_stripes.at_corner = to_turns((x + y) / 2 + static_cast<double>(stripes.phase) - (0.5 - half));
    m_stripes.a_column = to_turns(x);
    m_stripes.a_row = to_turns(y);
    m_stripes.columns_a_turn = 1 / static_cast<float>(m_stripes.a_column);
}

void GroundRaster::fill_stripes(std::uint32_t* out, int row, int first, int last) const
{
    const StripeSteps& steps = m_stripes;
    std::uint32_t at = steps.at_corner + static_cast<std::uint32_t>(row) * steps.a_row +
                       static_cast<std::uint32_t>(first) * steps.a_column;
    for (int column = first; column < last; ++column, at += steps.a_column) {
        if (at <= steps.last) {
            blend(out[column], m_packed, m_stripe_weights[(at + steps.start) >> 22U]);
            continue;
        }
        // Over the gap in one leap; one that ends too early only leaps again.
        constexpr float longest = 65536;
        const float gap = static_cast<float>(0U - at) * steps.columns_a_turn;
        const auto leap = static_cast<std::uint32_t>(std::clamp(gap, 1.0F, longest)) - 1;
        column += static_cast<int>(leap);
        at += steps.a_column * leap;
    }
}

} // namespace dostyk::render
