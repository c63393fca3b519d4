/// \file
/// Four spaces, four types, so that they cannot be mixed up.

#pragma once

#include <algorithm>
#include <limits>

namespace dostyk::geo {

/// WGS 84. [deg]
struct LonLat {
    double lon = 0;
    double lat = 0;

    friend bool operator==(const LonLat&, const LonLat&) = default;
    friend auto operator<=>(const LonLat&, const LonLat&) = default;
};

/// Web Mercator on the unit square: x grows east, y grows south, both in [0, 1].
struct WorldPoint {
    double x = 0;
    double y = 0;

    friend bool operator==(const WorldPoint&, const WorldPoint&) = default;
};

/// Pixels of the viewport: x grows right, y grows down. [px]
struct ScreenPoint {
    float x = 0;
    float y = 0;

    friend bool operator==(const ScreenPoint&, const ScreenPoint&) = default;
};

/// Closed box in degrees.
struct LonLatBounds {
    LonLat min{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
    LonLat max{-std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};

    void add(LonLat point) noexcept
    {
        min = {std::min(min.lon, point.lon), std::min(min.lat, point.lat)};
        max = {std::max(max.lon, point.lon), std::max(max.lat, point.lat)};
    }
    [[nodiscard]] bool is_empty() const noexcept { return min.lon > max.lon; }
    [[nodiscard]] LonLat centre() const noexcept
    {
        return {(min.lon + max.lon) / 2, (min.lat + max.lat) / 2};
    }
};

/// Closed box in world units.
struct WorldBounds {
    WorldPoint min{std::numeric_limits<double>::infinity(),
                   std::numeric_limits<double>::infinity()};
    WorldPoint max{-std::numeric_limits<double>::infinity(),
                   -std::numeric_limits<double>::infinity()};

    void add(WorldPoint point) noexcept
    {
        min = {std::min(min.x, point.x), std::min(min.y, point.y)};
        max = {std::max(max.x, point.x), std::max(max.y, point.y)};
    }
    void add(const WorldBounds& other) noexcept
    {
        if (!other.is_empty()) {
            add(other.min);
            add(other.max);
        }
    }
    [[nodiscard]] bool is_empty() const noexcept { return min.x > max.x; }
    [[nodiscard]] WorldPoint centre() const noexcept
    {
        return {(min.x + max.x) / 2, (min.y + max.y) / 2};
    }
    [[nodiscard]] bool intersects(const WorldBounds& other) const noexcept
    {
        return min.x <= other.max.x && other.min.x <= max.x && min.y <= other.max.y &&
               other.min.y <= max.y;
    }
    [[nodiscard]] bool contains(WorldPoint point) const noexcept
    {
        return min.x <= point.x && point.x <= max.x && min.y <= point.y && point.y <= max.y;
    }
};

} // namespace dostyk::geo
