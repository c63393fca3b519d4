/// \file
/// The schematic graph of roads and railways (data/transport/).

#pragma once

#include "core/text4.hpp"
#include "geo/coordinates.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dostyk::model {

struct TransportNode {
    std::string id;
    Text4 name;
    geo::LonLat at;
    bool is_crossing = false; ///< A border post between the two countries.
};

struct TransportEdge {
    std::string id;
    std::string from;
    std::string to;
    std::vector<geo::LonLat> path; ///< From the first node to the last, both included.
    std::string ref;               ///< Road number, several joined by ';'; empty = not known.
    std::string road_class;
    std::string corridor; ///< The corridor that it is drawn with; others may share it.
    std::string status;   ///< open, planned
    double length_km = 0;
    double speed_kmh = 0;
    bool is_estimated = true;
    bool is_railway = false;
};

/// A road or railway from end to end; its course is its stops.
struct TransportCorridor {
    std::string id;
    Text4 name;
    std::vector<std::string> stops; ///< Ids of nodes, each joined to the next by one edge.
    std::string status;             ///< open, planned
};

struct Transport {
    std::vector<TransportNode> nodes;
    std::vector<TransportEdge> edges;
    std::vector<TransportCorridor> corridors;
};

/// Null when there is no such corridor.
[[nodiscard]] const TransportCorridor* find_corridor(const Transport& transport,
                                                     std::string_view corridor) noexcept;

/// The edge that joins two nodes, in whichever direction it was drawn; null when there is none.
[[nodiscard]] const TransportEdge* find_edge(const Transport& transport, std::string_view from,
                                             std::string_view to) noexcept;

/// Course of a corridor: one line from its first stop to its last; where no edge joins two stops
/// the line ends and another begins.
[[nodiscard]] std::vector<std::vector<geo::LonLat>> path_of(const Transport& transport,
                                                            std::string_view corridor);

} // namespace dostyk::model
