/// \file
/// Whether a plan keeps to a forum's instance, found without any solver.

#pragma once

#include "schedule/b2b_instance.hpp"

#include <optional>
#include <span>
#include <vector>

namespace dostyk::schedule {

/// What a plan breaks first.
enum class B2bFault {
    sound,
    size,       ///< Not one slot for each meeting
    slot,       ///< No such slot, or not one of the meeting's
    person,     ///< Two meetings of a participant at once
    limit,      ///< More meetings of a participant than they may have
    tables,     ///< More meetings in a slot than tables
    part,       ///< A morning meeting in the afternoon, or the other way round
    forbidden,  ///< A participant meets in a slot that is forbidden to them
    fixed,      ///< A fixed meeting has moved
    precedence, ///< A meeting is not after one that has to come before it
    fairness,   ///< The breaks of two participants differ by more than is allowed
};

struct B2bCheck {
    B2bFault fault = B2bFault::sound;
    int meeting = -1; ///< That the fault is about, or -1
    int breaks = 0;   ///< Of all participants, where there is no fault
};

/// Go through everything that the instance asks for.
///
/// \param slots     (meetings) from 0; -1 = left out
/// \param fairness  Most that the breaks of two participants may differ by; nothing: any.
[[nodiscard]] B2bCheck check_b2b(const B2bInstance& instance, std::span<const int> slots,
                                 std::optional<int> fairness);

/// Breaks of each participant: times that they wait between two meetings. (participants)
[[nodiscard]] std::vector<int> compute_breaks(const B2bInstance& instance,
                                              std::span<const int> slots);

} // namespace dostyk::schedule
