/// \file
/// Meetings to plan, for tests: venues in Almaty and Bishkek with the roads between them.

#pragma once

#include "editor/kept_project.hpp"
#include "editor/programme.hpp"
#include "io/project_folder.hpp"
#include "io/transport_json.hpp"
#include "model/entities.hpp"

#include <fmt/format.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace dostyk::test {

/// What somebody has planned: in the enriched pack, and no source says it.
inline model::Entity planned(const char* kind, const std::string& id)
{
    model::Entity made;
    made.kind = kind;
    made.id = id;
    made.pack = model::Pack::enriched;
    model::Claim name;
    name.pack = model::Pack::enriched;
    name.value = text4("Name of " + id);
    made.fields["name"] = {name};
    return made;
}

inline model::Entity with(model::Entity made, const char* field, model::Value value)
{
    model::Claim said;
    said.pack = model::Pack::enriched;
    said.value = std::move(value);
    made.fields[field] = {said};
    return made;
}

inline model::Entity venue(const std::string& id, const char* country, const std::string& city,
                           geo::LonLat at)
{
    model::Place place;
    place.type = model::PlaceType::point;
    place.at = at;
    model::Entity made = with(planned("venue", id), "country", refs({country}));
    return with(with(made, "city", text4(city)), "place", place);
}

/// \param date, at  Empty = not scheduled.
inline model::Entity session(const std::string& id, const std::string& date, const std::string& at,
                             std::vector<std::string> participants = {"guests"})
{
    model::Entity made = with(planned("session", id), "meeting", refs({"forum"}));
    made = with(made, "participants", refs(std::move(participants)));
    made = at.empty() ? made : with(made, "venue", refs({at}));
    return date.empty() ? made : with(made, "date", model::DateText{date});
}

/// "2026-05-12T10:00+05:00/2026-05-12T11:00+05:00" for hours of a day of May, on Almaty's clock.
inline std::string hours(int day, int from, int to)
{
    return fmt::format("2026-05-{0:02}T{1:02}:00+05:00/2026-05-{0:02}T{2:02}:00+05:00", day, from,
                       to);
}

/// Two days of a forum with the delegations "guests" and "hosts", the venues "hall" and "palace" of
/// Almaty and "ala-archa" of Bishkek, and such sessions.
inline model::Project forum(std::vector<model::Entity> sessions)
{
    model::Project made;
    made.id = "forum-project";
    made.name = text4("Forum");
    std::vector<model::Entity> all{
        with(planned("meeting", "forum"), "date", model::DateText{"2026-05-12/2026-05-13"}),
        with(planned("delegation", "guests"), "meeting", refs({"forum"})),
        with(planned("delegation", "hosts"), "meeting", refs({"forum"})),
        venue("ala-archa", "KG", "Bishkek", {74.6, 42.87}),
        venue("hall", "KZ", "Almaty", {76.9, 43.24}),
        venue("palace", "KZ", "Almaty", {76.95, 43.25})};
    std::move(sessions.begin(), sessions.end(), std::back_inserter(all));
    made.entities = std::move(all);
    made.entities.sort();
    Diagnostics findings;
    io::read_transport_folder(source_root() / "data/transport", made.transport, findings);
    return made;
}

/// Documents of a project, as a store keeps them.
inline std::vector<store::Row> rows_of(const model::Project& project)
{
    std::vector<store::Row> rows = few_rows();
    std::erase_if(rows, [](const store::Row& row) { return row.kind != io::settings_kind; });
    for (const model::Entity& entity : project.entities) {
        rows.push_back({entity.kind, entity.id, io::to_text(entity), 0});
    }
    return rows;
}

/// A folder of a project, with a state folder of its own beside it.
inline std::filesystem::path folder_of(const model::Project& project, const char* name)
{
    const std::filesystem::path scratch = scratch_dir(name);
    ::setenv("XDG_STATE_HOME", (scratch / "state").c_str(), 1);
    for (const store::Row& row : rows_of(project)) {
        REQUIRE(write_file_atomically(scratch / "p" / io::path_of(row.kind, row.id), row.doc));
    }
    return scratch / "p";
}

inline editor::Programme::MeetingPtr plan_of(model::Project project)
{
    editor::Programme programme;
    programme.follow(std::make_shared<const model::Project>(std::move(project)));
    REQUIRE(programme.meeting() != nullptr);
    return programme.meeting();
}

} // namespace dostyk::test
