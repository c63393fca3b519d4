/// \file
/// Polygons as shared arcs: what two neighbours have in common exists once, so that simplifying it
/// cannot open a gap between them.

#pragma once

#include "geo/layer.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace dostyk::geo {

/// A line between two junctions, or a whole ring without one.
struct Arc {
    LineString points;
    std::vector<double> importance;      ///< (points), see compute_importance()
    std::vector<std::uint32_t> features; ///< The one or two features that it bounds, sorted.
};

struct ArcUse {
    std::uint32_t arc = 0;
    bool is_reversed = false;
};

using ArcRing = std::vector<ArcUse>;

struct ArcPolygon {
    ArcRing outer;
    std::vector<ArcRing> holes;
};

struct Topology {
    std::vector<Arc> arcs;
    std::vector<std::vector<ArcPolygon>> features; ///< (features given)
};

/// Find the shared arcs of polygons whose neighbours share exact vertices.
///
/// A vertex is a junction where the rings through it do not all have the same two neighbours.
[[nodiscard]] Topology build_topology(std::span<const MultiPolygon> features);

/// One feature with its arcs simplified; rings that fall flat are left out. [world units²]
[[nodiscard]] MultiPolygon simplified_feature(const Topology& topology, std::size_t feature,
                                              double min_area);

/// The lines that two sets of features share, joined where they meet. [world units²]
[[nodiscard]] MultiLineString shared_border(const Topology& topology,
                                            std::span<const std::uint32_t> left,
                                            std::span<const std::uint32_t> right, double min_area);

} // namespace dostyk::geo
