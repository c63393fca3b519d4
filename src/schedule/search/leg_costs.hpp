/// \file
/// What ways and waits a session would bring to those who attend it.

#pragma once

#include "schedule/scorer.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace dostyk::schedule {

/// A quick look at what a placement would cost, by the rules that cost most in good plans: the way
/// (S04) and the wait (S01, S02) to what each of those who are required has before it and after
/// it. All else is left to the scorer.
class LegCosts {
public:
    explicit LegCosts(const Problem& problem);

    /// From now on costs are those of a session. It must not change, nor the plan, before the next
    /// look.
    ///
    /// \param elsewhere  Sessions that are looked at as if they had been moved already.
    void look(const Plan& plan, Index session, std::span<const Shift> elsewhere);

    /// What soft cost it adds to be held there, and not nowhere; negative where it shortens a wait.
    ///
    /// \param day      On which it then begins.
    /// \param without  A session of that day that is looked at as if it were nowhere.
    [[nodiscard]] std::int64_t cost(const Placement& to, Index day, Index without = none);

private:
    /// What an attendee has on the day, or last before it, or first after it.
    struct Stop {
        Index session = none;
        Interval time;
        Index venue = none;
        bool is_that_day = true;
    };
    using Row = std::vector<Stop>; ///< By their beginning

    [[nodiscard]] Stop stop_at(Index session) const;
    void fill(Row& row, Index attendee, Index day) const;
    [[nodiscard]] std::span<const Row> rows(Index day);
    [[nodiscard]] std::int64_t leg(const Stop& from, const Stop& to) const;

    const Problem* m_problem;
    std::size_t m_venues;
    std::vector<std::int64_t> m_ways;  ///< (venues x venues)
    std::vector<std::int64_t> m_waits; ///< By what is left of a gap beside the way [min]

    const Plan* m_plan = nullptr;
    Index m_session = none;
    std::span<const Shift> m_elsewhere;
    std::vector<Row> m_rows;     ///< (days x required)
    std::vector<bool> m_is_full; ///< (days) whether its rows are those of this look
};

} // namespace dostyk::schedule
