#include "schedule/earliest_arrival.hpp"

#include <algorithm>
#include <limits>

namespace dostyk::schedule {

EarliestArrival::EarliestArrival(const TravelTable& travel) : m_travel(&travel)
{
    const Index size = travel.size();
    m_least.resize(static_cast<std::size_t>(size) * static_cast<std::size_t>(size));
    m_later.resize(m_least.size());
    for (Index from = 0; from < size; ++from) {
        for (Index to = 0; to < size; ++to) {
            m_least[at(from, to)] = travel.usual(from, to);
        }
    }
    // Floyd (1962).
    for (Index by = 0; by < size; ++by) {
        for (Index from = 0; from < size; ++from) {
            for (Index to = 0; to < size; ++to) {
                Minute& least = m_least[at(from, to)];
                least = std::min(least, m_least[at(from, by)] + m_least[at(by, to)]);
            }
        }
    }
}

const std::vector<Minute>& EarliestArrival::table_of(Index from, Index to) const
{
    const std::vector<Minute>& by_departure = m_travel->journey(from, to).by_departure;
    std::vector<Minute>& later = m_later[at(from, to)];
    if (later.empty() && !by_departure.empty() && is_direct(from, to)) {
        later.resize(by_departure.size());
        Minute best = std::numeric_limits<Minute>::max();
        for (std::size_t i = by_departure.size(); i-- > 0;) {
            later[i] = best;
            const auto leaves = static_cast<Minute>(i) * TravelTable::step;
            best = std::min(best, leaves + by_departure[i]);
        }
    }
    return later;
}

Minute EarliestArrival::arrival(Index from, Index to, Minute leaves) const
{
    const std::vector<Minute>& later = table_of(from, to);
    if (later.empty()) {
        return leaves + least(from, to);
    }
    const auto last = static_cast<Minute>(later.size()) - 1;
    const auto step = std::clamp(leaves / TravelTable::step, 0, last);
    return std::min(leaves + m_travel->leaving_at(from, to, leaves),
                    later[static_cast<std::size_t>(step)]);
}

Minute EarliestArrival::departure(Index from, Index to, Minute arrives) const
{
    if (table_of(from, to).empty()) {
        return arrives - least(from, to);
    }
    // arrival() never falls, so that the last minute that is early enough is found by halving.
    constexpr Minute longest_wait = 8 * 24 * 60;
    Minute early = arrives - longest_wait;
    Minute late = arrives - least(from, to) + 1;
    if (arrival(from, to, early) > arrives) {
        return arrives - Journey::unreachable;
    }
    while (late - early > 1) {
        const Minute middle = early + (late - early) / 2;
        (arrival(from, to, middle) <= arrives ? early : late) = middle;
    }
    return early;
}

} // namespace dostyk::schedule
