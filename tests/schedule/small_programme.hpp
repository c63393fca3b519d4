/// \file
/// A forum of two days in Almaty and Bishkek with two delegations, for tests of its programme.

#pragma once

#include "model/entities.hpp"
#include "schedule/release.hpp"

#include <string>
#include <vector>

namespace dostyk::test {

inline model::Entity stated(model::Entity made, const char* field, model::Value value)
{
    made.fields[field] = {claim(std::move(value))};
    return made;
}

inline model::Entity venue_in(const char* id, const char* country, geo::LonLat where)
{
    model::Place place;
    place.type = model::PlaceType::point;
    place.at = where;
    model::Entity made = stated(entity("venue", id), "country", refs({country}));
    return stated(stated(made, "city", text4(id)), "place", place);
}

inline model::Entity session_at(const char* id, const char* date, const char* venue,
                                std::vector<std::string> who)
{
    model::Entity made = stated(entity("session", id), "meeting", refs({"forum"}));
    made = stated(stated(made, "participants", refs(std::move(who))), "venue", refs({venue}));
    return stated(made, "date", model::DateText{date});
}

/// Talks of "guests" in Almaty, a signing of "hosts" in Bishkek the day after.
inline std::vector<model::Entity> small_programme()
{
    return {
        stated(entity("meeting", "forum"), "date", model::DateText{"2026-05-12/2026-05-13"}),
        stated(entity("delegation", "guests"), "meeting", refs({"forum"})),
        stated(entity("delegation", "hosts"), "meeting", refs({"forum"})),
        venue_in("almaty", "KZ", {76.9, 43.24}),
        venue_in("bishkek", "KG", {74.6, 42.87}),
        session_at("talks", "2026-05-12T10:00+05:00/2026-05-12T11:00+05:00", "almaty", {"guests"}),
        session_at("signing", "2026-05-13T10:00+06:00/2026-05-13T11:30+06:00", "bishkek",
                   {"hosts"})};
}

/// The programme as the project has it.
inline schedule::Programme programme_in(const model::Project& project)
{
    const auto compiled = schedule::compile(project, "forum").value();
    return schedule::programme_of(project, compiled.problem, compiled.plan());
}

inline schedule::Programme programme_in(std::vector<model::Entity> entities)
{
    return programme_in(project(std::move(entities)));
}

} // namespace dostyk::test
