/// \file
/// The least number of slots in which agents can travel to all of their meetings.

#pragma once

#include "schedule/csplib046.hpp"
#include "schedule/sat/core_guided.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace dostyk::schedule {

struct MeetingSolution {
    sat::SearchResult search;             ///< Costs are numbers of slots.
    std::optional<bool> fits_given_slots; ///< Whether the instance's own number suffices
    std::vector<int> slots;               ///< (meetings) from 0; empty where none was found
};

/// Find the least number of slots, and a plan that keeps to it. Takes from milliseconds to as long
/// as the limits allow; call it from a job.
///
/// \param on_better  Called with each plan that needs fewer slots than those before.
[[nodiscard]] MeetingSolution
solve_meeting_slots(const MeetingInstance& instance, const sat::Limits& limits,
                    const std::function<void(const MeetingSolution&)>& on_better);

} // namespace dostyk::schedule
