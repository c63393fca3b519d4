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
    Slots(const Slots&) = delete; // its days refer to its own lists
    Slots& operator=(const Slots&) = delete;

    struct AtVenue {
        Index venue = none;
        std::vector<Minute> starts; ///< Sorted, on the grid; never empty.
    };
    /// By venue; empty for a session that nothing fits.
    [[nodiscard]] const std::vector<AtVenue>& of(Index session) const
    {
        return m_slots[static_cast<std::size_t>(session)];
    }
    /// A venue at which a session could begin on a day.
    struct VenueDay {
        Index venue = none;
        Index day = 0;
    };
    /// Those of one day and one city.
    struct CityDay {
        Index day = 0;
        Index city = none;
        std::span<const VenueDay> venues; ///< Never empty
    };
    /// By day and city; empty for a session that nothing fits.
    [[nodiscard]] std::span<const CityDay> city_days(Index session) const
    {
        const auto self = static_cast<std::size_t>(session);
        return std::span(m_city_days)
            .subspan(m_first_city_days[self],
                     m_first_city_days[self + 1] - m_first_city_days[self]);
    }
    /// A venue on a day; nullptr where the session could not begin there then.
    [[nodiscard]] const VenueDay* find(Index session, Index venue, Index day) const;
    /// When it could begin at a venue, sorted; empty where it cannot be held there.
    [[nodiscard]] std::span<const Minute> starts(Index session, Index venue) const;
    [[nodiscard]] bool has(Index session, const Placement& placement) const;

    [[nodiscard]] const DayGrid& grid(Index day) const
    {
        return m_grids[static_cast<std::size_t>(day)];
    }
    /// When a session could begin there, as bits of the day's grid.
    ///
    /// \param at  One of city_days()
    [[nodiscard]] std::span<const StartWord> bits(const VenueDay& at) const
    {
        const auto place = static_cast<std::size_t>(&at - m_venue_days.data());
        return std::span(m_bits).subspan(place * m_words, m_words);
    }

private:
    void find_starts(const Problem& problem);
    /// The grid of a day goes from the first start that any session has on it to the last: that of
    /// working hours is one word, that of a whole day two.
    void make_grids(const Calendar& calendar, Minute grain);
    void list_days(const Problem& problem);
    void add_bits(std::span<const Minute> starts, Index day, Interval whole);

    std::size_t m_words = 0;                    ///< Of a day
    std::vector<std::vector<AtVenue>> m_slots;  ///< (sessions)
    std::vector<DayGrid> m_grids;               ///< (days)
    std::vector<VenueDay> m_venue_days;         ///< Of all sessions, by session, day and city
    std::vector<CityDay> m_city_days;           ///< The same
    std::vector<std::size_t> m_first_city_days; ///< (sessions + 1)
    std::vector<StartWord> m_bits;              ///< (venue days x words)
};

} // namespace dostyk::schedule
