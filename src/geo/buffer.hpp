/// \file
/// Outlines of what lies within a distance of a figure.

#pragma once

#include "geo/proximity.hpp"

namespace dostyk::geo {

/// All that lies within a radius, for drawing: in the azimuthal projection about the figure's
/// middle (GEOS), so exact about a point and within one per cent at 500 km from the middle. [m]
///
/// \pre the figure has points
/// \returns Empty where GEOS fails.
[[nodiscard]] MultiPolygon buffer_of(const Figure& figure, double radius_m);

} // namespace dostyk::geo
