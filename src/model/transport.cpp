#include "model/transport.hpp"

#include <algorithm>

namespace dostyk::model {

namespace {

/// Add an edge's path at the end of a line that it continues, in either direction.
bool extends(std::vector<geo::LonLat>& line, std::vector<geo::LonLat> path)
{
    if (path.back() == line.back() || path.back() == line.front()) {
        std::reverse(path.begin(), path.end());
    }
    if (path.front() == line.back()) {
        line.insert(line.end(), path.begin() + 1, path.end());
        return true;
    }
    if (path.front() == line.front()) {
        std::reverse(line.begin(), line.end());
        line.insert(line.end(), path.begin() + 1, path.end());
        return true;
    }
    return false;
}

/// How often a node ends an edge of the corridor: once at its ends.
std::size_t degree(const std::vector<const TransportEdge*>& edges, const std::string& node)
{
    return static_cast<std::size_t>(
        std::count_if(edges.begin(), edges.end(), [&](const TransportEdge* edge) {
            return edge->from == node || edge->to == node;
        }));
}

std::vector<const TransportEdge*> edges_of(const Transport& transport, std::string_view corridor)
{
    std::vector<const TransportEdge*> edges;
    for (const TransportEdge& edge : transport.edges) {
        if (is_part_of(edge, corridor)) {
            edges.push_back(&edge);
        }
    }
    return edges;
}

std::string node_name(const Transport& transport, const std::string& id, Language language)
{
    for (const TransportNode& node : transport.nodes) {
        if (node.id == id) {
            return std::string(node.name.in(language));
        }
    }
    return id;
}

} // namespace

bool is_part_of(const TransportEdge& edge, std::string_view corridor) noexcept
{
    std::string_view rest = edge.corridor;
    while (!corridor.empty() && !rest.empty()) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        if (rest.substr(0, end) == corridor) {
            return true;
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

std::vector<std::vector<geo::LonLat>> path_of(const Transport& transport, std::string_view corridor)
{
    std::vector<std::vector<geo::LonLat>> lines;
    for (const TransportEdge* edge : edges_of(transport, corridor)) {
        if (edge->path.size() < 2) {
            continue;
        }
        const bool is_added = std::any_of(lines.begin(), lines.end(),
                                          [&](auto& line) { return extends(line, edge->path); });
        if (!is_added) {
            lines.push_back(edge->path);
        }
    }
    return lines;
}

std::string corridor_name(const Transport& transport, std::string_view corridor, Language language)
{
    const std::vector<const TransportEdge*> edges = edges_of(transport, corridor);
    std::vector<std::string> ends;
    for (const TransportEdge* edge : edges) {
        for (const std::string& node : {edge->from, edge->to}) {
            if (degree(edges, node) == 1) {
                ends.push_back(node);
            }
        }
    }
    if (edges.empty()) {
        return {};
    }
    if (ends.empty()) { // a ring
        ends.push_back(edges.front()->from);
    }
    const std::string first = node_name(transport, ends.front(), language);
    return ends.size() == 1 ? first : first + " – " + node_name(transport, ends.back(), language);
}

bool has_corridor(const Transport& transport, std::string_view corridor) noexcept
{
    return std::any_of(transport.edges.begin(), transport.edges.end(),
                       [&](const TransportEdge& edge) { return is_part_of(edge, corridor); });
}

} // namespace dostyk::model
