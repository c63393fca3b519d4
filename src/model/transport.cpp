#include "model/transport.hpp"

#include <algorithm>

namespace dostyk::model {

const TransportCorridor* find_corridor(const Transport& transport,
                                       std::string_view corridor) noexcept
{
    const auto found =
        std::find_if(transport.corridors.begin(), transport.corridors.end(),
                     [&](const TransportCorridor& each) { return each.id == corridor; });
    return found != transport.corridors.end() ? &*found : nullptr;
}

const TransportEdge* find_edge(const Transport& transport, std::string_view from,
                               std::string_view to) noexcept
{
    const auto found = std::find_if(
        transport.edges.begin(), transport.edges.end(), [&](const TransportEdge& edge) {
            return (edge.from == from && edge.to == to) || (edge.from == to && edge.to == from);
        });
    return found != transport.edges.end() ? &*found : nullptr;
}

std::vector<std::vector<geo::LonLat>> path_of(const Transport& transport, std::string_view corridor)
{
    std::vector<std::vector<geo::LonLat>> lines;
    const TransportCorridor* found = find_corridor(transport, corridor);
    if (found == nullptr) {
        return lines;
    }
    bool is_joined = false;
    for (std::size_t i = 1; i < found->stops.size(); ++i) {
        const TransportEdge* edge = find_edge(transport, found->stops[i - 1], found->stops[i]);
        if (edge == nullptr || edge->path.empty()) {
            is_joined = false;
            continue;
        }
        std::vector<geo::LonLat> path = edge->path;
        if (edge->from != found->stops[i - 1]) {
            std::reverse(path.begin(), path.end());
        }
        if (is_joined) {
            lines.back().insert(lines.back().end(), path.begin() + 1, path.end());
        } else {
            lines.push_back(std::move(path));
        }
        is_joined = true;
    }
    return lines;
}

} // namespace dostyk::model
