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
};

struct TransportEdge {
    std::string id;
    std::string from;
    std::string to;
    std::vector<geo::LonLat> path; ///< From the first node to the last, both included.
    std::string ref;               ///< Road number; empty = not known.
    std::string road_class;
    std::string corridor;
    std::string status; ///< open, planned
    double length_km = 0;
    double speed_kmh = 0;
    bool is_estimated = true;
    bool is_railway = false;
};

struct Transport {
    std::vector<TransportNode> nodes;
    std::vector<TransportEdge> edges;
};

} // namespace dostyk::model
