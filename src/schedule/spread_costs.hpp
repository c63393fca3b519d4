/// \file
/// What it costs that attendees are apart in a sum over their days, and how a move changes it.

#pragma once

#include "schedule/constraints/spread_constraint.hpp"
#include "schedule/score.hpp"

#include <span>
#include <vector>

namespace dostyk::schedule {

class SpreadCosts {
public:
    /// The problem must outlive it.
    explicit SpreadCosts(const Problem& problem) : m_problem(&problem) {}

    /// \return  What the constraint costs as the plan is.
    Score add(const SpreadConstraint& constraint, const Plan& plan);

    /// Whose day a move changes: all since the last forget().
    void touch(Index attendee, Index day);
    void forget() { m_touched.clear(); }

    /// By how much the cost shrinks at most if the days that were touched change: nothing where
    /// nobody of them is an extreme one.
    [[nodiscard]] Score most_saved() const;
    /// By how much it has changed.
    [[nodiscard]] Score change(const Plan& plan);
    /// Take what change() has counted last as what is.
    void keep();

private:
    struct Day {
        Index attendee = none;
        Index day = 0;

        friend bool operator==(const Day&, const Day&) = default;
    };
    struct Spread {
        const SpreadConstraint* constraint = nullptr;
        std::vector<Tally> days;      ///< (attendees x days)
        std::vector<Tally> sums;      ///< (attendees)
        std::vector<bool> is_extreme; ///< (attendees) has the most or the least of something.
        Score cost;
        std::vector<Tally> next_days; ///< (touched)
        std::vector<Tally> next_sums; ///< (attendees)
        Score next_cost;
    };

    void take_sums(Spread& spread);
    [[nodiscard]] std::size_t place(Day day) const;

    const Problem* m_problem;
    std::vector<Spread> m_spreads;
    std::vector<Day> m_touched;
};

} // namespace dostyk::schedule
