/// \file
/// Where one can be by a minute: the venues, and the area about the roads.

#pragma once

#include "schedule/route.hpp"

#include <vector>

namespace dostyk::schedule {

/// A venue and how soon one is there.
struct VenueTime {
    Index venue = none;
    double minutes = 0; ///< RouteFinder's; infinite where no way leads there.
};

struct Reachable {
    std::vector<VenueTime> venues; ///< (venues)
    /// Empty where nobody says where one sets out from.
    geo::MultiPolygon area;
};

/// From the road one goes on straight, at the speed of a city's traffic, and so far. An assumption.
inline constexpr double off_road_km = 10;

/// What one who leaves a venue reaches by a minute: along the roads, through crossings with their
/// hours and queues, by air, and off the road.
///
/// A venue is in the area exactly when its own way is short enough: where the roads alone would
/// say something else (somebody states another time, or the nearest road is not the reached one),
/// the area is mended about it.
///
/// \pre from is a venue of the facts. Takes some tens of milliseconds: for a job.
[[nodiscard]] Reachable find_reachable(RouteFinder& routes, Index from, double leaving,
                                       double until);

} // namespace dostyk::schedule
