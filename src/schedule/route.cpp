#include "schedule/route.hpp"

#include "geo/geodesic.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

namespace dostyk::schedule {

namespace {

/// A place of a line, and the vertex before it.
struct LinePlace {
    geo::LonLat at;
    std::size_t segment = 0;
};

/// The place of a line at a share of its length.
LinePlace along(const geo::LineString& line, double share)
{
    double left_m = geo::length_km(line) * 1000 * share;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double side_m = geo::distance_m(line[i - 1], line[i]);
        if (left_m < side_m) {
            return {geo::destination(line[i - 1], geo::azimuth_deg(line[i - 1], line[i]), left_m),
                    i - 1};
        }
        left_m -= side_m;
    }
    return {line.back(), line.size() - 1};
}

/// How much of a stage is over after so many minutes of it.
double share_of(const Stage& stage, double minutes)
{
    return stage.minutes > 0 ? std::clamp(minutes / stage.minutes, 0.0, 1.0) : 1;
}

void append(geo::LineString& line, geo::LonLat at)
{
    if (line.empty() || !(line.back() == at)) {
        line.push_back(at);
    }
}

/// Straight from a door to another one, or to a road.
Stage street(double minutes, std::optional<geo::LonLat> from, std::optional<geo::LonLat> to)
{
    Stage stage{StageKind::street, minutes, {}, {}};
    if (from && to) {
        stage.path = {*from, *to};
    }
    return stage;
}

Stage standing(StageKind kind, double minutes, std::optional<geo::LonLat> at, std::string id)
{
    Stage stage{kind, minutes, {}, std::move(id)};
    if (at) {
        stage.path = {*at};
    }
    return stage;
}

} // namespace

double VenueRoute::minutes() const noexcept
{
    double sum = 0;
    for (const Stage& stage : stages) {
        sum += stage.minutes;
    }
    return sum;
}

std::string VenueRoute::crossing() const
{
    const auto queue = std::find_if(stages.begin(), stages.end(), [](const Stage& stage) {
        return stage.kind == StageKind::queue;
    });
    return queue != stages.end() ? queue->at : std::string();
}

RoutePoint point_at(const VenueRoute& route, double minutes)
{
    std::size_t i = 0;
    while (i + 1 < route.stages.size() && minutes >= route.stages[i].minutes) {
        minutes -= route.stages[i].minutes;
        ++i;
    }
    const Stage& stage = route.stages[i];
    RoutePoint point{i, std::nullopt};
    if (!stage.path.empty()) {
        point.at = along(stage.path, share_of(stage, minutes)).at;
    }
    return point;
}

geo::LineString path_of(const VenueRoute& route)
{
    geo::LineString path;
    for (const Stage& stage : route.stages) {
        for (const geo::LonLat& at : stage.path) {
            append(path, at);
        }
    }
    return path;
}

SplitPath split_path(const VenueRoute& route, double minutes)
{
    SplitPath split;
    for (const Stage& stage : route.stages) {
        if (!stage.path.empty()) {
            const LinePlace place = along(stage.path, share_of(stage, minutes));
            const auto from = static_cast<std::ptrdiff_t>(place.segment) + 1;
            if (minutes >= 0) {
                std::for_each(stage.path.begin(), stage.path.begin() + from,
                              [&](geo::LonLat at) { append(split.behind, at); });
                append(split.behind, place.at);
            }
            if (minutes < stage.minutes) {
                append(split.ahead, place.at);
                std::for_each(stage.path.begin() + from, stage.path.end(),
                              [&](geo::LonLat at) { append(split.ahead, at); });
            }
        }
        minutes -= stage.minutes;
    }
    return split;
}

RouteFinder::RouteFinder(std::shared_ptr<const RoadRouter> roads, TravelFacts facts,
                         TravelTable travel, Customs customs)
: m_roads(std::move(roads)),
  m_facts(std::move(facts)),
  m_travel(std::move(travel)),
  m_customs(customs),
  m_ground(*m_roads, m_facts, m_customs)
{}

/// The way along the roads through one crossing, or within a country.
const RouteFinder::Laid& RouteFinder::laid(Index from, Index to, Index crossing)
{
    const auto [entry, is_new] = m_laid.try_emplace({from, to, crossing});
    Laid& made = entry->second;
    if (!is_new) {
        return made;
    }
    const std::string id =
        crossing == none ? "" : m_facts.crossings[static_cast<std::size_t>(crossing)].id;
    const auto course = m_roads->find_course(*at(from), *at(to), id);
    if (!course) {
        return made;
    }
    const auto access = [&](geo::LonLat door, geo::LonLat road) {
        return access_minutes(geo::distance_m(door, road) / 1000, m_customs);
    };
    made.stages.push_back(street(access(*at(from), course->from), at(from), course->from));
    for (const DrivenPart& part : course->parts) {
        made.stages.push_back({StageKind::drive, part.minutes, part.path, part.road});
    }
    made.stages.push_back(street(access(*at(to), course->to), course->to, at(to)));
    made.before = 1 + course->parts_to_crossing.value_or(course->parts.size());
    return made;
}

std::optional<VenueRoute> RouteFinder::by_ground(Index from, Index to, double leaving)
{
    VenueRoute route{leaving, {}};
    if (m_ground.is_within_city(from, to)) {
        route.stages.push_back(street(m_ground.city_minutes(from, to), at(from), at(to)));
        return route;
    }
    if (!at(from) || !at(to)) {
        return route; // nobody says where: as near as in the table
    }
    std::optional<GroundTimes> best;
    Index crossing = none;
    for (const GroundWay& way : m_ground.ways(from, to)) {
        const auto times = m_ground.times(way, leaving);
        if (times && (!best || times->arriving < best->arriving)) {
            best = times;
            crossing = way.crossing;
        }
    }
    if (!best) {
        return std::nullopt;
    }
    const Laid& way = laid(from, to, crossing);
    route.stages = way.stages;
    if (crossing != none && way.before < way.stages.size()) {
        const std::string& id = m_facts.crossings[static_cast<std::size_t>(crossing)].id;
        const geo::LonLat post = way.stages[way.before - 1].path.back();
        std::vector<Stage> stops;
        if (best->in_queue > best->at_crossing) {
            stops.push_back(
                standing(StageKind::wait, best->in_queue - best->at_crossing, post, id));
        }
        stops.push_back(standing(StageKind::queue, best->through - best->in_queue, post, id));
        route.stages.insert(route.stages.begin() + static_cast<std::ptrdiff_t>(way.before),
                            stops.begin(), stops.end());
    }
    return route;
}

/// The flight whose way is the shortest, with what leads to it and on from it.
std::optional<VenueRoute> RouteFinder::by_air(Index from, Index to, double leaving, int flights)
{
    const StatedWay* best = nullptr;
    Minute least = std::numeric_limits<Minute>::max();
    for (const StatedWay& way : m_facts.ways) {
        const bool is_part = way.is_flight && from != to;
        const Minute all = !is_part ? least
                                    : m_travel.usual(from, way.from) + m_customs.check_in_min +
                                          way.minutes + m_travel.usual(way.to, to);
        if (all < least) {
            best = &way;
            least = all;
        }
    }
    const auto there =
        best != nullptr ? find(from, best->from, leaving, flights - 1) : std::nullopt;
    if (!there) {
        return std::nullopt;
    }
    VenueRoute route = *there;
    const double boarding = m_customs.check_in_min;
    const auto onwards =
        find(best->to, to, there->arriving() + boarding + best->minutes, flights - 1);
    if (!onwards) {
        return std::nullopt;
    }
    const std::optional<geo::LonLat> off = at(best->from);
    const std::optional<geo::LonLat> down = at(best->to);
    route.stages.push_back(standing(StageKind::check_in, boarding, off,
                                    m_facts.places[static_cast<std::size_t>(best->from)].id));
    Stage flight{StageKind::flight, static_cast<double>(best->minutes), {}, {}};
    if (off && down) {
        constexpr int points = 32;
        flight.path = geo::geodesic_path(*off, *down, points);
    }
    route.stages.push_back(std::move(flight));
    std::copy(onwards->stages.begin(), onwards->stages.end(), std::back_inserter(route.stages));
    return route;
}

std::optional<VenueRoute> RouteFinder::find(Index from, Index to, double leaving, int flights)
{
    const Journey& journey = m_travel.journey(from, to);
    if (from == to) {
        return VenueRoute{leaving, {}};
    }
    const bool is_by_air = journey.mode == TravelMode::air && flights > 0;
    std::optional<VenueRoute> route =
        is_by_air ? by_air(from, to, leaving, flights) : by_ground(from, to, leaving);
    const auto stated =
        std::find_if(m_facts.ways.rbegin(), m_facts.ways.rend(), [&](const StatedWay& way) {
            return !way.is_flight && way.from == from && way.to == to;
        });
    if (stated == m_facts.ways.rend()) {
        return route;
    }
    // Somebody's word on how long it takes: all on the way is as much longer or shorter.
    const double minutes = stated->minutes;
    if (!route || route->minutes() <= 0) {
        return VenueRoute{leaving, {street(minutes, at(from), at(to))}};
    }
    const double stretch = minutes / route->minutes();
    for (Stage& stage : route->stages) {
        stage.minutes *= stretch;
    }
    return route;
}

} // namespace dostyk::schedule
