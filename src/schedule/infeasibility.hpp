/// \file
/// Why sessions cannot be held: facts that do not go together.

#pragma once

#include "schedule/fact.hpp"
#include "schedule/sat/solver.hpp"

#include <chrono>
#include <optional>
#include <span>
#include <vector>

namespace dostyk::schedule {

/// What people wait for a reason at most.
inline constexpr std::chrono::seconds time_for_reason{2};

/// Facts that contradict each other, whatever else is planned.
struct Contradiction {
    std::vector<Fact> facts; ///< Sorted; the sessions that they are about among them.
    bool is_minimal = true;  ///< Without any one of them there would be a plan.
    /// Whatever else is planned, they contradict each other; else another session may help them.
    bool is_proved = true;

    friend bool operator==(const Contradiction&, const Contradiction&) = default;
};

/// Look for a contradiction among the facts that are about some sessions, as if there were no
/// others: what a solver says to be in the way, less every fact without which it is still so.
///
/// The pool of vehicles and the fairness of B2B are left out of account.
///
/// \return Nothing where these sessions can be held, or where the limits were reached.
[[nodiscard]] std::optional<Contradiction> find_contradiction(const Problem& problem,
                                                              std::span<const Index> sessions,
                                                              const sat::Limits& limits);

/// The same for the first group of them that cannot be held: each session alone, then all those of
/// an attendee, the busiest first, at last all of them. A small group's reason is the shorter one.
[[nodiscard]] std::optional<Contradiction>
find_why(const Problem& problem, std::span<const Index> sessions, const sat::Limits& limits);

/// True where a contradiction leaves no plan at all that breaks no hard rule, for sessions that
/// begin on the grid, or where they are pinned. Said only where that is sure: not where a session
/// of `plan` begins beside the grid, nor where sessions may wait (H01) or lie at any hour (H08).
[[nodiscard]] bool rules_out_all(const Contradiction& why, const Problem& problem,
                                 const Plan& plan);

/// All sessions that are to be held.
[[nodiscard]] std::vector<Index> sessions_to_hold(const Problem& problem, const Plan& plan);

} // namespace dostyk::schedule
