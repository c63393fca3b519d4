#include "schedule/travel.hpp"

#include "schedule/ground.hpp"

#include <algorithm>

namespace dostyk::schedule {

namespace {

bool is_always_open(const CrossingFacts& crossing, Minute horizon)
{
    return outside({0, horizon}, crossing.open) == 0;
}

/// For one who leaves at a minute, whichever way is the soonest. [min]
Minute soonest(const Ground& ground, const std::vector<GroundWay>& ways, Minute leaving)
{
    Minute least = Journey::unreachable;
    for (const GroundWay& way : ways) {
        if (const auto times = ground.times(way, leaving)) {
            least = std::min(least, begun_minutes(times->arriving - leaving));
        }
    }
    return least;
}

Journey fastest(const Ground& ground, const std::vector<GroundWay>& ways, const TravelFacts& facts)
{
    Journey journey;
    journey.minutes = Journey::unreachable;
    const auto best =
        std::min_element(ways.begin(), ways.end(), [&](const GroundWay& a, const GroundWay& b) {
            return ground.minutes(a) < ground.minutes(b);
        });
    if (best == ways.end()) {
        return journey;
    }
    journey.mode = TravelMode::road;
    journey.minutes = begun_minutes(ground.minutes(*best));
    if (best->crossing == none) {
        return journey;
    }
    const CrossingFacts& crossing = facts.crossings[static_cast<std::size_t>(best->crossing)];
    journey.crossing = crossing.id;
    journey.queue_p50 = crossing.queue_p50;
    journey.queue_p90 = crossing.queue_p90;
    journey.is_queue_assumed = crossing.is_assumed;
    if (is_always_open(crossing, facts.horizon)) {
        return journey;
    }
    for (Minute minute = 0; minute < facts.horizon; minute += TravelTable::step) {
        journey.by_departure.push_back(soonest(ground, ways, minute));
    }
    return journey;
}

Journey journey_over(const Ground& ground, const TravelFacts& facts, Index from, Index to)
{
    const auto is_known = [&](Index venue) {
        return facts.places[static_cast<std::size_t>(venue)].at.has_value();
    };
    Journey journey;
    if (from == to) {
        return journey;
    }
    if (ground.is_within_city(from, to)) {
        journey.mode = TravelMode::city;
        journey.minutes = ground.city_minutes(from, to);
        return journey;
    }
    // Where nobody says where a venue is, compile_travel() tells.
    return is_known(from) && is_known(to) ? fastest(ground, ground.ways(from, to), facts) : journey;
}

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
            table.set(from, to, journey_over(ground, facts, from, to));
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
