#include "editor/b2b_edit.hpp"

#include "core/files.hpp"
#include "editor/workspace.hpp"
#include "io/documents.hpp"
#include "io/project_folder.hpp"
#include "model/validate.hpp"
#include "schedule/small_desk.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

using namespace dostyk;
using namespace dostyk::editor;
using test::refs;
using test::request;
using test::stated;

namespace {

/// A workspace on a folder that holds these entities.
std::unique_ptr<Workspace> opened(const char* name, const std::vector<model::Entity>& entities)
{
    const auto scratch = test::scratch_dir(name);
    ::setenv("XDG_STATE_HOME", (scratch / "state").c_str(), 1);
    const auto settings = read_file(test::source_root() / "data/demo-forum/project.json").value();
    REQUIRE(write_file_atomically(scratch / "p/project.json", settings));
    const model::Project project = test::project(entities);
    for (const model::Entity& entity : project.entities) {
        REQUIRE(write_file_atomically(scratch / "p" / io::path_of(entity.kind, entity.id),
                                      io::to_text(entity)));
    }
    auto session = std::make_unique<EditSession>(std::make_shared<model::Project>(), scratch / "p");
    REQUIRE(session->open());
    auto workspace = std::make_unique<Workspace>(std::move(session),
                                                 std::make_shared<geo::MapData>(), Settings{});
    workspace->take_edits();
    return workspace;
}

/// Plan the meeting and put it into the programme.
std::size_t apply(Workspace& workspace)
{
    const auto desk = schedule::make_b2b_desk(workspace.project()).value();
    const Group edit = b2b_edit(workspace.project(), desk, test::plan_of(desk));
    if (!edit.parts.empty()) {
        REQUIRE(workspace.submit(edit));
        workspace.take_edits();
    }
    return edit.parts.size();
}

std::vector<const model::Entity*> sessions_of(const Workspace& workspace)
{
    std::vector<const model::Entity*> sessions;
    for (const model::Entity& entity : workspace.project().entities) {
        if (entity.kind == "session") {
            sessions.push_back(&entity);
        }
    }
    return sessions;
}

std::vector<model::Entity> forum()
{
    auto entities = test::small_desk(1);
    entities.push_back(request("1", "a", {"b"}));
    entities.push_back(request("2", "b", {"a"}));
    entities.push_back(request("3", "a", {"c", "d"}));
    return entities;
}

} // namespace

TEST_SUITE("editor/b2b_edit") {

TEST_CASE("each meeting that is held becomes a session that its requests name")
{
    auto workspace = opened("b2b-edit", forum());

    CHECK(apply(*workspace) == 5); // two sessions, and three requests that name them

    const auto sessions = sessions_of(*workspace);
    REQUIRE(sessions.size() == 2);
    const model::Entity& first = *sessions[0];
    CHECK(first.id == "1-session");
    CHECK(model::find_value<model::Word>(first, "format", model::Pack::enriched)->word == "b2b");
    CHECK(model::find_value<double>(first, "table", model::Pack::enriched) != nullptr);
    CHECK(model::name_of(first, model::Pack::enriched, Language::en) == "Name of a – Name of b");
    for (const char* request : {"1", "2"}) {
        const auto* named = model::find_value<model::Refs>(*workspace->project().find(request),
                                                           "session", model::Pack::enriched);
        REQUIRE(named != nullptr);
        CHECK(named->ids == std::vector<std::string>{"1-session"});
    }
    CHECK(model::find_value<model::Refs>(*sessions[1], "participants", model::Pack::enriched)
              ->ids.size() == 3);
    Diagnostics diagnostics;
    model::validate(workspace->project(), {}, diagnostics);
    CHECK(std::none_of(diagnostics.findings.begin(), diagnostics.findings.end(),
                       [](const Finding& finding) { return finding.subject == "1-session"; }));

    SUBCASE("again there is nothing to do")
    {
        CHECK(apply(*workspace) == 0);
    }
    SUBCASE("one step takes all of it back")
    {
        workspace->run(ActionId::undo);
        workspace->take_edits();
        CHECK(sessions_of(*workspace).empty());
    }
    SUBCASE("what is no longer wished is taken out of the programme")
    {
        REQUIRE(
            workspace->submit(SetField{"b2b_request", "3", "/fields/windows",
                                       R"([{"sources": ["paper"], "value": ["18:00-19:00"]}])"}));
        workspace->take_edits();
        CHECK(apply(*workspace) == 2);
        CHECK(sessions_of(*workspace).size() == 1);
        CHECK_FALSE(workspace->project().find("3")->fields.contains("session"));
    }
}

TEST_CASE("a session that moved goes to its new time, and a pinned one stays")
{
    auto entities = forum();
    for (model::Entity& entity : entities) {
        if (entity.id == "1") {
            entity = stated(entity, "session", refs({"kept"}));
        } else if (entity.id == "3") {
            entity = stated(entity, "session", refs({"moved"}));
        }
    }
    entities.push_back(
        stated(test::busy("kept", "2026-05-12T14:40+05:00/2026-05-12T15:00+05:00", "a", "hall"),
               "pinned", true));
    entities.push_back(
        test::busy("moved", "2026-05-12T09:00+05:00/2026-05-12T09:20+05:00", "a", "hall"));
    auto workspace = opened("b2b-edit-moved", entities);

    apply(*workspace);

    const auto date = [&](const char* id) {
        return model::find_value<model::DateText>(*workspace->project().find(id), "date",
                                                  model::Pack::enriched)
            ->iso;
    };
    CHECK(date("kept") == "2026-05-12T14:40+05:00/2026-05-12T15:00+05:00");
    CHECK(date("moved") == "2026-05-12T14:20+05:00/2026-05-12T14:40+05:00");
    CHECK(sessions_of(*workspace).size() == 2);
}

} // TEST_SUITE
