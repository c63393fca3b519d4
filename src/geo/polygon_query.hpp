/// \file
/// Questions to polygons: inside or not, and where a label stands best.

#pragma once

#include "geo/layer.hpp"

namespace dostyk::geo {

/// True inside; on the boundary either answer may come.
[[nodiscard]] bool contains(const MultiPolygon& polygons, LonLat at) noexcept;

/// Centre of the largest circle that fits into the largest polygon, as seen in Web Mercator.
///
/// A grid search refined by halving (the idea of Mapbox's polylabel, Agafonkin 2016), exact to one
/// hundredth of the polygon's smaller side.
[[nodiscard]] LonLat interior_point(const MultiPolygon& polygons);

/// Area in Web Mercator, holes taken off. [world units²]
[[nodiscard]] double mercator_area(const MultiPolygon& polygons) noexcept;

} // namespace dostyk::geo
