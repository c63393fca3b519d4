#include "schedule/road_router.hpp"

#include "geo/geodesic.hpp"
#include "geo/proximity.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <unordered_map>
#include <utility>

namespace dostyk::schedule {

namespace {

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

double cost_of(const Road& road, RouteBy by) noexcept
{
    return by == RouteBy::length ? road.length_km : road.minutes();
}

/// A stretch of a road as a line, its ends included.
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

Road make_road(const model::TransportEdge& edge, std::size_t from, std::size_t to)
{
    Road road{edge.id, edge.path, {0}, edge.length_km, edge.speed_kmh, edge.is_estimated, from, to};
    for (std::size_t i = 1; i < edge.path.size(); ++i) {
        road.along_km.push_back(road.along_km.back() +
                                geo::distance_m(edge.path[i - 1], edge.path[i]) / 1000);
    }
    if (road.length_km <= 0) {
        road.length_km = road.along_km.back();
    }
    return road;
}

bool is_drivable(const model::TransportEdge& edge) noexcept
{
    return !edge.is_railway && edge.status == "open" && edge.speed_kmh > 0 && edge.path.size() > 1;
}

/// Least weights from a vertex to all, and the hop that each is reached by.
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

} // namespace

struct RoadRouter::State {
    std::vector<Road> roads;
    std::size_t node_count = 0;
    std::vector<std::string> crossings;
    std::vector<std::size_t> crossing_nodes; ///< (crossings)

    [[nodiscard]] Joint join(geo::LonLat at) const;
    [[nodiscard]] Graph graph_with(const Joint& from, const Joint& to, RouteBy by) const;
    [[nodiscard]] Graph graph_of(const std::vector<Joint>& joints,
                                 const std::vector<bool>& is_closed) const;
    void drive(const std::vector<Stretch>& stretches, Route& route) const;
};

/// The nearest place of all roads.
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

/// All roads in both directions, and two more vertices where the ends are joined to them.
Graph RoadRouter::State::graph_with(const Joint& from, const Joint& to, RouteBy by) const
{
    Graph graph(node_count + 2);
    const auto add = [&](std::size_t a, std::size_t b, std::size_t road, double begin, double end) {
        boost::add_edge(a, b,
                        Stretch{cost_of(roads[road], by) * std::abs(end - begin), road, begin, end},
                        graph);
    };
    for (std::size_t i = 0; i < roads.size(); ++i) {
        add(roads[i].from, roads[i].to, i, 0, 1);
        add(roads[i].to, roads[i].from, i, 1, 0);
    }
    const std::size_t source = node_count;
    const std::size_t target = node_count + 1;
    add(source, roads[from.road].from, from.road, from.share, 0);
    add(source, roads[from.road].to, from.road, from.share, 1);
    add(roads[to.road].from, target, to.road, 0, to.share);
    add(roads[to.road].to, target, to.road, 1, to.share);
    if (from.road == to.road) {
        add(source, target, from.road, from.share, to.share);
    }
    return graph;
}

/// The roads by time without those that end at a closed node, and a vertex for each joint behind
/// the nodes' own.
Graph RoadRouter::State::graph_of(const std::vector<Joint>& joints,
                                  const std::vector<bool>& is_closed) const
{
    Graph graph(node_count + joints.size());
    const auto add = [&](std::size_t a, std::size_t b, std::size_t road, double begin, double end) {
        const auto is_open = [&](std::size_t vertex) {
            return vertex >= node_count || !is_closed[vertex];
        };
        if (is_open(a) && is_open(b)) {
            const double minutes = roads[road].minutes() * std::abs(end - begin);
            boost::add_edge(a, b, Stretch{minutes, road, begin, end}, graph);
            boost::add_edge(b, a, Stretch{minutes, road, end, begin}, graph);
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

/// Add the stretches to the route, one after the other.
void RoadRouter::State::drive(const std::vector<Stretch>& stretches, Route& route) const
{
    for (const Stretch& stretch : stretches) {
        const Road& road = roads[stretch.road];
        const double share = std::abs(stretch.end - stretch.begin);
        append(route.path, cut(road, stretch.begin, stretch.end));
        if (share <= 0) {
            continue;
        }
        route.road_km += share * road.length_km;
        route.minutes += share * road.minutes();
        route.is_estimated |= road.is_estimated;
        if (route.edges.empty() || route.edges.back() != road.id) {
            route.edges.push_back(road.id);
        }
    }
}

RoadRouter::RoadRouter(const model::Transport& transport)
{
    auto state = std::make_unique<State>();
    std::unordered_map<std::string, std::size_t> nodes;
    for (const model::TransportEdge& edge : transport.edges) {
        if (is_drivable(edge)) {
            const std::size_t from = nodes.try_emplace(edge.from, nodes.size()).first->second;
            const std::size_t to = nodes.try_emplace(edge.to, nodes.size()).first->second;
            state->roads.push_back(make_road(edge, from, to));
        }
    }
    state->node_count = nodes.size();
    for (const model::TransportNode& node : transport.nodes) {
        if (const auto found = nodes.find(node.id); node.is_crossing && found != nodes.end()) {
            state->crossings.push_back(node.id);
            state->crossing_nodes.push_back(found->second);
        }
    }
    m_state = std::move(state);
}

RoadRouter::~RoadRouter() = default;
RoadRouter::RoadRouter(RoadRouter&&) noexcept = default;
RoadRouter& RoadRouter::operator=(RoadRouter&&) noexcept = default;

std::optional<Route> RoadRouter::find_route(geo::LonLat from, geo::LonLat to, RouteBy by) const
{
    const State& state = *m_state;
    if (state.roads.empty()) {
        return std::nullopt;
    }
    const Joint start = state.join(from);
    const Joint goal = state.join(to);
    const Graph graph = state.graph_with(start, goal, by);
    const std::size_t source = state.node_count;
    const std::size_t target = state.node_count + 1;
    const auto [distances, hops] = shortest_from(graph, source);
    if (distances[target] == std::numeric_limits<double>::max()) {
        return std::nullopt;
    }
    std::vector<Stretch> stretches;
    for (std::size_t at = target; at != source; at = boost::source(hops[at], graph)) {
        stretches.push_back(graph[hops[at]]);
    }
    std::reverse(stretches.begin(), stretches.end());
    Route route;
    route.access_km = (start.distance_m + goal.distance_m) / 1000;
    route.path.push_back(from);
    state.drive(stretches, route);
    append(route.path, {to});
    return route;
}

std::vector<Drive> RoadRouter::find_drives(std::span<const geo::LonLat> places,
                                           std::string_view crossing) const
{
    const State& state = *m_state;
    const std::size_t count = places.size();
    std::vector<Drive> drives(count * count);
    std::vector<bool> is_closed(state.node_count);
    std::optional<std::size_t> open;
    for (std::size_t i = 0; i < state.crossings.size(); ++i) {
        const bool is_open = state.crossings[i] == crossing;
        is_closed[state.crossing_nodes[i]] = !is_open;
        open = is_open ? std::optional(state.crossing_nodes[i]) : open;
    }
    std::vector<Joint> joints;
    if (!state.roads.empty()) {
        std::transform(places.begin(), places.end(), std::back_inserter(joints),
                       [&](geo::LonLat at) { return state.join(at); });
    }
    const Graph graph = state.graph_of(joints, is_closed);
    for (std::size_t from = 0; from < count; ++from) {
        const std::vector<double> minutes =
            joints.empty() ? std::vector<double>()
                           : shortest_from(graph, state.node_count + from).first;
        for (std::size_t to = 0; to < count; ++to) {
            Drive& drive = drives[from * count + to];
            const std::size_t target = state.node_count + to;
            if (joints.empty() || minutes[target] == std::numeric_limits<double>::max()) {
                drive.minutes = from == to ? 0 : std::numeric_limits<double>::infinity();
                continue;
            }
            drive.minutes = minutes[target];
            drive.minutes_to_crossing = open ? minutes[*open] : 0;
            drive.access_km = (joints[from].distance_m + joints[to].distance_m) / 1000;
        }
    }
    return drives;
}

const std::vector<std::string>& RoadRouter::crossings() const noexcept
{
    return m_state->crossings;
}

} // namespace dostyk::schedule
