// What is reached along the roads by a minute: RoadRouter::find_reach().

#include "schedule/road_graph.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace dostyk::schedule {

namespace {

/// What is shorter is a place, and no part of a road.
constexpr double least_minutes = 1e-6;
constexpr double never = std::numeric_limits<double>::infinity();

/// When one is at each node at the soonest. (nodes)
using Arrivals = std::vector<double>;

void take_sooner(Arrivals& arrivals, const std::vector<double>& minutes, double after)
{
    for (std::size_t node = 0; node < arrivals.size(); ++node) {
        if (minutes[node] < std::numeric_limits<double>::max()) {
            arrivals[node] = std::min(arrivals[node], after + minutes[node]);
        }
    }
}

/// The part of a road from a share of it to another one, in the direction in which one comes.
void add_part(std::vector<ReachedPart>& parts, const Road& road, std::pair<double, double> shares,
              double from_minute)
{
    const double minutes = std::abs(shares.second - shares.first) * road.minutes();
    if (minutes > least_minutes) {
        parts.push_back(
            {cut(road, shares.first, shares.second), from_minute, from_minute + minutes});
    }
}

/// What is reached of a stretch of a road from both of its ends.
///
/// \param shares  Of the road, where the stretch begins and ends.
/// \param at      When one is at the two.
void add_stretch(std::vector<ReachedPart>& parts, const Road& road,
                 std::pair<double, double> shares, std::pair<double, double> at, double until)
{
    const double length = shares.second - shares.first;
    const double minutes = length * road.minutes();
    if (minutes <= 0) {
        return;
    }
    // Where those who come from the two ends would meet.
    const double meeting = !std::isfinite(at.second) ? 1
                           : !std::isfinite(at.first)
                               ? 0
                               : (at.second - at.first + minutes) / (2 * minutes);
    const double met = std::clamp(meeting, 0.0, 1.0);
    const auto reached = [&](double arrival, double most) {
        return std::isfinite(arrival) ? std::clamp((until - arrival) / minutes, 0.0, most) : 0;
    };
    const double first = reached(at.first, met);
    const double second = reached(at.second, 1 - met);
    add_part(parts, road, {shares.first, shares.first + first * length}, at.first);
    add_part(parts, road, {shares.second, shares.second - second * length}, at.second);
}

} // namespace

std::vector<ReachedPart> RoadRouter::find_reach(geo::LonLat start, double minute, double until,
                                                const Passage& passage) const
{
    const State& state = *m_state;
    std::vector<ReachedPart> parts;
    if (state.roads.empty() || minute > until) {
        return parts;
    }
    const Joint joint = state.join(start);
    Arrivals arrivals(state.node_count, never);
    take_sooner(arrivals, shortest_from(state.graph_through({joint}, ""), state.node_count).first,
                minute);
    for (std::size_t i = 0; i < state.crossings.size(); ++i) {
        const std::string& crossing = state.crossings[i];
        const std::size_t post = state.crossing_nodes[i];
        const Graph graph = state.graph_through({joint}, crossing);
        const double there = minute + shortest_from(graph, state.node_count).first[post];
        const double through = there <= until ? passage(crossing, there) : never;
        if (through <= until) {
            take_sooner(arrivals, shortest_from(graph, post).first, through);
        }
    }
    for (std::size_t i = 0; i < state.roads.size(); ++i) {
        const Road& road = state.roads[i];
        const std::pair at{arrivals[road.from], arrivals[road.to]};
        if (i == joint.road) {
            add_stretch(parts, road, {0, joint.share}, {at.first, minute}, until);
            add_stretch(parts, road, {joint.share, 1}, {minute, at.second}, until);
        } else {
            add_stretch(parts, road, {0, 1}, at, until);
        }
    }
    return parts;
}

} // namespace dostyk::schedule
