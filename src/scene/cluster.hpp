/// \file
/// Symbols that would cover each other become one with a count: nothing is hidden.

#pragma once

#include "geo/coordinates.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace dostyk::scene {

struct ClusterPoint {
    geo::ScreenPoint at;
    double rank = 0; ///< The lowest leads.
};

struct Cluster {
    std::size_t leader = 0;           ///< Index into the points; the cluster stands at its place.
    std::vector<std::size_t> members; ///< By rank, the leader first.
};

/// Group points within a radius of a higher-ranked one.
///
/// Depends on the points' distances alone, so that a pan never regroups.
///
/// \returns Clusters in the order of their leaders' rank; every point is in exactly one.
[[nodiscard]] std::vector<Cluster> cluster(std::span<const ClusterPoint> points, float radius_px);

} // namespace dostyk::scene
