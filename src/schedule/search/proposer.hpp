/// \file
/// What a walk draws its moves with.

#pragma once

#include "schedule/dice.hpp"
#include "schedule/search/move.hpp"

#include <cstdint>
#include <vector>

namespace dostyk::schedule {

/// A change of a plan that is worth a count.
struct Proposal {
    std::vector<Shift> shifts;
    /// By how much the plan may then cost more: what Metropolis would take, drawn before it is
    /// counted, so that the count can stop early.
    std::int64_t allowance = 0;
};

/// What draws depend on beside the plan.
struct Outlook {
    double heat = 1;             ///< What a move may make worse, on average
    bool is_broken = false;      ///< Hard rules are broken.
    std::vector<Index> troubled; ///< Movable sessions that broke them when it was last looked up
};

/// Draws moves for a plan, with dice of its own. What it is given must outlive it.
class Proposer {
public:
    /// \param movable  Not empty when it draws
    Proposer(const Problem& problem, const Plan& plan, const Slots& slots, const Movable& movable,
             std::uint64_t seed);
    Proposer(const Proposer&) = delete; // its room refers to what it was given
    Proposer& operator=(const Proposer&) = delete;

    /// To be called when the heat of the outlook has changed.
    void warm(double heat) { m_room.weights.warm(heat); }
    /// Try to draw a move.
    ///
    /// \returns false where nothing was drawn that is worth a count; `proposal` then is anything.
    bool draw(const Outlook& outlook, Proposal& proposal);

    [[nodiscard]] MoveContext context() { return {m_problem, m_plan, m_slots, m_movable, m_room}; }
    [[nodiscard]] Dice& dice() noexcept { return m_dice; }

private:
    const Problem& m_problem;
    const Plan& m_plan;
    const Slots& m_slots;
    const Movable& m_movable;
    Dice m_dice;
    MoveRoom m_room;
};

} // namespace dostyk::schedule
