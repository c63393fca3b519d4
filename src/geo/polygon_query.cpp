#include "geo/polygon_query.hpp"

#include "geo/mercator.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <queue>

namespace dostyk::geo {

namespace {

using WorldRing = std::vector<WorldPoint>;

WorldRing projected(const Ring& ring)
{
    WorldRing points(ring.size());
    std::transform(ring.begin(), ring.end(), points.begin(), to_world);
    return points;
}

double ring_area(const Ring& ring) noexcept
{
    double doubled = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const WorldPoint a = to_world(ring[i - 1]);
        const WorldPoint b = to_world(ring[i]);
        doubled += a.x * b.y - b.x * a.y;
    }
    return std::abs(doubled) / 2;
}

double polygon_area(const Polygon& polygon) noexcept
{
    double area = ring_area(polygon.outer);
    for (const Ring& hole : polygon.holes) {
        area -= ring_area(hole);
    }
    return area;
}

bool crosses(double x, double y, double ax, double ay, double bx, double by) noexcept
{
    return (ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax;
}

double segment_distance(WorldPoint p, WorldPoint a, WorldPoint b) noexcept
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    const double along =
        squared == 0 ? 0 : std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0);
    return std::hypot(p.x - a.x - along * dx, p.y - a.y - along * dy);
}

/// Distance to the boundary, negative outside.
double signed_distance(const std::vector<WorldRing>& rings, WorldPoint p) noexcept
{
    bool is_inside = false;
    double nearest = std::numeric_limits<double>::infinity();
    for (const WorldRing& ring : rings) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const WorldPoint a = ring[i - 1];
            const WorldPoint b = ring[i];
            is_inside ^= crosses(p.x, p.y, a.x, a.y, b.x, b.y);
            nearest = std::min(nearest, segment_distance(p, a, b));
        }
    }
    return is_inside ? nearest : -nearest;
}

struct Cell {
    WorldPoint centre;
    double half = 0;
    double distance = 0;

    [[nodiscard]] double best_possible() const noexcept
    {
        return distance + half * std::numbers::sqrt2;
    }
    bool operator<(const Cell& other) const noexcept
    {
        return best_possible() < other.best_possible();
    }
};

WorldPoint pole_of(const std::vector<WorldRing>& rings)
{
    WorldBounds bounds;
    for (const WorldPoint point : rings.front()) {
        bounds.add(point);
    }
    const double side = std::min(bounds.max.x - bounds.min.x, bounds.max.y - bounds.min.y);
    if (side <= 0) {
        return bounds.centre();
    }
    const double precision = side / 100;
    std::priority_queue<Cell> cells;
    const auto push = [&](WorldPoint at, double half) {
        cells.push({at, half, signed_distance(rings, at)});
    };
    for (double x = bounds.min.x; x < bounds.max.x; x += side) {
        for (double y = bounds.min.y; y < bounds.max.y; y += side) {
            push({x + side / 2, y + side / 2}, side / 2);
        }
    }
    Cell best{bounds.centre(), 0, signed_distance(rings, bounds.centre())};
    while (!cells.empty()) {
        const Cell cell = cells.top();
        cells.pop();
        if (cell.distance > best.distance) {
            best = cell;
        }
        if (cell.best_possible() - best.distance <= precision) {
            break; // the queue is sorted: no other cell can do better either
        }
        const double half = cell.half / 2;
        for (const double dx : {-half, half}) {
            for (const double dy : {-half, half}) {
                push({cell.centre.x + dx, cell.centre.y + dy}, half);
            }
        }
    }
    return best.centre;
}

} // namespace

bool contains(const MultiPolygon& polygons, LonLat at) noexcept
{
    for (const Polygon& polygon : polygons) {
        bool is_inside = false;
        const auto add_ring = [&](const Ring& ring) {
            for (std::size_t i = 1; i < ring.size(); ++i) {
                is_inside ^= crosses(at.lon, at.lat, ring[i - 1].lon, ring[i - 1].lat, ring[i].lon,
                                     ring[i].lat);
            }
        };
        add_ring(polygon.outer);
        std::for_each(polygon.holes.begin(), polygon.holes.end(), add_ring);
        if (is_inside) {
            return true;
        }
    }
    return false;
}

LonLat interior_point(const MultiPolygon& polygons)
{
    const auto largest =
        std::max_element(polygons.begin(), polygons.end(), [](const Polygon& a, const Polygon& b) {
            return polygon_area(a) < polygon_area(b);
        });
    if (largest == polygons.end()) {
        return {};
    }
    std::vector<WorldRing> rings{projected(largest->outer)};
    for (const Ring& hole : largest->holes) {
        rings.push_back(projected(hole));
    }
    return to_lon_lat(pole_of(rings));
}

double mercator_area(const MultiPolygon& polygons) noexcept
{
    double area = 0;
    for (const Polygon& polygon : polygons) {
        area += polygon_area(polygon);
    }
    return area;
}

} // namespace dostyk::geo
