/// \file
/// Where each session could be held, looked at by itself.

#pragma once

#include "schedule/problem.hpp"
#include "schedule/search/start_set.hpp"

#include <span>
#include <vector>

namespace dostyk::schedule {

/// For each session the venues that fit it, with seats enough where that must hold, and when it
/// could begin at each: within its windows, the hours of the day and of the venue, while all who
/// are required are there.
class Slots {
public:
    explicit Slots(const Problem& problem);

    struct AtVenue {
        Index venue = none;
        std::vector<Minute> starts; ///< Sorted, on the grid; never empty.
    };
    /// By venue; empty for a session that nothing fits.
    [[nodiscard]] const std::vector<AtVenue>& of(Index session) const
    {
        return m_slots[static_cast<std::size_t>(session)];
    }
    /// The venues of a city at which a session could begin on a day.
    struct CityDay {
        Index day = 0;
        Index city = none;
        std::vector<Index> venues; ///< Never empty
    };
    /// By day and city; empty for a session that nothing fits.
    [[nodiscard]] const std::vector<CityDay>& city_days(Index session) const
    {
        return m_city_days[static_cast<std::size_t>(session)];
    }
    /// When it could begin at a venue, sorted; empty where it cannot be held there.
    [[nodiscard]] std::span<const Minute> starts(Index session, Index venue) const;
    [[nodiscard]] bool has(Index session, const Placement& placement) const;

    [[nodiscard]] const DayGrid& grid(Index day) const
    {
        return m_grids[static_cast<std::size_t>(day)];
    }
    /// When a session could begin at a venue on a day, as bits of its grid, from its midnight to
    /// the next; empty where it cannot be held there at all.
    [[nodiscard]] std::span<const StartWord> bits(Index session, Index venue, Index day) const;

private:
    [[nodiscard]] Index place_of(Index session, Index venue) const
    {
        return m_places[static_cast<std::size_t>(session) * m_venues +
                        static_cast<std::size_t>(venue)];
    }
    void add_city_days(const Problem& problem, std::size_t session);
    void add_bits(const std::vector<Minute>& starts, const Calendar& calendar);

    std::size_t m_venues;
    std::size_t m_words = 0;                       ///< Of a day
    std::vector<std::vector<AtVenue>> m_slots;     ///< (sessions)
    std::vector<std::vector<CityDay>> m_city_days; ///< (sessions)
    std::vector<Index> m_places;   ///< (sessions x venues) in m_bits, none = not at all
    std::vector<DayGrid> m_grids;  ///< (days)
    std::vector<StartWord> m_bits; ///< (places x days x words)
};

} // namespace dostyk::schedule
