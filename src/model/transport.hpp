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
    std::string ref;               ///< Road number, several joined by ';'; empty = not known.
    std::string road_class;
    std::string corridor; ///< Ids of the corridors that it belongs to, joined by ';'.
    std::string status;   ///< open, planned
    double length_km = 0;
    double speed_kmh = 0;
    bool is_estimated = true;
    bool is_railway = false;
};

struct Transport {
    std::vector<TransportNode> nodes;
    std::vector<TransportEdge> edges;
};

[[nodiscard]] bool is_part_of(const TransportEdge& edge, std::string_view corridor) noexcept;

/// Edges of a corridor, joined end to end where they meet; in the order of the file.
[[nodiscard]] std::vector<std::vector<geo::LonLat>> path_of(const Transport& transport,
                                                            std::string_view corridor);

/// "Almaty – Korday": the nodes where the corridor's first and last edge end; empty when there is
/// no such corridor.
[[nodiscard]] std::string corridor_name(const Transport& transport, std::string_view corridor,
                                        Language language);

[[nodiscard]] bool has_corridor(const Transport& transport, std::string_view corridor) noexcept;

} // namespace dostyk::model
