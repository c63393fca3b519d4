/// \file
/// The ground that circles sweep over while they move and grow (GEOS).

#pragma once

#include "geo/layer.hpp"

#include <span>

namespace dostyk::geo {

/// A circle that moves straight from one position to another, its radius changing evenly.
struct SweptCircle {
    LonLat from;
    double from_radius_m = 0;
    LonLat to;
    double to_radius_m = 0;
};

/// All that some circles sweep over and others do not, for drawing and asking: in Web Mercator with
/// each end's own scale, outlines within one per cent of the radius.
///
/// \returns Empty where nothing is swept, or where GEOS fails.
[[nodiscard]] MultiPolygon swept_area(std::span<const SweptCircle> swept,
                                      std::span<const SweptCircle> left_out = {});

} // namespace dostyk::geo
