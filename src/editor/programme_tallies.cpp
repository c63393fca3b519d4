#include "editor/programme_tallies.hpp"

#include <map>

namespace dostyk::editor {

std::vector<scene::ProgrammeTally> tallies_of(const PlannedMeeting& meeting)
{
    std::map<schedule::Index, int> counts;
    int placed = 0;
    for (const schedule::Placement& placement : meeting.plan().placements()) {
        if (placement.is_placed() && !placement.is_dropped) {
            ++counts[placement.venue];
            ++placed;
        }
    }
    std::vector<scene::ProgrammeTally> tallies;
    for (const auto& [venue, count] : counts) {
        const schedule::TravelPlace& place =
            meeting.compiled().travel_facts.places[static_cast<std::size_t>(venue)];
        if (place.at) {
            tallies.push_back({place.id, *place.at, count,
                               static_cast<float>(count) / static_cast<float>(placed)});
        }
    }
    return tallies;
}

const std::vector<scene::ProgrammeTally>& ProgrammeTallies::of(const Programme::MeetingPtr& meeting)
{
    if (m_meeting != meeting) {
        m_meeting = meeting;
        m_tallies = tallies_of(*meeting);
    }
    return m_tallies;
}

} // namespace dostyk::editor
