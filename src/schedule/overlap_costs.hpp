/// \file
/// What sessions that overlap cost, and how a move changes it.

#pragma once

#include "schedule/constraints/overlap_constraint.hpp"
#include "schedule/score.hpp"

#include <array>
#include <span>
#include <vector>

namespace dostyk::schedule {

class OverlapCosts {
public:
    /// The problem must outlive it.
    explicit OverlapCosts(const Problem& problem);

    void add(const OverlapConstraint& constraint);

    /// Which sessions have been moved.
    ///
    /// \param before  Where they were; of a session that is there twice, the first counts.
    void look(const Plan& plan, std::span<const Shift> before);
    /// What these sessions cost where they were.
    [[nodiscard]] Score cost_before(const Plan& plan) { return cost(plan, &Moved::before); }
    /// What they cost where they are.
    [[nodiscard]] Score cost_after(const Plan& plan) { return cost(plan, &Moved::after); }

private:
    /// A session that was moved, with both its places.
    struct Moved {
        Index session = none;
        Placement before;
        Placement after;
    };

    /// From one to another, both included.
    struct Days {
        Index first = 0;
        Index last = 0;
    };

    [[nodiscard]] Score cost(const Plan& plan, Placement Moved::*when);
    [[nodiscard]] Score cost_of(const Plan& plan, std::size_t moved, Placement Moved::*when);
    void find_others(const Plan& plan, Index lane, std::size_t moved, Placement Moved::*when,
                     Interval time, Days days);

    const Problem* m_problem;
    Minute m_longest = 0; ///< Of all sessions
    std::array<std::vector<const OverlapConstraint*>, lane_kind_count> m_constraints;
    std::vector<Moved> m_moved;
    std::vector<Beside> m_others;
};

} // namespace dostyk::schedule
