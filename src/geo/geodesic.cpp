#include "geo/geodesic.hpp"

#include <geodesic.h>

#include <cmath>

namespace dostyk::geo {

namespace {

const geod_geodesic& wgs84() noexcept
{
    static const geod_geodesic ellipsoid = [] {
        geod_geodesic made{};
        geod_init(&made, 6378137.0, 1 / 298.257223563);
        return made;
    }();
    return ellipsoid;
}

} // namespace

double distance_m(LonLat from, LonLat to) noexcept
{
    double distance = 0;
    geod_inverse(&wgs84(), from.lat, from.lon, to.lat, to.lon, &distance, nullptr, nullptr);
    return distance;
}

double length_km(std::span<const LonLat> line) noexcept
{
    double metres = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        metres += distance_m(line[i - 1], line[i]);
    }
    return metres / 1000;
}

double area_km2(std::span<const LonLat> outline)
{
    geod_polygon polygon{};
    geod_polygon_init(&polygon, 0);
    for (const LonLat& vertex : outline) {
        geod_polygon_addpoint(&wgs84(), &polygon, vertex.lat, vertex.lon);
    }
    double area_m2 = 0;
    geod_polygon_compute(&wgs84(), &polygon, 0, 1, &area_m2, nullptr);
    return std::abs(area_m2) / 1e6; // the sign is the direction in which it was drawn
}

double azimuth_deg(LonLat from, LonLat to) noexcept
{
    double azimuth = 0;
    geod_inverse(&wgs84(), from.lat, from.lon, to.lat, to.lon, nullptr, &azimuth, nullptr);
    return azimuth < 0 ? azimuth + 360 : azimuth;
}

LonLat destination(LonLat from, double azimuth_deg, double distance_m) noexcept
{
    LonLat to;
    geod_direct(&wgs84(), from.lat, from.lon, azimuth_deg, distance_m, &to.lat, &to.lon, nullptr);
    return to;
}

LineString geodesic_path(LonLat from, LonLat to, int points)
{
    geod_geodesicline way{};
    geod_inverseline(&way, &wgs84(), from.lat, from.lon, to.lat, to.lon, 0);
    LineString line;
    for (int i = 0; i < points; ++i) {
        LonLat at;
        const double share = static_cast<double>(i) / (points - 1);
        geod_position(&way, way.s13 * share, &at.lat, &at.lon, nullptr);
        line.push_back(at);
    }
    return line;
}

} // namespace dostyk::geo
