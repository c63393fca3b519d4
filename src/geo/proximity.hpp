/// \file
/// How near things are to each other on the ellipsoid: points, lines and outlines.

#pragma once

#include "geo/layer.hpp"

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace dostyk::geo {

/// One point, a line of geodesic segments, or what lies within an outline.
struct Figure {
    std::vector<LonLat> points; ///< One = a point; an outline's last is joined to its first.
    bool is_area = false;
};

/// True when two closed segments have a point in common, in the plane of degrees.
[[nodiscard]] bool is_touching(LonLat a, LonLat b, LonLat c, LonLat d) noexcept;

/// True when two sides of an outline have more in common than the corner between them; the last
/// vertex is joined to the first. The cost is quadratic.
[[nodiscard]] bool is_crossing_itself(std::span<const LonLat> outline) noexcept;

/// True inside an outline; on it either answer may come.
[[nodiscard]] bool is_inside(std::span<const LonLat> outline, LonLat at) noexcept;

/// The place of a line that is nearest to a point.
struct Foot {
    LonLat at;
    double distance_m = 0;
    std::size_t segment = 0; ///< From vertex `segment` to the next.
    double share = 0;        ///< Of the segment's length, in [0, 1].
};

/// Exact to a metre within 1,000 km: distances from the point are true in the azimuthal projection
/// about it, and in pieces of 10 km a geodesic is straight there.
///
/// \param within_m  What is farther away is of no interest: such a foot may be any, and at an
///                  infinite distance. Saves most of the work for lines that are far away.
/// \pre line is not empty; of one point, that is the foot.
[[nodiscard]] Foot nearest_on(std::span<const LonLat> line, LonLat to,
                              double within_m = std::numeric_limits<double>::infinity());

/// Shortest distance between two figures; 0 where they touch or one lies in the other. [m]
///
/// \pre both have points
[[nodiscard]] double distance_m(const Figure& a, const Figure& b);

/// A closed line at a distance around a point, for drawing. [m]
[[nodiscard]] LineString circle(LonLat centre, double radius_m, int points);

} // namespace dostyk::geo
