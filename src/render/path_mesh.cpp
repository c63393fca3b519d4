#include "render/path_mesh.hpp"

#include "render/view.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <tuple>

namespace dostyk::render {

namespace {

/// Width of the soft edge that is added on each side. [px]
constexpr float soft_edge_px = 1;

struct Vec {
    float x = 0;
    float y = 0;
};

Vec operator+(Vec a, Vec b)
{
    return {a.x + b.x, a.y + b.y};
}
Vec operator-(Vec a, Vec b)
{
    return {a.x - b.x, a.y - b.y};
}
Vec operator*(Vec a, float factor)
{
    return {a.x * factor, a.y * factor};
}
float dot(Vec a, Vec b)
{
    return a.x * b.x + a.y * b.y;
}
float length_of(Vec a)
{
    return std::sqrt(dot(a, a));
}
/// To the right of a direction, y down.
Vec right_of(Vec direction)
{
    return {-direction.y, direction.x};
}

/// Where a segment begins or ends: its left and right corner.
struct Cut {
    Vec left;
    Vec right;
};

class PathBuilder {
public:
    PathBuilder(const scene::DrawPath& path, std::vector<PathVertex>& triangles)
    : m_triangles(triangles),
      m_half(std::max(path.width_px, 1.0F) / 2),
      m_reach(m_half + soft_edge_px)
    {
        m_vertex.half = m_half;
        m_vertex.dash = path.dash_px > 0 && path.gap_px > 0 ? path.dash_px : 0;
        m_vertex.period = path.dash_px + path.gap_px;
        m_vertex.color = scene::premultiplied_bytes(path.color, std::min(path.width_px, 1.0F));
        for (const geo::ScreenPoint point : path.points) {
            const Vec at{point.x, point.y};
            if (m_points.empty() || length_of(at - m_points.back()) > 0.05F) {
                m_points.push_back(at);
            }
        }
        if (path.has_arrow && m_points.size() >= 2) {
            cut_for_arrow(path.width_px);
        }
    }

    void build()
    {
        if (m_points.size() < 2) {
            return;
        }
        measure();
        const std::size_t last = m_points.size() - 2;
        Cut start = square_cut(0, -soft_edge_px);
        for (std::size_t i = 0; i <= last; ++i) {
            if (i == last) {
                add_quad(i, start, square_cut(i + 1, soft_edge_px));
                break;
            }
            const auto [end, next] = join(i + 1);
            add_quad(i, start, end);
            start = next;
        }
        if (m_arrow_length > 0) {
            add_arrow();
        }
    }

private:
    struct Join {
        Cut end;
        Cut next;
    };

    void cut_for_arrow(float width)
    {
        m_tip = m_points.back();
        m_arrow_length = std::max(4.2F * width, 9.0F);
        // The arrow takes the place of the line's end: the tip is sharp, and nothing is drawn
        // twice.
        float left = m_arrow_length - 0.5F;
        while (m_points.size() > 2 &&
               length_of(m_points.back() - m_points[m_points.size() - 2]) <= left) {
            left -= length_of(m_points.back() - m_points[m_points.size() - 2]);
            m_points.pop_back();
        }
        const Vec before = m_points[m_points.size() - 2];
        const Vec step = m_points.back() - before;
        const float length = length_of(step);
        m_points.back() = before + step * std::max(1 - left / length, 0.02F);
    }

    void measure()
    {
        m_along.push_back(0);
        for (std::size_t i = 0; i + 1 < m_points.size(); ++i) {
            const Vec step = m_points[i + 1] - m_points[i];
            const float length = std::max(length_of(step), 1e-3F);
            m_directions.push_back(step * (1 / length));
            m_along.push_back(m_along.back() + length);
        }
        m_vertex.length = m_along.back();
    }

    /// Square end of the line, moved along it so that the soft edge has room.
    [[nodiscard]] Cut square_cut(std::size_t point, float moved) const
    {
        const Vec direction = m_directions[std::min(point, m_directions.size() - 1)];
        const Vec at = m_points[point] + direction * moved;
        const Vec right = right_of(direction) * m_reach;
        return {at - right, at + right};
    }

    [[nodiscard]] Join join(std::size_t point)
    {
        const Vec at = m_points[point];
        const Vec before = m_directions[point - 1];
        const Vec after = m_directions[point];
        const Vec right_before = right_of(before);
        const Vec right_after = right_of(after);
        const float cosine = std::clamp(dot(before, after), -1.0F, 1.0F);
        const float turn = dot(right_before, after); // > 0: to the right
        const Vec sum = right_before + right_after;
        const Vec mitre = sum * (m_reach / std::max(dot(sum, right_after), 0.2F));
        if (cosine > 0.8F) {
            const Cut cut{at - mitre, at + mitre};
            return {cut, cut};
        }
        // Outside of the turn a fan of triangles, inside one shared corner.
        const float side = turn > 0 ? -1.0F : 1.0F;
        const float room =
            std::min(m_along[point] - m_along[point - 1], m_along[point + 1] - m_along[point]);
        const float inner_length = std::min(length_of(mitre), std::max(room, m_reach));
        const Vec inner = at - mitre * (side * inner_length / std::max(length_of(mitre), 1e-3F));
        add_fan(point, inner, right_before * (side * m_reach), right_after * (side * m_reach),
                side);
        const Vec outer_before = at + right_before * (side * m_reach);
        const Vec outer_after = at + right_after * (side * m_reach);
        if (side > 0) {
            return {{inner, outer_before}, {inner, outer_after}};
        }
        return {{outer_before, inner}, {outer_after, inner}};
    }

    void add_fan(std::size_t point, Vec inner, Vec from, Vec to, float side)
    {
        const float first = std::atan2(from.y, from.x);
        float sweep = std::atan2(to.y, to.x) - first;
        if (sweep > std::numbers::pi_v<float>) {
            sweep -= 2 * std::numbers::pi_v<float>;
        } else if (sweep < -std::numbers::pi_v<float>) {
            sweep += 2 * std::numbers::pi_v<float>;
        }
        const int steps = std::max(1, static_cast<int>(std::ceil(std::abs(sweep) / 0.35F)));
        Vec last = m_points[point] + from;
        for (int i = 1; i <= steps; ++i) {
            const float angle = first + sweep * static_cast<float>(i) / static_cast<float>(steps);
            const Vec next = m_points[point] + Vec{std::cos(angle), std::sin(angle)} * m_reach;
            add(inner, -side * m_reach, m_along[point]);
            add(last, side * m_reach, m_along[point]);
            add(next, side * m_reach, m_along[point]);
            last = next;
        }
    }

    void add_quad(std::size_t segment, const Cut& start, const Cut& end)
    {
        const float from = m_along[segment] + (segment == 0 ? -soft_edge_px : 0);
        const bool is_last = segment + 2 == m_points.size();
        const float to = m_along[segment + 1] + (is_last ? soft_edge_px : 0);
        add(start.left, -m_reach, from);
        add(start.right, m_reach, from);
        add(end.left, -m_reach, to);
        add(end.left, -m_reach, to);
        add(start.right, m_reach, from);
        add(end.right, m_reach, to);
    }

    void add_arrow()
    {
        const Vec to_tip = m_tip - m_points.back();
        const float distance = std::max(length_of(to_tip), 1e-3F);
        const Vec direction = to_tip * (1 / distance);
        const Vec base = m_tip - direction * m_arrow_length;
        const Vec right = right_of(direction);
        const float half = m_arrow_length * 0.46F;
        m_vertex.dash = 0;
        m_vertex.length = m_arrow_length * 2; // the tip needs no fading: its width does it
        const auto corner = [&](Vec middle, float side, float half_here, float along) {
            m_vertex.half = half_here;
            add(middle + right * (side * (half_here + soft_edge_px)),
                side * (half_here + soft_edge_px), along);
        };
        const Vec before = base - direction * soft_edge_px;
        const Vec after = m_tip + direction * soft_edge_px;
        for (const auto& [middle, side, half_here, along] :
             {std::tuple{before, -1.0F, half, -soft_edge_px},
              {before, 1.0F, half, -soft_edge_px},
              {after, -1.0F, 0.0F, m_arrow_length},
              {after, -1.0F, 0.0F, m_arrow_length},
              {before, 1.0F, half, -soft_edge_px},
              {after, 1.0F, 0.0F, m_arrow_length}}) {
            corner(middle, side, half_here, along);
        }
    }

    void add(Vec at, float across, float along)
    {
        m_vertex.x = at.x;
        m_vertex.y = at.y;
        m_vertex.across = across;
        m_vertex.along = along;
        m_triangles.push_back(m_vertex);
    }

    std::vector<PathVertex>& m_triangles;
    PathVertex m_vertex;
    float m_half;
    float m_reach; ///< Half of the width with the soft edge.
    std::vector<Vec> m_points;
    std::vector<Vec> m_directions; ///< of the segments
    std::vector<float> m_along;    ///< at the points [px]
    Vec m_tip;
    float m_arrow_length = 0;
};

} // namespace

void append_path(const scene::DrawPath& path, std::vector<PathVertex>& triangles)
{
    PathBuilder(path, triangles).build();
}

} // namespace dostyk::render
