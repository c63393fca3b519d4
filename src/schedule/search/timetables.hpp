/// \file
/// What those who are required at a session have beside it.

#pragma once

#include "schedule/scorer.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace dostyk::schedule {

/// A session on the timetable of an attendee.
struct Stop {
    Index session = none;
    Interval time;
    Index venue = none;
    Index city = none;
    Index day = 0; ///< On which it begins.
};

/// The timetables of all who are required at a session, without it: copied once, since each search
/// for a place for it looks at them dozens of times.
class Timetables {
public:
    explicit Timetables(const Problem& problem);

    /// From now on the timetables are those of a session: until the next look, whatever becomes of
    /// the plan.
    ///
    /// \param elsewhere  Other sessions, each once, that are looked at as if they had been moved
    ///                   already. They must outlive the next calls.
    void look(const Plan& plan, Index session, std::span<const Shift> elsewhere);

    [[nodiscard]] Index session() const noexcept { return m_session; }
    [[nodiscard]] std::span<const Shift> elsewhere() const noexcept { return m_elsewhere; }
    /// How many attendees are required.
    [[nodiscard]] std::size_t count() const noexcept { return m_rows.size(); }
    /// All that an attendee has, by its beginning.
    ///
    /// \param attendee  Their place among the required.
    [[nodiscard]] std::span<const Stop> row(std::size_t attendee) const
    {
        return std::span(m_stops).subspan(m_rows[attendee].first, m_rows[attendee].count);
    }
    /// The place in an attendee's row of the first that begins on a day, or after it.
    [[nodiscard]] std::size_t first_of(std::size_t attendee, Index day) const
    {
        return m_firsts[attendee * m_days + static_cast<std::size_t>(day)];
    }
    /// The place after the last that begins on a day, or before it.
    [[nodiscard]] std::size_t end_of(std::size_t attendee, Index day) const
    {
        return static_cast<std::size_t>(day) + 1 < m_days ? first_of(attendee, day + 1)
                                                          : m_rows[attendee].count;
    }
    /// What begins on a day and somebody has, each session once.
    [[nodiscard]] std::span<const Stop> others(Index day) const
    {
        const auto& [first, count] = m_other_days[static_cast<std::size_t>(day)];
        return std::span(m_others).subspan(first, count);
    }
    /// True for the session itself, for those that are elsewhere, and for all that are in a row.
    [[nodiscard]] bool is_known(Index session) const { return mark(session) >= m_turn; }
    [[nodiscard]] bool is_in_a_row(Index session) const
    {
        return is_known(session) && (mark(session) & in_a_row) != 0;
    }
    [[nodiscard]] bool is_elsewhere(Index session) const
    {
        return is_known(session) && (mark(session) & moved) != 0;
    }

private:
    struct Range {
        std::size_t first = 0;
        std::size_t count = 0;
    };

    /// What is known of a session in this turn, which itself is a multiple of `turn`.
    static constexpr std::uint64_t in_a_row = 1;
    static constexpr std::uint64_t moved = 2;
    static constexpr std::uint64_t turn = 4;

    [[nodiscard]] std::uint64_t mark(Index session) const
    {
        return m_marks[static_cast<std::size_t>(session)];
    }
    void fill(const Plan& plan, Index attendee);
    void insert_elsewhere(Index attendee, std::size_t first_stop, std::size_t first_day);
    void collect_others();

    const Problem* m_problem;
    std::size_t m_days;
    Index m_session = none;
    std::span<const Shift> m_elsewhere;
    std::vector<Stop> m_stops;
    std::vector<Range> m_rows;          ///< (required) of m_stops
    std::vector<std::size_t> m_firsts;  ///< (required x days) in a row
    std::vector<Stop> m_others;         ///< By their day
    std::vector<Range> m_other_days;    ///< (days) of m_others
    std::vector<std::uint64_t> m_marks; ///< (sessions) the last turn in which it was known, and how
    std::uint64_t m_turn = turn;
};

} // namespace dostyk::schedule
