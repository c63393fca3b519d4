#include "schedule/programme.hpp"

#include "model/schema.hpp"

#include <algorithm>
#include <array>

namespace dostyk::schedule {

namespace {

using model::Audience;
using model::Entity;

bool sees(Audience audience, const Entity& entity, std::string_view field)
{
    const model::KindRule* kind = model::find_kind(entity.kind);
    const model::FieldRule* rule = kind != nullptr ? model::find_field(*kind, field) : nullptr;
    const model::Claim* claim = model::find_claim(entity, field, model::Pack::enriched);
    return claim == nullptr || rule == nullptr || model::may_see(audience, *claim, *rule);
}

Audience audience_of(const Entity& session, const Entity& venue)
{
    for (const Audience audience : {Audience::everyone, Audience::partner}) {
        if (sees(audience, session, "name") && sees(audience, session, "date") &&
            sees(audience, session, "venue") && sees(audience, venue, "name")) {
            return audience;
        }
    }
    return Audience::protocol;
}

std::vector<std::string> ids_of(const Problem& problem, const Session& session)
{
    std::vector<std::string> ids;
    for (const auto* list : {&session.required, &session.optional}) {
        for (const Index attendee : *list) {
            ids.push_back(problem.attendee(attendee).id);
        }
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

} // namespace

const ProgrammeSession* Programme::find(std::string_view session) const
{
    const auto found = std::lower_bound(
        sessions.begin(), sessions.end(), session,
        [](const ProgrammeSession& each, std::string_view id) { return each.id < id; });
    return found != sessions.end() && found->id == session ? &*found : nullptr;
}

Programme programme_of(const model::Project& project, const Problem& problem, const Plan& plan)
{
    Programme made;
    made.meeting = problem.id;
    made.zone = problem.calendar.zone();
    for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
        const Placement& placement = plan.placements()[i];
        const Session& session = problem.sessions[i];
        if (!placement.is_placed() || placement.is_dropped) {
            continue;
        }
        const Venue& venue = problem.venue(placement.venue);
        const Entity& entity = *project.find(session.id);
        const auto* title = model::find_value<Text4>(entity, "name", model::Pack::enriched);
        made.sessions.push_back({session.id, title != nullptr ? *title : Text4{},
                                 problem.calendar.instant_at(placement.start), session.duration,
                                 venue.id, venue.zone, ids_of(problem, session), 0, false,
                                 audience_of(entity, *project.find(venue.id))});
    }
    std::sort(made.sessions.begin(), made.sessions.end(),
              [](const auto& a, const auto& b) { return a.id < b.id; });
    return made;
}

std::string iso_on(std::string_view zone, Instant instant)
{
    const ZonedTime shown = time_in(zone, instant);
    constexpr std::size_t whole_hours = 3; // "+05"
    return shown.date + "T" + shown.time + shown.offset +
           (shown.offset.size() == whole_hours ? ":00" : "");
}

} // namespace dostyk::schedule
