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
    Minute minutes = 0;            ///< Door to door, the queue included, at any hour.
    std::string crossing;          ///< Id; empty within a country.
    Minute queue_p50 = 0;          ///< At the crossing: what half wait at most.
    Minute queue_p90 = 0;          ///< The same of nine of ten. One of the two is in `minutes`.
    bool is_queue_assumed = false; ///< Nobody states it.
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
