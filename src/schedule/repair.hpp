/// \file
/// A plan made sound again after something has changed, with as few sessions moved as can be.

#pragma once

#include "schedule/breaks.hpp"
#include "schedule/sat/solver.hpp"
#include "schedule/scorer.hpp"

#include <vector>

namespace dostyk::schedule {

enum class RepairEnd {
    found,
    impossible, ///< Proved: there is no such plan.
    gave_up,    ///< None was found within the limits.
};

struct Repair {
    RepairEnd end = RepairEnd::gave_up;
    std::vector<Shift> moves; ///< By session; of sessions that had no place, too.
    bool is_least = false;    ///< Proved: no plan moves fewer sessions.
    /// So many have to move for what is broken by itself, if they could go anywhere.
    int forced = 0;
    std::vector<Index> looked_at; ///< Sessions that were let move, sorted
};

struct RepairRequest {
    /// What the plan broke before the change, which nobody asks to mend.
    BreakAmounts allowed;
    sat::Limits limits;
    /// Of the time until the deadline, this share goes to the proof that no fewer moves do.
    double proof_share = 0.25;
};

/// Find a plan that breaks no hard rule more than allowed.
///
/// Where something was broken before, nothing is proved: that there is no plan, or that none moves
/// fewer sessions, is then not said. Sessions without a place stay so where they are allowed to
/// (H01); the others get one. Of the placements of the sessions that move those with little soft
/// cost are taken. The result is judged by the catalogue of rules, whatever the model says.
[[nodiscard]] Repair repair(const Problem& problem, const Plan& plan, const RepairRequest& request);

} // namespace dostyk::schedule
