#include "schedule/travel.hpp"

#include "geo/geodesic.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace dostyk::schedule {

namespace {

constexpr double city_detour = 1.4; ///< Streets are longer than a bird's way. An assumption.

/// One way by road: before the crossing, and behind it.
struct Candidate {
    const CrossingFacts* crossing = nullptr; ///< Null within a country.
    double before = 0;                       ///< [min]
    double behind = 0;                       ///< [min]

    [[nodiscard]] Minute queue(const Customs& customs) const
    {
        return crossing == nullptr         ? 0
               : customs.plan_for_p90 == 0 ? crossing->queue_p50
                                           : crossing->queue_p90;
    }
    [[nodiscard]] Minute minutes(const Customs& customs) const
    {
        return static_cast<Minute>(std::ceil(before + behind)) + queue(customs);
    }
    /// For one who leaves at a minute; who comes before it opens stands in the queue then.
    [[nodiscard]] Minute leaving_at(Minute minute, const Customs& customs) const
    {
        if (crossing == nullptr) {
            return minutes(customs);
        }
        const Minute there = minute + static_cast<Minute>(std::ceil(before));
        for (const Interval& open : crossing->open) {
            if (open.end > there) {
                return std::max(there, open.begin) - minute + queue(customs) +
                       static_cast<Minute>(std::ceil(behind));
            }
        }
        return Journey::unreachable;
    }
};

bool is_always_open(const CrossingFacts& crossing, Minute horizon)
{
    return outside({0, horizon}, crossing.open) == 0;
}

Minute city_minutes(geo::LonLat from, geo::LonLat to, const Customs& customs)
{
    const double km = geo::distance_m(from, to) / 1000 * city_detour;
    return std::max(customs.city_least_min,
                    static_cast<Minute>(std::ceil(km / customs.city_speed_kmh * 60)));
}

Journey fastest(const std::vector<Candidate>& candidates, const Customs& customs, Minute horizon)
{
    Journey journey;
    journey.minutes = Journey::unreachable;
    const auto best = std::min_element(candidates.begin(), candidates.end(),
                                       [&](const Candidate& a, const Candidate& b) {
                                           return a.minutes(customs) < b.minutes(customs);
                                       });
    if (best == candidates.end()) {
        return journey;
    }
    journey.mode = TravelMode::road;
    journey.minutes = best->minutes(customs);
    if (best->crossing == nullptr) {
        return journey;
    }
    journey.crossing = best->crossing->id;
    journey.queue_p50 = best->crossing->queue_p50;
    journey.queue_p90 = best->crossing->queue_p90;
    journey.is_queue_assumed = best->crossing->is_assumed;
    if (is_always_open(*best->crossing, horizon)) {
        return journey;
    }
    for (Minute minute = 0; minute < horizon; minute += TravelTable::step) {
        Minute least = Journey::unreachable;
        for (const Candidate& each : candidates) {
            least = std::min(least, each.leaving_at(minute, customs));
        }
        journey.by_departure.push_back(least);
    }
    return journey;
}

/// Over the ground, from each venue to each other one.
class Ground {
public:
    Ground(const RoadRouter& router, const TravelFacts& facts, const Customs& customs)
    : m_facts(facts), m_customs(customs)
    {
        for (const TravelPlace& place : facts.places) {
            m_at.push_back(place.at.value_or(geo::LonLat{}));
        }
        m_domestic = router.find_drives(m_at, "");
        std::transform(
            facts.crossings.begin(), facts.crossings.end(), std::back_inserter(m_abroad),
            [&](const CrossingFacts& crossing) { return router.find_drives(m_at, crossing.id); });
    }

    [[nodiscard]] Journey journey(Index from, Index to) const
    {
        const auto a = static_cast<std::size_t>(from);
        const auto b = static_cast<std::size_t>(to);
        const TravelPlace& one = m_facts.places[a];
        const TravelPlace& other = m_facts.places[b];
        const bool is_known = one.at && other.at;
        if (from == to) {
            return {};
        }
        if (one.city == other.city && one.city != none) {
            Journey within;
            within.mode = TravelMode::city;
            within.minutes =
                is_known ? city_minutes(*one.at, *other.at, m_customs) : m_customs.city_least_min;
            return within;
        }
        if (!is_known) {
            return {}; // which compile_travel() tells
        }
        return fastest(candidates(a * m_at.size() + b), m_customs, m_facts.horizon);
    }

private:
    [[nodiscard]] std::vector<Candidate> candidates(std::size_t pair) const
    {
        std::vector<Candidate> all;
        const Drive& domestic = m_domestic[pair];
        // From the one door to the road, and from the road to the other door.
        const auto access = [&](const Drive& drive) {
            return std::max<double>(m_customs.city_least_min,
                                    drive.access_km / m_customs.city_speed_kmh * 60);
        };
        if (std::isfinite(domestic.minutes)) {
            all.push_back({nullptr, domestic.minutes + access(domestic), 0});
        }
        for (std::size_t i = 0; i < m_abroad.size(); ++i) {
            const Drive& drive = m_abroad[i][pair];
            // A way that is not shorter with the crossing open does not lead through it.
            const bool crosses = std::isfinite(drive.minutes) &&
                                 !(drive.minutes > domestic.minutes - 0.5) &&
                                 !m_facts.crossings[i].open.empty();
            if (crosses) {
                all.push_back({&m_facts.crossings[i], drive.minutes_to_crossing + access(drive) / 2,
                               drive.minutes - drive.minutes_to_crossing + access(drive) / 2});
            }
        }
        return all;
    }

    const TravelFacts& m_facts;
    const Customs& m_customs;
    std::vector<geo::LonLat> m_at;
    std::vector<Drive> m_domestic;
    std::vector<std::vector<Drive>> m_abroad; ///< (crossings)
};

/// By way of a flight, with what it takes to and from the airports.
void add_flight(TravelTable& table, const StatedWay& flight, const Customs& customs)
{
    const TravelTable ground = table;
    for (Index from = 0; from < table.size(); ++from) {
        for (Index to = 0; to < table.size(); ++to) {
            const Minute there = ground.usual(from, flight.from);
            const Minute onwards = ground.usual(flight.to, to);
            const Minute all = there + customs.check_in_min + flight.minutes + onwards;
            if (from != to && all < ground.usual(from, to)) {
                Journey journey;
                journey.mode = TravelMode::air;
                journey.minutes = all;
                table.set(from, to, std::move(journey));
            }
        }
    }
}

} // namespace

TravelTable make_travel(const RoadRouter& router, const TravelFacts& facts, const Customs& customs)
{
    const auto count = static_cast<Index>(facts.places.size());
    TravelTable table(count);
    const Ground ground(router, facts, customs);
    for (Index from = 0; from < count; ++from) {
        for (Index to = 0; to < count; ++to) {
            table.set(from, to, ground.journey(from, to));
        }
    }
    for (const StatedWay& way : facts.ways) {
        if (way.is_flight) {
            add_flight(table, way, customs);
        }
    }
    for (const StatedWay& way : facts.ways) {
        if (!way.is_flight) {
            Journey journey = table.journey(way.from, way.to);
            journey.minutes = way.minutes;
            journey.by_departure.clear();
            table.set(way.from, way.to, std::move(journey));
        }
    }
    return table;
}

} // namespace dostyk::schedule
