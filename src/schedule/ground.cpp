#include "schedule/ground.hpp"

#include "geo/geodesic.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace dostyk::schedule {

Minute begun_minutes(double minutes) noexcept
{
    return static_cast<Minute>(std::ceil(minutes - 1e-6));
}

const CrossingFacts* find_crossing(const TravelFacts& facts, const std::string& id) noexcept
{
    const auto found = std::find_if(facts.crossings.begin(), facts.crossings.end(),
                                    [&](const CrossingFacts& each) { return each.id == id; });
    return found != facts.crossings.end() ? &*found : nullptr;
}

Minute queue_of(const CrossingFacts& crossing, const Customs& customs) noexcept
{
    return customs.plan_for_p90 == 0 ? crossing.queue_p50 : crossing.queue_p90;
}

std::optional<CrossingTimes> pass(const CrossingFacts& crossing, const Customs& customs,
                                  double minute) noexcept
{
    for (const Interval& open : crossing.open) {
        if (open.end > minute) {
            const double in_queue = std::max<double>(minute, open.begin);
            return CrossingTimes{in_queue, in_queue + queue_of(crossing, customs)};
        }
    }
    return std::nullopt;
}

double access_minutes(double km, const Customs& customs) noexcept
{
    return std::max(customs.city_least_min / 2.0, km / customs.city_speed_kmh * 60);
}

Ground::Ground(const RoadRouter& router, const TravelFacts& facts, const Customs& customs)
: m_facts(facts), m_customs(customs)
{
    std::vector<geo::LonLat> at;
    for (const TravelPlace& each : facts.places) {
        at.push_back(each.at.value_or(geo::LonLat{}));
    }
    std::vector<std::string> open{""};
    for (const CrossingFacts& crossing : facts.crossings) {
        open.push_back(crossing.id);
    }
    m_abroad = router.find_drives(at, open);
    m_domestic = std::move(m_abroad.front());
    m_abroad.erase(m_abroad.begin());
}

bool Ground::is_within_city(Index from, Index to) const
{
    return from != to && place(from).city == place(to).city && place(from).city != none;
}

Minute Ground::city_minutes(Index from, Index to) const
{
    const TravelPlace& one = place(from);
    const TravelPlace& other = place(to);
    if (!one.at || !other.at) {
        return m_customs.city_least_min;
    }
    const double km = geo::distance_m(*one.at, *other.at) / 1000 * city_detour;
    return std::max(m_customs.city_least_min,
                    static_cast<Minute>(std::ceil(km / m_customs.city_speed_kmh * 60)));
}

std::vector<GroundWay> Ground::ways(Index from, Index to) const
{
    std::vector<GroundWay> all;
    if (!place(from).at || !place(to).at) {
        return all;
    }
    const std::size_t pair =
        static_cast<std::size_t>(from) * m_facts.places.size() + static_cast<std::size_t>(to);
    const Drive& domestic = m_domestic[pair];
    const double to_road = access_minutes(domestic.access_from_km, m_customs);
    const double from_road = access_minutes(domestic.access_to_km, m_customs);
    if (std::isfinite(domestic.minutes)) {
        all.push_back({none, to_road + domestic.minutes + from_road, 0});
    }
    for (std::size_t i = 0; i < m_abroad.size(); ++i) {
        const Drive& drive = m_abroad[i][pair];
        // A way that is not shorter with the crossing open does not lead through it.
        const bool crosses = std::isfinite(drive.minutes) &&
                             !(drive.minutes > domestic.minutes - 0.5) &&
                             !m_facts.crossings[i].open.empty();
        if (crosses) {
            all.push_back(
                {static_cast<Index>(i),
                 access_minutes(drive.access_from_km, m_customs) + drive.minutes_to_crossing,
                 drive.minutes - drive.minutes_to_crossing +
                     access_minutes(drive.access_to_km, m_customs)});
        }
    }
    return all;
}

double Ground::minutes(const GroundWay& way) const
{
    const Minute queue = way.crossing == none ? 0 : queue_of(crossing_of(way), m_customs);
    return way.before + queue + way.behind;
}

std::optional<GroundTimes> Ground::times(const GroundWay& way, double leaving) const
{
    const double there = leaving + way.before;
    if (way.crossing == none) {
        return GroundTimes{there, there, there, there};
    }
    const auto passed = pass(crossing_of(way), m_customs, there);
    if (!passed) {
        return std::nullopt;
    }
    return GroundTimes{there, passed->in_queue, passed->through, passed->through + way.behind};
}

} // namespace dostyk::schedule
