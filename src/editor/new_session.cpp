#include "editor/new_session.hpp"

#include "editor/own_entity.hpp"

#include <utility>

namespace dostyk::editor {

Command new_session(const PlannedMeeting& meeting, const schedule::Encounter& encounter,
                    schedule::Placement there, const std::string& id)
{
    const schedule::Problem& problem = meeting.problem();
    const schedule::Venue& venue = problem.venue(there.venue);
    model::Refs participants;
    for (const schedule::Index attendee : encounter.attendees) {
        participants.ids.push_back(problem.attendee(attendee).id);
    }
    Text4 name;
    for (const Language language : all_languages) {
        const char* join = "";
        for (const std::string& each : participants.ids) {
            name[language] +=
                std::exchange(join, " – ") +
                model::name_of(*meeting.project().find(each), model::Pack::enriched, language);
        }
    }
    OwnEntity session("session", id);
    session.say("name", std::move(name));
    session.say("meeting", model::Refs{{problem.id}});
    session.say("date", model::DateText{
                            problem.calendar.iso_at(there.start, venue.zone) + "/" +
                            problem.calendar.iso_at(there.start + encounter.duration, venue.zone)});
    session.say("venue", model::Refs{{venue.id}});
    session.say("participants", std::move(participants));
    return session.insert();
}

} // namespace dostyk::editor
