/// \file
/// Lengths and ways on the ellipsoid WGS 84 (Karney 2013, through PROJ's geodesic.h).

#pragma once

#include "geo/layer.hpp"

#include <span>

namespace dostyk::geo {

/// Shortest distance between two positions. [m]
[[nodiscard]] double distance_m(LonLat from, LonLat to) noexcept;

/// Sum over the line's segments. [km]
[[nodiscard]] double length_km(std::span<const LonLat> line) noexcept;

/// Area within an outline whose last vertex is joined to its first. [km²]
[[nodiscard]] double area_km2(std::span<const LonLat> outline);

/// Direction in which the shortest way to a position begins, clockwise from north, in [0, 360).
[[nodiscard]] double azimuth_deg(LonLat from, LonLat to) noexcept;

/// Where one arrives after a distance along an azimuth, clockwise from north.
[[nodiscard]] LonLat destination(LonLat from, double azimuth_deg, double distance_m) noexcept;

/// The shortest way as a line of `points` positions, both ends included. \pre points >= 2
[[nodiscard]] LineString geodesic_path(LonLat from, LonLat to, int points);

} // namespace dostyk::geo
