#include "geo/mercator.hpp"

#include <cmath>
#include <numbers>

namespace dostyk::geo {

namespace {

constexpr double radians = std::numbers::pi / 180.0;
constexpr double earth_radius_m = 6378137.0; // EPSG:3857 takes WGS 84's semi-major axis

} // namespace

WorldPoint to_world(LonLat position) noexcept
{
    const double lat = std::clamp(position.lat, -max_mercator_latitude, max_mercator_latitude);
    const double y = std::asinh(std::tan(lat * radians)) / std::numbers::pi;
    return {position.lon / 360.0 + 0.5, std::clamp(0.5 - y / 2, 0.0, 1.0)};
}

LonLat to_lon_lat(WorldPoint point) noexcept
{
    const double y = (0.5 - point.y) * 2 * std::numbers::pi;
    return {(point.x - 0.5) * 360.0, std::atan(std::sinh(y)) / radians};
}

double metres_per_world_unit(double latitude_deg) noexcept
{
    return 2 * std::numbers::pi * earth_radius_m * std::cos(latitude_deg * radians);
}

WorldPoint world_from_mercator_metres(double x_m, double y_m) noexcept
{
    constexpr double circumference_m = 2 * std::numbers::pi * earth_radius_m;
    return {x_m / circumference_m + 0.5, 0.5 - y_m / circumference_m};
}

} // namespace dostyk::geo
