#include "geo/swept_area.hpp"

#include "geo/geos_session.hpp"
#include "geo/mercator.hpp"

#include <cmath>
#include <numbers>
#include <vector>

namespace dostyk::geo {

namespace {

constexpr int circle_points = 24;

/// World units in the two numbers of a position: GEOS knows no other.
void add_circle(std::vector<LonLat>& points, LonLat centre, double radius_m)
{
    const WorldPoint at = to_world(centre);
    const double radius = radius_m / metres_per_world_unit(centre.lat);
    for (int i = 0; i < circle_points; ++i) {
        const double angle = 2 * std::numbers::pi * i / circle_points;
        points.push_back({at.x + radius * std::cos(angle), at.y + radius * std::sin(angle)});
    }
}

/// The hull of the circle at both ends is what it sweeps over.
GeosGeometry hull_of(const GeosSession& session, const SweptCircle& swept)
{
    std::vector<LonLat> points;
    add_circle(points, swept.from, swept.from_radius_m);
    add_circle(points, swept.to, swept.to_radius_m);
    std::vector<GeosGeometry> parts;
    for (const LonLat& point : points) {
        parts.push_back(session.to_geos(point));
    }
    const GeosGeometry all = session.collect(std::move(parts), GEOS_MULTIPOINT);
    return session.own(all != nullptr ? GEOSConvexHull_r(session.context(), all.get()) : nullptr);
}

GeosGeometry union_of(const GeosSession& session, std::span<const SweptCircle> swept)
{
    std::vector<GeosGeometry> hulls;
    for (const SweptCircle& each : swept) {
        GeosGeometry hull = hull_of(session, each);
        if (hull != nullptr) {
            hulls.push_back(std::move(hull));
        }
    }
    const GeosGeometry all = session.collect(std::move(hulls), GEOS_GEOMETRYCOLLECTION);
    return session.own(all != nullptr ? GEOSUnaryUnion_r(session.context(), all.get()) : nullptr);
}

} // namespace

MultiPolygon swept_area(std::span<const SweptCircle> swept, std::span<const SweptCircle> left_out)
{
    const GeosSession session;
    GeosGeometry area = union_of(session, swept);
    if (area != nullptr && !left_out.empty()) {
        const GeosGeometry without = union_of(session, left_out);
        area = session.own(without != nullptr
                               ? GEOSDifference_r(session.context(), area.get(), without.get())
                               : nullptr);
    }
    if (area == nullptr) {
        return {};
    }
    MultiPolygon polygons = session.to_polygons(*area);
    const auto place = [](Ring& ring) {
        for (LonLat& at : ring) {
            at = to_lon_lat({at.lon, at.lat});
        }
    };
    for (Polygon& polygon : polygons) {
        place(polygon.outer);
        for (Ring& hole : polygon.holes) {
            place(hole);
        }
    }
    return polygons;
}

} // namespace dostyk::geo
