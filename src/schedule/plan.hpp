/// \file
/// A plan: where and when each session is held, with the timetable of every lane.

#pragma once

#include "schedule/problem.hpp"

#include <span>
#include <vector>

namespace dostyk::schedule {

/// A session where it is held.
struct Held {
    Interval time;
    Index venue = none;
    Index city = none;
    Index day = 0; ///< On which it begins.
};

class Plan {
public:
    /// Nothing is placed. The problem must outlive the plan.
    explicit Plan(const Problem& problem);
    /// \param placements  (sessions)
    Plan(const Problem& problem, const std::vector<Placement>& placements);

    [[nodiscard]] const Placement& operator[](Index session) const
    {
        return m_placements[static_cast<std::size_t>(session)];
    }
    [[nodiscard]] const std::vector<Placement>& placements() const noexcept { return m_placements; }
    /// \pre the session is placed.
    [[nodiscard]] const Held& held(Index session) const
    {
        return m_held[static_cast<std::size_t>(session)];
    }
    /// \pre the session is placed.
    [[nodiscard]] Interval interval(Index session) const { return held(session).time; }
    [[nodiscard]] Index venue(Index session) const { return held(session).venue; }
    [[nodiscard]] Index city(Index session) const { return held(session).city; }
    /// Minutes from one session's venue to another's, at any hour.
    [[nodiscard]] Minute travel(Index from, Index to) const
    {
        return m_problem->travel.usual(venue(from), venue(to));
    }

    /// Put a session somewhere else, or take it out. O(lanes of the session).
    void place(Index session, Placement placement);

    /// The sessions of a lane that begin on a day, by their beginning.
    [[nodiscard]] std::span<const Index> row(Index lane, Index day) const
    {
        return m_rows[static_cast<std::size_t>(lane) * m_days + static_cast<std::size_t>(day)];
    }
    /// The row of the day before: what it holds may reach over midnight. Empty for the first day.
    [[nodiscard]] std::span<const Index> row_before(Index lane, Index day) const
    {
        return day > 0 ? row(lane, day - 1) : std::span<const Index>();
    }
    /// The first session of the lane on a later day; none where there is none.
    [[nodiscard]] Index first_after(Index lane, Index day) const;

private:
    void insert(Index lane, Index day, Index session);
    void erase(Index lane, Index day, Index session);

    const Problem* m_problem;
    std::size_t m_days;
    std::vector<Placement> m_placements;
    std::vector<Held> m_held; ///< (sessions) beside the placements: what is looked up all the time
    std::vector<std::vector<Index>> m_rows; ///< (lanes x days)
};

} // namespace dostyk::schedule
