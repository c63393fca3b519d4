#include "schedule/road_graph.hpp"

#include "geo/geodesic.hpp"
#include "geo/proximity.hpp"

#include <boost/graph/dijkstra_shortest_paths.hpp>

#include <algorithm>

namespace dostyk::schedule {

geo::LineString cut(const Road& road, double begin, double end)
{
    const double total = road.along_km.back();
    const double low = std::min(begin, end) * total;
    const double high = std::max(begin, end) * total;
    const auto at_km = [&](double km) {
        const auto next = std::upper_bound(road.along_km.begin(), road.along_km.end(), km);
        if (next == road.along_km.end()) {
            return road.path.back();
        }
        const auto i = static_cast<std::size_t>(next - road.along_km.begin());
        return geo::destination(road.path[i - 1], geo::azimuth_deg(road.path[i - 1], road.path[i]),
                                (km - road.along_km[i - 1]) * 1000);
    };
    geo::LineString line{at_km(low)};
    for (std::size_t i = 0; i < road.path.size(); ++i) {
        if (road.along_km[i] > low && road.along_km[i] < high) {
            line.push_back(road.path[i]);
        }
    }
    line.push_back(at_km(high));
    if (begin > end) {
        std::reverse(line.begin(), line.end());
    }
    return line;
}

void append(geo::LineString& path, const geo::LineString& part)
{
    for (const geo::LonLat& at : part) {
        if (path.empty() || !(path.back() == at)) {
            path.push_back(at);
        }
    }
}

std::pair<std::vector<double>, std::vector<Hop>> shortest_from(const Graph& graph,
                                                               std::size_t source)
{
    std::vector<double> distances(boost::num_vertices(graph));
    std::vector<Hop> hops(distances.size());
    boost::dijkstra_shortest_paths(
        graph, source,
        boost::weight_map(boost::get(&Stretch::weight, graph))
            .distance_map(boost::make_iterator_property_map(distances.begin(),
                                                            boost::get(boost::vertex_index, graph)))
            .visitor(boost::make_dijkstra_visitor(boost::record_edge_predecessors(
                boost::make_iterator_property_map(hops.begin(),
                                                  boost::get(boost::vertex_index, graph)),
                boost::on_edge_relaxed()))));
    return {std::move(distances), std::move(hops)};
}

std::vector<Hop> hops_to(const Graph& graph, const std::vector<Hop>& hops, std::size_t source,
                         std::size_t target)
{
    std::vector<Hop> way;
    for (std::size_t at = target; at != source; at = boost::source(hops[at], graph)) {
        way.push_back(hops[at]);
    }
    std::reverse(way.begin(), way.end());
    return way;
}

Joint RoadRouter::State::join(geo::LonLat at) const
{
    Joint best;
    for (std::size_t i = 0; i < roads.size(); ++i) {
        const Road& road = roads[i];
        const geo::Foot foot = geo::nearest_on(road.path, at, best.distance_m);
        if (foot.distance_m < best.distance_m) {
            const double begin = road.along_km[foot.segment];
            const double side = road.along_km[foot.segment + 1] - begin;
            const double total = road.along_km.back();
            best = {i, total > 0 ? (begin + foot.share * side) / total : 0, foot.at,
                    foot.distance_m};
        }
    }
    return best;
}

Graph RoadRouter::State::graph_of(const std::vector<Joint>& joints, const Weight& weight,
                                  const std::vector<bool>& is_closed) const
{
    Graph graph(node_count + joints.size());
    const auto add = [&](std::size_t a, std::size_t b, std::size_t road, double begin, double end) {
        const auto is_open = [&](std::size_t vertex) {
            return vertex >= node_count || !is_closed[vertex];
        };
        if (is_open(a) && is_open(b)) {
            const double cost = weight(roads[road]) * std::abs(end - begin);
            boost::add_edge(a, b, Stretch{cost, road, begin, end}, graph);
            boost::add_edge(b, a, Stretch{cost, road, end, begin}, graph);
        }
    };
    for (std::size_t i = 0; i < roads.size(); ++i) {
        add(roads[i].from, roads[i].to, i, 0, 1);
    }
    for (std::size_t i = 0; i < joints.size(); ++i) {
        const Joint& joint = joints[i];
        add(node_count + i, roads[joint.road].from, joint.road, joint.share, 0);
        add(node_count + i, roads[joint.road].to, joint.road, joint.share, 1);
        for (std::size_t j = 0; j < i; ++j) {
            if (joints[j].road == joint.road) {
                add(node_count + i, node_count + j, joint.road, joint.share, joints[j].share);
            }
        }
    }
    return graph;
}

Graph RoadRouter::State::graph_by_length(const std::vector<Joint>& joints) const
{
    return graph_of(
        joints, [](const Road& road) { return road.length_km; }, std::vector<bool>(node_count));
}

Graph RoadRouter::State::graph_through(const std::vector<Joint>& joints,
                                       std::string_view open) const
{
    std::vector<bool> is_closed(node_count);
    for (std::size_t i = 0; i < crossings.size(); ++i) {
        is_closed[crossing_nodes[i]] = crossings[i] != open;
    }
    return graph_of(
        joints, [](const Road& road) { return road.minutes(); }, is_closed);
}

std::optional<std::size_t> RoadRouter::State::vertex_of(std::string_view crossing) const
{
    const auto found = std::find(crossings.begin(), crossings.end(), crossing);
    return found != crossings.end()
               ? std::optional(crossing_nodes[static_cast<std::size_t>(found - crossings.begin())])
               : std::nullopt;
}

} // namespace dostyk::schedule
