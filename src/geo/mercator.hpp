/// \file
/// Web Mercator (EPSG:3857): the one place where degrees become world units.

#pragma once

#include "geo/coordinates.hpp"

namespace dostyk::geo {

/// Latitude at which the Mercator world becomes square. [deg]
inline constexpr double max_mercator_latitude = 85.05112877980659;

/// Project a position onto the unit square.
///
/// \param position  Latitudes beyond ±max_mercator_latitude are clamped to it.
/// \returns         World coordinates, both in [0, 1].
[[nodiscard]] WorldPoint to_world(LonLat position) noexcept;

/// Inverse of to_world(), exact to 1e-9 deg.
[[nodiscard]] LonLat to_lon_lat(WorldPoint point) noexcept;

/// Ground length of one world unit at a latitude. [m]
[[nodiscard]] double metres_per_world_unit(double latitude_deg) noexcept;

/// EPSG:3857 metres to world units: rasters come in these.
[[nodiscard]] WorldPoint world_from_mercator_metres(double x_m, double y_m) noexcept;

} // namespace dostyk::geo
