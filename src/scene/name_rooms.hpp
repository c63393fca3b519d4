/// \file
/// Where a name has room within a unit or a lake.

#pragma once

#include "geo/layer.hpp"

#include <vector>

namespace dostyk::scene {

/// A level stretch inside an area: a name no wider than it, centred on it, does not leave the area.
struct NameRoom {
    geo::WorldPoint at; ///< Its middle.
    double width = 0;   ///< [world units]
};

/// The widest stretch at some heights of the area, from its middle outwards; narrow ones left out.
[[nodiscard]] std::vector<NameRoom> compute_name_rooms(const geo::MultiPolygon& polygons);

} // namespace dostyk::scene
