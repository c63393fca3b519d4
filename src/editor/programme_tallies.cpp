#include "editor/programme_tallies.hpp"

#include "core/message.hpp"

#include <map>
#include <string>

namespace dostyk::editor {

std::vector<scene::ProgrammeTally> tallies_of(const PlannedMeeting& meeting, Language language)
{
    std::map<schedule::Index, std::size_t> counts;
    std::size_t placed = 0;
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
            tallies.push_back(
                {place.id, *place.at, static_cast<float>(count) / static_cast<float>(placed),
                 tr(language, Message{"programme.sessions", {{"count", std::to_string(count)}}})});
        }
    }
    return tallies;
}

const std::vector<scene::ProgrammeTally>& ProgrammeTallies::of(const Programme::MeetingPtr& meeting,
                                                               Language language)
{
    if (m_meeting != meeting || m_language != language) {
        m_meeting = meeting;
        m_language = language;
        m_tallies = tallies_of(*meeting, language);
    }
    return m_tallies;
}

} // namespace dostyk::editor
