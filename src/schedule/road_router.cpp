#include "schedule/road_router.hpp"

#include "geo/geodesic.hpp"
#include "schedule/road_graph.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <unordered_map>
#include <utility>

namespace dostyk::schedule {

namespace {

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

/// Add a stretch to the end of a route.
void drive(const Road& road, const Stretch& stretch, Route& route)
{
    const double share = std::abs(stretch.end - stretch.begin);
    append(route.path, cut(road, stretch.begin, stretch.end));
    if (share <= 0) {
        return;
    }
    route.road_km += share * road.length_km;
    route.minutes += share * road.minutes();
    route.is_estimated |= road.is_estimated;
    if (route.edges.empty() || route.edges.back() != road.id) {
        route.edges.push_back(road.id);
    }
}

} // namespace

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

std::optional<Route> RoadRouter::find_route(geo::LonLat from, geo::LonLat to) const
{
    const State& state = *m_state;
    if (state.roads.empty()) {
        return std::nullopt;
    }
    const Joint start = state.join(from);
    const Joint goal = state.join(to);
    const Graph graph = state.graph_by_length({start, goal});
    const std::size_t source = state.node_count;
    const std::size_t target = state.node_count + 1;
    const auto [distances, hops] = shortest_from(graph, source);
    if (distances[target] == std::numeric_limits<double>::max()) {
        return std::nullopt;
    }
    Route route;
    route.access_km = (start.distance_m + goal.distance_m) / 1000;
    route.path.push_back(from);
    for (const Hop& hop : hops_to(graph, hops, source, target)) {
        drive(state.roads[graph[hop].road], graph[hop], route);
    }
    append(route.path, {to});
    return route;
}

namespace {

/// With one crossing open. (joints x joints)
std::vector<Drive> drives_of(const RoadRouter::State& state, const std::vector<Joint>& joints,
                             std::string_view crossing)
{
    const std::size_t count = joints.size();
    const std::optional<std::size_t> open = state.vertex_of(crossing);
    const Graph graph = state.graph_through(joints, crossing);
    std::vector<Drive> drives(count * count);
    for (std::size_t from = 0; from < count; ++from) {
        const std::vector<double> minutes = shortest_from(graph, state.node_count + from).first;
        for (std::size_t to = 0; to < count; ++to) {
            Drive& drive = drives[from * count + to];
            const std::size_t target = state.node_count + to;
            if (minutes[target] == std::numeric_limits<double>::max()) {
                drive.minutes = std::numeric_limits<double>::infinity();
                continue;
            }
            drive.minutes = minutes[target];
            drive.minutes_to_crossing = open ? minutes[*open] : 0;
            drive.access_from_km = joints[from].distance_m / 1000;
            drive.access_to_km = joints[to].distance_m / 1000;
        }
    }
    return drives;
}

} // namespace

std::vector<std::vector<Drive>>
RoadRouter::find_drives(std::span<const geo::LonLat> places,
                        std::span<const std::string> crossings) const
{
    const std::size_t count = places.size();
    std::vector<std::vector<Drive>> all(crossings.size());
    if (m_state->roads.empty()) {
        std::vector<Drive> none(count * count);
        for (std::size_t i = 0; i < none.size(); ++i) {
            none[i].minutes = i / count == i % count ? 0 : std::numeric_limits<double>::infinity();
        }
        std::fill(all.begin(), all.end(), none);
        return all;
    }
    // To join the places to their roads takes longer than to find all the ways.
    std::vector<Joint> joints;
    std::transform(places.begin(), places.end(), std::back_inserter(joints),
                   [&](geo::LonLat at) { return m_state->join(at); });
    std::transform(
        crossings.begin(), crossings.end(), all.begin(),
        [&](const std::string& crossing) { return drives_of(*m_state, joints, crossing); });
    return all;
}

std::optional<Course> RoadRouter::find_course(geo::LonLat from, geo::LonLat to,
                                              std::string_view crossing) const
{
    const State& state = *m_state;
    if (state.roads.empty()) {
        return std::nullopt;
    }
    const Joint start = state.join(from);
    const Joint goal = state.join(to);
    const Graph graph = state.graph_through({start, goal}, crossing);
    const std::size_t source = state.node_count;
    const std::size_t target = state.node_count + 1;
    const auto [minutes, hops] = shortest_from(graph, source);
    if (minutes[target] == std::numeric_limits<double>::max()) {
        return std::nullopt;
    }
    Course course;
    course.from = start.at;
    course.to = goal.at;
    const std::optional<std::size_t> open = state.vertex_of(crossing);
    for (const Hop& hop : hops_to(graph, hops, source, target)) {
        const Stretch& stretch = graph[hop];
        const Road& road = state.roads[stretch.road];
        if (stretch.begin != stretch.end) {
            course.parts.push_back(
                {road.id, cut(road, stretch.begin, stretch.end), stretch.weight});
        }
        if (open && boost::target(hop, graph) == *open) {
            course.parts_to_crossing = course.parts.size();
        }
    }
    return course;
}

double RoadRouter::access_km(geo::LonLat at) const
{
    return m_state->roads.empty() ? std::numeric_limits<double>::infinity()
                                  : m_state->join(at).distance_m / 1000;
}

const std::vector<std::string>& RoadRouter::crossings() const noexcept
{
    return m_state->crossings;
}

} // namespace dostyk::schedule
