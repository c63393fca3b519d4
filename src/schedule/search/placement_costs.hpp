/// \file
/// What a placement of a session would cost, at a quick look.

#pragma once

#include "schedule/search/timetables.hpp"

#include <cstdint>
#include <vector>

namespace dostyk::schedule {

/// What a placement costs by the rules that cost most in good plans: those that ask about the
/// session alone (S05, S07, S08), and those about the days of who is required (S01, S02, S04, S06,
/// S09, S19). What breaks the day of one of them (H15, H16) is refused. All else is left to the
/// scorer.
class PlacementCosts {
public:
    /// What is added for each of those who are required whose day is then too much for them, has no
    /// time for a meal, or begins or ends too near to the night: far more than wishes weigh.
    static constexpr std::int64_t refused = 100'000;

    explicit PlacementCosts(const Problem& problem);

    /// What soft cost it adds to hold a session there, and not nowhere; negative where it shortens
    /// a wait.
    ///
    /// \param day      On which it then begins.
    /// \param without  A session of that day that is looked at as if it were nowhere.
    [[nodiscard]] std::int64_t cost(const Timetables& timetables, const Placement& to, Index day,
                                    Index without = none) const;

private:
    /// Costs by minutes, up to those of a day.
    using ByMinutes = std::vector<std::int64_t>;

    [[nodiscard]] static std::size_t capped(Minute minutes) noexcept;
    [[nodiscard]] std::size_t pair(Index from, Index to) const
    {
        return static_cast<std::size_t>(from) * m_venues + static_cast<std::size_t>(to);
    }
    /// A day of an attendee, as far as it has been gone through.
    struct Passed {
        int sessions = 0;
        int city_changes = 0;
        Index city = none;
        Minute load = 0;
        Minute free_from = 0; ///< For a meal
        Minute longest = 0;   ///< That was free for one
    };

    [[nodiscard]] Minute clock(const Stop& stop) const
    {
        return m_clocks[static_cast<std::size_t>(stop.venue) * m_days +
                        static_cast<std::size_t>(stop.day)];
    }
    [[nodiscard]] std::int64_t leg(const Stop& from, const Stop& to) const;
    [[nodiscard]] std::int64_t of_session(const Stop& self) const;
    /// \param first, last  The places of their row that are of the day: to before the last.
    [[nodiscard]] std::int64_t of_attendee(const Attendee& attendee, std::span<const Stop> row,
                                           std::size_t first, std::size_t last, const Stop& self,
                                           Index without) const;
    /// \param shift  What the clock is ahead on which the hours of the meal are.
    void pass(Passed& day, const Stop& stop, Minute shift) const;
    [[nodiscard]] bool is_too_much(const Attendee& attendee, const Passed& day, Minute shift) const;

    const Problem* m_problem;
    std::size_t m_venues;
    std::size_t m_days;
    std::vector<std::int64_t> m_ways;    ///< (venues x venues)
    std::vector<std::int64_t> m_changes; ///< (venues x venues) the same within a day
    ByMinutes m_stays;                   ///< What follows without a way, by the slack between
    ByMinutes m_travels;                 ///< What follows after a way, by the slack beside it
    ByMinutes m_spares;                  ///< A day, by what of it is no session
    ByMinutes m_hours; ///< A session, by what of it is outside of the preferred hours
    std::vector<std::int64_t> m_fits; ///< (sessions x venues) whatever the time
    std::vector<Minute> m_clocks;     ///< (venues x days) at the minute 0
    std::vector<char> m_is_meal;      ///< (sessions) 0 or 1
    Minute m_rest = 0;                ///< That a night has at least
    Minute m_meal = 0;                ///< That is free at least within the hours of the meal
    bool m_is_rest_hard = false;      ///< Rest, meals, load
    bool m_are_limits_hard = false;   ///< Sessions and city changes in a day
    std::int64_t m_late = 0;          ///< What a session outside of the times it wishes
};

} // namespace dostyk::schedule
