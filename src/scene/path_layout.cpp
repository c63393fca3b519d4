#include "scene/path_layout.hpp"

#include "scene/text_layout.hpp"

#include <algorithm>
#include <cmath>

namespace dostyk::scene {

namespace {

/// Sharpest turn from one letter to the next, and over the whole word. [rad]
constexpr float max_turn_rad = 0.30F;
constexpr float max_total_turn_rad = 1.2F;
/// Letters stand this exactly apart: on a wiggly path the chord is shorter than the way along it.
constexpr float spacing_tolerance = 0.12F;
constexpr int spacing_attempts = 3;
/// Half the height of a letter's box about the middle of the x-height. [em]
constexpr float half_height_em = 0.55F;
/// The path runs through the middle of the small letters, this far above the baseline. [em]
constexpr float middle_em = 0.30F;

float distance(geo::ScreenPoint a, geo::ScreenPoint b) noexcept
{
    return std::hypot(b.x - a.x, b.y - a.y);
}

void add_glyph_box(DrawLabel& label, geo::ScreenPoint middle, float half_x, float half_y)
{
    const ScreenBox box{{middle.x - half_x, middle.y - half_y},
                        {middle.x + half_x, middle.y + half_y}};
    if (label.boxes.empty()) {
        label.min = box.min;
        label.max = box.max;
    }
    label.min = {std::min(label.min.x, box.min.x), std::min(label.min.y, box.min.y)};
    label.max = {std::max(label.max.x, box.max.x), std::max(label.max.y, box.max.y)};
    label.boxes.push_back(box);
}

float turn_between(const MeasuredPath::At& a, const MeasuredPath::At& b) noexcept
{
    return std::atan2(a.cos_angle * b.sin_angle - a.sin_angle * b.cos_angle,
                      a.cos_angle * b.cos_angle + a.sin_angle * b.sin_angle);
}

/// Go on along the path until a letter stands `wanted` from the last; nothing where it turns back.
std::optional<MeasuredPath::At> step_from(const MeasuredPath& path, geo::ScreenPoint last,
                                          float wanted, float reach, float& along)
{
    along += wanted;
    MeasuredPath::At at = path.at(along, reach);
    for (int i = 0; i < spacing_attempts; ++i) {
        const float missing = wanted - distance(last, at.point);
        if (std::abs(missing) <= spacing_tolerance * wanted) {
            return at;
        }
        along += missing;
        at = path.at(along, reach);
    }
    const bool is_apart = std::abs(wanted - distance(last, at.point)) <= wanted / 4;
    return is_apart ? std::optional(at) : std::nullopt;
}

} // namespace

MeasuredPath::MeasuredPath(std::vector<geo::ScreenPoint> points) : m_points(std::move(points))
{
    if (m_points.size() > 1 && m_points.back().x < m_points.front().x) {
        std::reverse(m_points.begin(), m_points.end());
        m_is_reversed = true;
    }
    m_along.reserve(m_points.size());
    float along = 0;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        along += i > 0 ? distance(m_points[i - 1], m_points[i]) : 0;
        m_along.push_back(along);
    }
}

geo::ScreenPoint MeasuredPath::point_at(float along) const
{
    const auto next = std::upper_bound(m_along.begin() + 1, m_along.end() - 1, along);
    const auto i = static_cast<std::size_t>(next - m_along.begin());
    const float span = m_along[i] - m_along[i - 1];
    // Beyond the ends the first and last stretch go straight on.
    const float t = span > 0 ? (along - m_along[i - 1]) / span : 0;
    return {m_points[i - 1].x + (m_points[i].x - m_points[i - 1].x) * t,
            m_points[i - 1].y + (m_points[i].y - m_points[i - 1].y) * t};
}

MeasuredPath::At MeasuredPath::at(float along, float reach) const
{
    const geo::ScreenPoint before = point_at(along - reach / 2);
    const geo::ScreenPoint after = point_at(along + reach / 2);
    const float length = std::max(distance(before, after), 1e-3F);
    // The middle of the chord, not of the path: letters follow the bend, not each wiggle.
    return {{(before.x + after.x) / 2, (before.y + after.y) / 2},
            (after.x - before.x) / length,
            (after.y - before.y) / length};
}

std::optional<DrawLabel> layout_along(const LabelRequest& request, const MeasuredPath& path,
                                      float centre, text::FontSet& fonts)
{
    const LabelLine& line = request.lines.front();
    const text::ShapedText& shaped = fonts.shape(line.style.face, line.text);
    const float size = line.style.size_px;
    const float width = width_of(line, fonts);
    if (shaped.glyphs.empty() || path.length() < width) {
        return std::nullopt;
    }
    DrawLabel label;
    label.layer = request.layer;
    label.utf8 = line.text;
    label.size_px = size;
    label.color = line.style.color;
    label.halo = line.style.halo;
    label.halo_px = line.style.halo_px;
    label.opacity = request.opacity;
    float along = centre - width / 2;
    float last_half = 0;
    float total_turn = 0;
    std::optional<MeasuredPath::At> previous;
    for (std::size_t i = 0; i < shaped.glyphs.size(); ++i) {
        const text::ShapedGlyph& glyph = shaped.glyphs[i];
        const float end_em = i + 1 < shaped.glyphs.size() ? shaped.glyphs[i + 1].x : shaped.width;
        const float advance = (end_em - glyph.x) * size;
        const float wanted = last_half + advance / 2 + (previous ? line.spacing_em * size : 0);
        last_half = advance / 2;
        std::optional<MeasuredPath::At> found;
        if (previous && wanted > 0) {
            found = step_from(path, previous->point, wanted, size * 2.2F, along);
        } else {
            along += wanted;
            found = path.at(along, size * 2.2F);
        }
        if (!found || found->cos_angle < 0 || along > path.length()) {
            return std::nullopt;
        }
        const MeasuredPath::At at = *found;
        if (previous) {
            const float turn = turn_between(*previous, at);
            total_turn += std::abs(turn);
            if (std::abs(turn) > max_turn_rad || total_turn > max_total_turn_rad) {
                return std::nullopt;
            }
        }
        const float back = advance / 2;
        const float down = middle_em * size;
        label.glyphs.push_back(
            {glyph.face, glyph.glyph, at.point.x - at.cos_angle * back - at.sin_angle * down,
             at.point.y - at.sin_angle * back + at.cos_angle * down, at.cos_angle, at.sin_angle});
        const float half_x = std::abs(at.cos_angle) * (advance + line.spacing_em * size) / 2 +
                             std::abs(at.sin_angle) * half_height_em * size + line.style.halo_px;
        const float half_y = std::abs(at.sin_angle) * (advance + line.spacing_em * size) / 2 +
                             std::abs(at.cos_angle) * half_height_em * size + line.style.halo_px;
        add_glyph_box(label, at.point, half_x, half_y);
        previous = at;
    }
    return label;
}

} // namespace dostyk::scene
