#include "geo/buffer.hpp"

#include "geo/geodesic.hpp"
#include "geo/geos_session.hpp"

#include <cmath>
#include <numbers>

namespace dostyk::geo {

namespace {

constexpr int circle_points = 128;
constexpr int segments_a_quarter = 24;

/// The plane about a point in which distances and directions from it are true. [m]
class Plane {
public:
    explicit Plane(LonLat middle) : m_middle(middle) {}

    /// The plane's metres in the two numbers of a position: GEOS knows no other.
    [[nodiscard]] LonLat flat(LonLat at) const noexcept
    {
        const double distance = distance_m(m_middle, at);
        const double azimuth = azimuth_deg(m_middle, at) * std::numbers::pi / 180;
        return {distance * std::sin(azimuth), distance * std::cos(azimuth)};
    }

    [[nodiscard]] LonLat round(LonLat metres) const noexcept
    {
        const double azimuth = std::atan2(metres.lon, metres.lat) * 180 / std::numbers::pi;
        return destination(m_middle, azimuth, std::hypot(metres.lon, metres.lat));
    }

private:
    LonLat m_middle;
};

GeosGeometry to_geos(const GeosSession& session, const Figure& figure, const Plane& plane)
{
    LineString line;
    for (const LonLat& at : figure.points) {
        line.push_back(plane.flat(at));
    }
    if (figure.is_area) {
        line.push_back(line.front());
        return session.to_geos(MultiPolygon{{line, {}}});
    }
    const auto context = session.context();
    GEOSCoordSequence* sequence =
        GEOSCoordSeq_create_r(context, static_cast<unsigned>(line.size()), 2);
    for (unsigned i = 0; sequence != nullptr && i < line.size(); ++i) {
        GEOSCoordSeq_setXY_r(context, sequence, i, line[i].lon, line[i].lat);
    }
    return session.own(sequence != nullptr ? GEOSGeom_createLineString_r(context, sequence)
                                           : nullptr);
}

} // namespace

MultiPolygon buffer_of(const Figure& figure, double radius_m)
{
    if (figure.points.size() == 1) {
        return {{circle(figure.points.front(), radius_m, circle_points), {}}};
    }
    LonLatBounds bounds;
    for (const LonLat& at : figure.points) {
        bounds.add(at);
    }
    const Plane plane(bounds.centre());
    const GeosSession session;
    const GeosGeometry geometry = to_geos(session, figure, plane);
    if (geometry == nullptr) {
        return {};
    }
    const GeosGeometry buffer =
        session.own(GEOSBuffer_r(session.context(), geometry.get(), radius_m, segments_a_quarter));
    if (buffer == nullptr) {
        return {};
    }
    MultiPolygon polygons = session.to_polygons(*buffer);
    for (Polygon& polygon : polygons) {
        for (LonLat& at : polygon.outer) {
            at = plane.round(at);
        }
        for (Ring& hole : polygon.holes) {
            for (LonLat& at : hole) {
                at = plane.round(at);
            }
        }
    }
    return polygons;
}

} // namespace dostyk::geo
