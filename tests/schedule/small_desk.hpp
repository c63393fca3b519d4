/// \file
/// A trade forum of an afternoon as a project: firms, a hall with tables, and requests to meet.

#pragma once

#include "model/entities.hpp"
#include "schedule/b2b_plan.hpp"

#include <string>
#include <utility>
#include <vector>

namespace dostyk::test {

inline model::Entity stated(model::Entity made, const char* field, model::Value value)
{
    made.fields[field] = {claim(std::move(value))};
    return made;
}

/// "hall" with two tables, 14:00 to 15:00 in slots of 20 minutes.
inline std::vector<model::Entity> small_desk(double tables = 2)
{
    model::Entity meeting = entity("meeting", "forum");
    meeting = stated(meeting, "date", model::DateText{"2026-05-12"});
    meeting = stated(meeting, "day_zone", std::string("Asia/Almaty"));
    meeting = stated(meeting, "b2b_venue", refs({"hall"}));
    meeting = stated(meeting, "b2b_hours", std::vector<std::string>{"14:00-15:00"});
    meeting = stated(meeting, "b2b_slot", 20.0);
    std::vector<model::Entity> entities{
        meeting,
        stated(stated(entity("venue", "hall"), "parallel", tables), "country", refs({"KZ"})),
        stated(stated(entity("delegation", "guests"), "meeting", refs({"forum"})), "members",
               refs({"minister"})),
        entity("person", "minister")};
    for (const char* firm : {"a", "b", "c", "d", "e"}) {
        entities.push_back(entity("organisation", firm));
    }
    return entities;
}

inline model::Entity request(const std::string& id, const char* asker,
                             std::vector<std::string> asked)
{
    model::Entity made = stated(entity("b2b_request", id), "meeting", refs({"forum"}));
    return stated(stated(made, "asker", refs({asker})), "asked", refs(std::move(asked)));
}

/// A session of the forum, at which somebody is needed.
inline model::Entity busy(const char* id, const char* date, const char* who, const char* venue)
{
    model::Entity made = stated(entity("session", id), "meeting", refs({"forum"}));
    made = stated(made, "date", model::DateText{date});
    return stated(stated(made, "participants", refs({who})), "venue", refs({venue}));
}

inline schedule::B2bDesk desk_of(std::vector<model::Entity> entities)
{
    return schedule::make_b2b_desk(project(std::move(entities))).value();
}

inline schedule::B2bPlan plan_of(const schedule::B2bDesk& desk)
{
    return schedule::plan_b2b(desk, {}, [](const auto&) {}).value();
}

} // namespace dostyk::test
