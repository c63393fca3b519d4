#include "schedule/reachable.hpp"

#include "geo/geodesic.hpp"
#include "geo/polygon_query.hpp"
#include "geo/swept_area.hpp"

#include <algorithm>
#include <limits>

namespace dostyk::schedule {

namespace {

using geo::SweptCircle;

constexpr double never = std::numeric_limits<double>::infinity();
/// About a venue that the roads alone are wrong about. [m]
constexpr double mending_radius_m = 2000;

/// How far off the road one comes in the minutes that are left. [m]
double off_road_m(double minutes_left, const Customs& customs)
{
    if (minutes_left < access_minutes(0, customs)) {
        return 0;
    }
    return std::min(off_road_km, minutes_left / 60 * customs.city_speed_kmh) * 1000;
}

/// The ground beside a reached part of a road, side by side.
void add_beside(std::vector<SweptCircle>& swept, const ReachedPart& part, double until,
                const Customs& customs)
{
    const double length_km = geo::length_km(part.path);
    const double shortest_min = access_minutes(0, customs);
    const auto add = [&](geo::LonLat a, double from, geo::LonLat b, double to) {
        const double from_m = off_road_m(until - from, customs);
        if (from_m <= 0) {
            return;
        }
        // Where less is left than the door takes one does not leave the road any more.
        const double end = std::min(to, until - shortest_min);
        const double share = to > from ? (end - from) / (to - from) : 1;
        const geo::LonLat last =
            share >= 1 ? b
                       : geo::destination(a, geo::azimuth_deg(a, b), geo::distance_m(a, b) * share);
        swept.push_back({a, from_m, last, off_road_m(until - end, customs)});
    };
    double along_km = 0;
    double minute = part.from_minute;
    for (std::size_t i = 1; i < part.path.size(); ++i) {
        along_km += geo::distance_m(part.path[i - 1], part.path[i]) / 1000;
        const double share = length_km > 0 ? along_km / length_km : 1;
        const double next = part.from_minute + share * (part.to_minute - part.from_minute);
        // The width is even as far as there is time for all of it, and then falls evenly.
        const double full_min = until - off_road_km / customs.city_speed_kmh * 60;
        if (minute < full_min && full_min < next) {
            const double at = (full_min - minute) / (next - minute);
            const geo::LonLat middle =
                geo::destination(part.path[i - 1], geo::azimuth_deg(part.path[i - 1], part.path[i]),
                                 geo::distance_m(part.path[i - 1], part.path[i]) * at);
            add(part.path[i - 1], minute, middle, full_min);
            add(middle, full_min, part.path[i], next);
        } else {
            add(part.path[i - 1], minute, part.path[i], next);
        }
        minute = next;
    }
}

class Search {
public:
    Search(RouteFinder& routes, double until)
    : m_routes(routes), m_customs(routes.customs()), m_until(until)
    {}

    /// All that is reached over the ground by one who leaves a venue.
    void add_from(Index venue, double leaving)
    {
        const auto at = m_routes.facts().places[static_cast<std::size_t>(venue)].at;
        if (!at || leaving > m_until) {
            return;
        }
        const double about_m = off_road_m((m_until - leaving) / city_detour, m_customs);
        m_swept.push_back({*at, about_m, *at, about_m});
        const double on_road = leaving + access_minutes(m_routes.roads().access_km(*at), m_customs);
        const auto passage = [&](const std::string& id, double minute) {
            const CrossingFacts* crossing = find_crossing(m_routes.facts(), id);
            const auto times =
                crossing != nullptr ? pass(*crossing, m_customs, minute) : std::nullopt;
            return times ? times->through : never;
        };
        for (const ReachedPart& part :
             m_routes.roads().find_reach(*at, on_road, m_until, passage)) {
            add_beside(m_swept, part, m_until, m_customs);
        }
    }

    [[nodiscard]] geo::MultiPolygon area(const std::vector<VenueTime>& venues, double leaving) const
    {
        const geo::MultiPolygon by_roads = geo::swept_area(m_swept);
        std::vector<SweptCircle> swept = m_swept;
        std::vector<SweptCircle> left_out;
        for (const VenueTime& each : venues) {
            const auto at = place(each.venue);
            const bool is_reached = leaving + each.minutes <= m_until;
            if (!at) {
                continue;
            }
            const double radius = mending_m(venues, each, leaving);
            // On the outline itself either answer may come: near it counts as wrong.
            const bool is_far_in = is_wholly(by_roads, *at, radius, true);
            const bool is_far_out = is_wholly(by_roads, *at, radius, false);
            if (is_reached && !is_far_in) {
                swept.push_back({*at, radius, *at, radius});
            } else if (!is_reached && !is_far_out) {
                left_out.push_back({*at, radius, *at, radius});
            }
        }
        return swept.size() == m_swept.size() && left_out.empty()
                   ? by_roads
                   : geo::swept_area(swept, left_out);
    }

private:
    [[nodiscard]] std::optional<geo::LonLat> place(Index venue) const
    {
        return m_routes.facts().places[static_cast<std::size_t>(venue)].at;
    }

    /// A circle about a venue that reaches to no venue of the other sort.
    [[nodiscard]] double mending_m(const std::vector<VenueTime>& venues, const VenueTime& about,
                                   double leaving) const
    {
        double radius = mending_radius_m;
        for (const VenueTime& other : venues) {
            const bool is_other_sort =
                (leaving + other.minutes <= m_until) != (leaving + about.minutes <= m_until);
            if (is_other_sort && place(other.venue)) {
                radius = std::min(radius,
                                  geo::distance_m(*place(about.venue), *place(other.venue)) / 2.5);
            }
        }
        return radius;
    }

    /// All about a place is in an area, or out of it.
    static bool is_wholly(const geo::MultiPolygon& area, geo::LonLat at, double radius_m,
                          bool is_in)
    {
        constexpr int directions = 8;
        bool is_all = geo::contains(area, at) == is_in;
        for (int i = 0; i < directions && is_all; ++i) {
            is_all = geo::contains(
                         area, geo::destination(at, i * 360.0 / directions, radius_m / 2)) == is_in;
        }
        return is_all;
    }

    RouteFinder& m_routes;
    const Customs& m_customs;
    double m_until;
    std::vector<SweptCircle> m_swept;
};

} // namespace

Reachable find_reachable(RouteFinder& routes, Index from, double leaving, double until)
{
    Reachable found;
    const auto count = static_cast<Index>(routes.facts().places.size());
    for (Index venue = 0; venue < count; ++venue) {
        const auto route = routes.find(from, venue, leaving);
        found.venues.push_back({venue, route ? route->minutes() : never});
    }
    if (!routes.facts().places[static_cast<std::size_t>(from)].at) {
        return found;
    }
    Search search(routes, until);
    search.add_from(from, leaving);
    for (const StatedWay& way : routes.facts().ways) {
        const double there =
            way.is_flight ? found.venues[static_cast<std::size_t>(way.from)].minutes : never;
        search.add_from(way.to, leaving + there + routes.customs().check_in_min + way.minutes);
    }
    found.area = search.area(found.venues, leaving);
    return found;
}

} // namespace dostyk::schedule
