/// \file
/// Polygons of neighbours made to fit each other (GEOS).

#pragma once

#include "core/result.hpp"
#include "geo/layer.hpp"

#include <span>
#include <vector>

namespace dostyk::geo {

/// Turn polygons that only nearly fit into a coverage: neighbours share exact vertices, nothing
/// overlaps, and build_topology() finds every shared border.
///
/// Invalid polygons are repaired. Coordinates are rounded to 1e-7 deg (1 cm) and all borders are
/// cut where they meet. Ground that several features claim goes to the smallest of them: a city
/// that its region does not leave out. A gap between two features that is narrower than 1 km on
/// average is a seam and goes to the feature that it touches most; a wider one, or one within a
/// single feature, is another country's enclave and stays.
///
/// \returns (features), empty where a feature had no area or lost all of it; Error invalid when
/// GEOS
///          gives up.
[[nodiscard]] Result<std::vector<MultiPolygon>>
clean_coverage(std::span<const MultiPolygon> features);

} // namespace dostyk::geo
