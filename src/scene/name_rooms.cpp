#include "scene/name_rooms.hpp"

#include "scene/map_features.hpp"

#include <algorithm>

namespace dostyk::scene {

namespace {

constexpr int half_heights = 4; ///< Heights tried above and below the middle.
/// Narrower than this share of the widest stretch is no place for a name.
constexpr double least_share = 0.3;

using WorldRing = std::vector<geo::WorldPoint>;

std::vector<WorldRing> rings_of(const geo::MultiPolygon& polygons)
{
    std::vector<WorldRing> rings;
    for (const geo::Polygon& polygon : polygons) {
        rings.push_back(to_world(polygon.outer));
        for (const geo::Ring& hole : polygon.holes) {
            rings.push_back(to_world(hole));
        }
    }
    return rings;
}

/// The widest stretch of the area at a height; of width 0 where there is none.
NameRoom widest_at(const std::vector<WorldRing>& rings, double y)
{
    std::vector<double> crossings;
    for (const WorldRing& ring : rings) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const geo::WorldPoint a = ring[i - 1];
            const geo::WorldPoint b = ring[i];
            if ((a.y > y) != (b.y > y)) {
                crossings.push_back(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y));
            }
        }
    }
    std::sort(crossings.begin(), crossings.end());
    NameRoom widest;
    // Inside and outside take turns.
    for (std::size_t i = 1; i < crossings.size(); i += 2) {
        if (const double width = crossings[i] - crossings[i - 1]; width > widest.width) {
            widest = {{(crossings[i] + crossings[i - 1]) / 2, y}, width};
        }
    }
    return widest;
}

} // namespace

std::vector<NameRoom> compute_name_rooms(const geo::MultiPolygon& polygons)
{
    const std::vector<WorldRing> rings = rings_of(polygons);
    geo::WorldBounds bounds;
    for (const WorldRing& ring : rings) {
        for (const geo::WorldPoint& point : ring) {
            bounds.add(point);
        }
    }
    std::vector<NameRoom> rooms;
    double widest = 0;
    for (int i = 0; !bounds.is_empty() && i <= 2 * half_heights; ++i) {
        // 0, 1, -1, 2, -2, ... steps from the middle.
        const int step = i % 2 == 0 ? -i / 2 : (i + 1) / 2;
        const double share = 0.5 + 0.5 * step / (half_heights + 1);
        rooms.push_back(widest_at(rings, bounds.min.y + (bounds.max.y - bounds.min.y) * share));
        widest = std::max(widest, rooms.back().width);
    }
    const auto narrow = std::remove_if(rooms.begin(), rooms.end(), [&](const NameRoom& room) {
        return room.width <= widest * least_share;
    });
    rooms.erase(narrow, rooms.end());
    return rooms;
}

} // namespace dostyk::scene
