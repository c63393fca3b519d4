#include "schedule/meeting_slots_check.hpp"

#include <algorithm>
#include <cstdlib>

namespace dostyk::schedule {

MeetingSlotsCheck check_meeting_slots(const MeetingInstance& instance, std::span<const int> slots)
{
    MeetingSlotsCheck check;
    const auto is_before_all = [](int slot) { return slot < 0; };
    if (slots.size() != instance.distance.size() ||
        std::any_of(slots.begin(), slots.end(), is_before_all)) {
        return check;
    }
    for (const std::vector<int>& own : instance.meetings_of) {
        for (const int one : own) {
            for (const int other : own) {
                const auto first = static_cast<std::size_t>(one);
                const auto second = static_cast<std::size_t>(other);
                const int apart = std::abs(slots[first] - slots[second]);
                if (one != other && apart < 1 + instance.distance[first][second]) {
                    check.too_close = {one, other};
                    return check;
                }
            }
        }
    }
    check.is_sound = true;
    check.slots = slots.empty() ? 0 : 1 + *std::max_element(slots.begin(), slots.end());
    return check;
}

} // namespace dostyk::schedule
