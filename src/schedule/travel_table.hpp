/// \file
/// How long it takes from each venue to each other one, border crossings included.

#pragma once

#include "schedule/interval.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dostyk::schedule {

enum class TravelMode { stay, city, road, air };

/// The way that is taken from one venue to another.
struct Journey {
    static constexpr Minute unreachable = 1'000'000;

    TravelMode mode = TravelMode::stay;
    Minute minutes = 0;   ///< Door to door, the queue included, at any hour.
    Minute queue_p50 = 0; ///< The queue that half wait at most; in `minutes` unless p90 is planned.
    Minute queue_p90 = 0;
    bool is_assumed = false; ///< The queue, or the length of a road, is nobody's statement.
    std::string crossing;    ///< Id; empty within a country.
    double road_km = 0;
    /// Minutes by the quarter of an hour in which one leaves, the wait for a closed crossing
    /// included; empty where it is always the same.
    std::vector<Minute> by_departure;
};

/// (venues, venues), asymmetric.
class TravelTable {
public:
    static constexpr Minute step = 15; ///< Of by_departure [min]

    TravelTable() = default;
    explicit TravelTable(Index venues);

    [[nodiscard]] const Journey& journey(Index from, Index to) const
    {
        return m_journeys[at(from, to)];
    }
    void set(Index from, Index to, Journey journey);

    /// Whenever one leaves, if every crossing were open. [min]
    [[nodiscard]] Minute usual(Index from, Index to) const noexcept
    {
        return m_usual[at(from, to)];
    }
    /// For one who leaves at a minute, with the wait until a crossing opens. [min]
    [[nodiscard]] Minute leaving_at(Index from, Index to, Minute minute) const noexcept;
    [[nodiscard]] Index size() const noexcept { return m_size; }

private:
    [[nodiscard]] std::size_t at(Index from, Index to) const noexcept
    {
        return static_cast<std::size_t>(from) * static_cast<std::size_t>(m_size) +
               static_cast<std::size_t>(to);
    }

    Index m_size = 0;
    std::vector<Minute> m_usual; ///< Beside the journeys: what a solver looks up all the time.
    std::vector<Journey> m_journeys;
};

} // namespace dostyk::schedule
