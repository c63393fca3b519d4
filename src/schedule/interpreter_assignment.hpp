/// \file
/// Interpreters for all sessions of a plan: as many pairs covered as can be, and why not more.

#pragma once

#include "schedule/infeasibility.hpp"
#include "schedule/interpreter_model.hpp"
#include "schedule/plan_check.hpp"

#include <optional>
#include <span>
#include <vector>

namespace dostyk::schedule {

/// Other interpreters for a session.
struct InterpreterChange {
    Index session = none;
    std::vector<Index> added;   ///< Sorted
    std::vector<Index> removed; ///< Sorted

    friend bool operator==(const InterpreterChange&, const InterpreterChange&) = default;
};

struct InterpreterAssignment {
    InterpreterLists named;
    std::vector<InterpreterChange> changes; ///< By the beginning of the session
    std::vector<SpeechNeed> uncovered;      ///< By `named`
    /// One after another until all that is uncovered is explained: each names needs that cannot
    /// all be covered, and what stands in the way.
    std::vector<Contradiction> shortages;
    bool is_least =
        false; ///< No assignment leaves fewer places empty, and none of those changes less.
    bool is_proved = false; ///< Every need that is uncovered is one of a shortage.
};

/// Name interpreters for the sessions of a plan whose placements stay.
///
/// First as many needs as possible are covered, then as few places in booths as possible stay
/// empty, then as few people as possible are named or taken off; what is left open is shared out
/// evenly, as far as that is found within a second. Who is named breaks no hard rule that is about
/// one attendee (H02, H03, H07, H13's turns, H15, H16, H19). Sessions that say no languages, or
/// wait to be scheduled, keep whom they have.
///
/// \param absent  Interpreters who are not there: without_interpreters() is what is planned, and
/// what
///                the shortages are about.
/// \return        Nothing where the limits were reached before any assignment was found.
[[nodiscard]] std::optional<InterpreterAssignment>
assign_interpreters(const Problem& problem, const Plan& plan, std::span<const Index> absent,
                    const sat::Limits& limits);

/// What check_plan() finds in an assignment and not in the plan as it is; empty for one that may be
/// offered. That the pool is too small where it leaves a need uncovered is left out.
[[nodiscard]] std::vector<Breach> breaches_of(const Problem& problem, const Plan& plan,
                                              const InterpreterAssignment& assignment);

} // namespace dostyk::schedule
