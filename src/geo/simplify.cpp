#include "geo/simplify.hpp"

#include "geo/mercator.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <queue>

namespace dostyk::geo {

namespace {

double triangle_area(WorldPoint a, WorldPoint b, WorldPoint c) noexcept
{
    return std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
}

double distance(WorldPoint a, WorldPoint b) noexcept
{
    return std::hypot(b.x - a.x, b.y - a.y);
}

double segment_distance(WorldPoint p, WorldPoint a, WorldPoint b) noexcept
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    const double along =
        squared == 0 ? 0 : std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0);
    return distance(p, {a.x + along * dx, a.y + along * dy});
}

/// Doubly linked vertices that still stand, and a queue of the least important.
class Elimination {
public:
    explicit Elimination(std::span<const LonLat> line)
    : m_points(line.size()),
      m_previous(line.size()),
      m_next(line.size()),
      m_importance(line.size(), always_kept)
    {
        std::transform(line.begin(), line.end(), m_points.begin(), to_world);
        for (std::size_t i = 0; i < line.size(); ++i) {
            m_previous[i] = i == 0 ? 0 : i - 1;
            m_next[i] = std::min(i + 1, line.size() - 1);
        }
    }

    void keep(std::size_t vertex) { m_kept.push_back(vertex); }

    std::vector<double> run()
    {
        std::vector<bool> is_kept(m_points.size(), false);
        for (const std::size_t vertex : m_kept) {
            is_kept[vertex] = true;
        }
        for (std::size_t i = 1; i + 1 < m_points.size(); ++i) {
            if (!is_kept[i]) {
                m_importance[i] = area_at(i);
                m_queue.push({m_importance[i], i});
            }
        }
        std::vector<bool> is_gone(m_points.size(), false);
        double largest = 0;
        while (!m_queue.empty()) {
            const auto [area, i] = m_queue.top();
            m_queue.pop();
            if (is_gone[i] || area != m_importance[i]) {
                continue; // an older entry of a vertex whose neighbour has gone since
            }
            is_gone[i] = true;
            largest = std::max(largest, area);
            m_importance[i] = largest;
            unlink(i);
            for (const std::size_t neighbour : {m_previous[i], m_next[i]}) {
                if (m_importance[neighbour] != always_kept && !is_gone[neighbour]) {
                    m_importance[neighbour] = area_at(neighbour);
                    m_queue.push({m_importance[neighbour], neighbour});
                }
            }
        }
        return std::move(m_importance);
    }

    [[nodiscard]] const std::vector<WorldPoint>& points() const noexcept { return m_points; }

private:
    [[nodiscard]] double area_at(std::size_t i) const noexcept
    {
        const WorldPoint before = m_points[m_previous[i]];
        const WorldPoint after = m_points[m_next[i]];
        // A narrow spike has next to no area and is seen all the same: its height counts too.
        const double height = segment_distance(m_points[i], before, after);
        return std::max(triangle_area(before, m_points[i], after), height * height / 2);
    }

    void unlink(std::size_t i)
    {
        m_next[m_previous[i]] = m_next[i];
        m_previous[m_next[i]] = m_previous[i];
    }

    using Entry = std::pair<double, std::size_t>;

    std::vector<WorldPoint> m_points;
    std::vector<std::size_t> m_previous;
    std::vector<std::size_t> m_next;
    std::vector<double> m_importance;
    std::vector<std::size_t> m_kept;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> m_queue;
};

/// Two vertices that keep a ring from folding flat: the farthest from the start, and the farthest
/// from the chord between these two.
void keep_a_triangle(Elimination& elimination)
{
    const auto& points = elimination.points();
    const auto farthest = [&](auto distance) {
        std::size_t best = 1;
        for (std::size_t i = 1; i + 1 < points.size(); ++i) {
            if (distance(points[i]) > distance(points[best])) {
                best = i;
            }
        }
        return best;
    };
    const std::size_t across = farthest(
        [&](WorldPoint point) { return std::hypot(point.x - points[0].x, point.y - points[0].y); });
    const std::size_t aside =
        farthest([&](WorldPoint point) { return triangle_area(points[0], points[across], point); });
    elimination.keep(across);
    elimination.keep(aside);
}

} // namespace

std::vector<double> compute_importance(std::span<const LonLat> line)
{
    Elimination elimination(line);
    if (line.size() > 3 && line.front() == line.back()) {
        keep_a_triangle(elimination);
    }
    return elimination.run();
}

LineString simplify(std::span<const LonLat> line, std::span<const double> importance,
                    double min_area)
{
    LineString kept;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (importance[i] >= min_area) {
            kept.push_back(line[i]);
        }
    }
    return kept;
}

double min_area_at_zoom(double zoom) noexcept
{
    constexpr double world_size_px = 512; // at zoom 0, as scene/camera.hpp has it
    constexpr double tolerance_px = 0.7;
    const double tolerance = tolerance_px / (world_size_px * std::exp2(zoom));
    return tolerance * tolerance / 2;
}

} // namespace dostyk::geo
