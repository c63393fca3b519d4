/// \file
/// Whether agents can keep to a plan of their meetings, found without any solver.

#pragma once

#include "schedule/csplib046.hpp"

#include <optional>
#include <span>
#include <utility>

namespace dostyk::schedule {

struct MeetingSlotsCheck {
    bool is_sound = false;
    std::optional<std::pair<int, int>> too_close; ///< Meetings of one agent, where there are such
    int slots = 0;                                ///< That the plan uses, counted from the first
};

/// Two meetings of an agent have to lie 1 + their distance apart, in either order.
///
/// \param slots  (meetings) from 0
[[nodiscard]] MeetingSlotsCheck check_meeting_slots(const MeetingInstance& instance,
                                                    std::span<const int> slots);

} // namespace dostyk::schedule
