/// \file
/// The graph of the open roads that RoadRouter and what asks it look ways up in. Of this module
/// alone.

#pragma once

#include "schedule/road_router.hpp"

#include <boost/graph/adjacency_list.hpp>

#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

namespace dostyk::schedule {

/// A road as the router keeps it.
struct Road {
    std::string id;
    geo::LineString path;
    std::vector<double> along_km; ///< (path) geodesic length from the first vertex
    double length_km = 0;
    double speed_kmh = 0;
    bool is_estimated = false;
    std::size_t from = 0; ///< vertex of the graph
    std::size_t to = 0;

    [[nodiscard]] double minutes() const noexcept { return length_km / speed_kmh * 60; }
};

/// A part of a road in the direction in which one drives: shares of its path's length.
struct Stretch {
    double weight = 0; ///< [km] or [min]
    std::size_t road = 0;
    double begin = 0;
    double end = 1;
};

using Graph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Stretch>;
using Hop = boost::graph_traits<Graph>::edge_descriptor;

/// Where a position is joined to the roads.
struct Joint {
    std::size_t road = 0;
    double share = 0;
    geo::LonLat at;
    double distance_m = std::numeric_limits<double>::infinity();
};

/// A stretch of a road as a line, its ends included.
[[nodiscard]] geo::LineString cut(const Road& road, double begin, double end);

/// Put a line behind another one, whose end it may begin with.
void append(geo::LineString& path, const geo::LineString& part);

/// Least weights from a vertex to all, and the hop that each is reached by; the largest double
/// where none leads there.
[[nodiscard]] std::pair<std::vector<double>, std::vector<Hop>> shortest_from(const Graph& graph,
                                                                             std::size_t source);

/// The hops from a vertex to another one that is reached from it, in order.
[[nodiscard]] std::vector<Hop> hops_to(const Graph& graph, const std::vector<Hop>& hops,
                                       std::size_t source, std::size_t target);

struct RoadRouter::State {
    std::vector<Road> roads;
    std::size_t node_count = 0;
    std::vector<std::string> crossings;
    std::vector<std::size_t> crossing_nodes; ///< (crossings)

    /// The nearest place of all roads. \pre there are roads
    [[nodiscard]] Joint join(geo::LonLat at) const;
    /// All roads by length, and a vertex for each joint behind the nodes' own.
    [[nodiscard]] Graph graph_by_length(const std::vector<Joint>& joints) const;
    /// The same by minutes, without those that end at a closed crossing.
    ///
    /// \param open  The crossing that is open; empty = none is.
    [[nodiscard]] Graph graph_through(const std::vector<Joint>& joints,
                                      std::string_view open) const;
    /// Vertex of a crossing; nothing where no road leads to one of this id.
    [[nodiscard]] std::optional<std::size_t> vertex_of(std::string_view crossing) const;

private:
    using Weight = std::function<double(const Road& road)>;

    [[nodiscard]] Graph graph_of(const std::vector<Joint>& joints, const Weight& weight,
                                 const std::vector<bool>& is_closed) const;
};

} // namespace dostyk::schedule
