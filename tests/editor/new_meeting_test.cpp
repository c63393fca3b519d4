#include "editor/new_meeting.hpp"

#include "editor/kept_project.hpp"
#include "editor/workspace.hpp"
#include "model/validate.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;
using namespace dostyk::editor;

namespace {

io::MeetingTemplate forum()
{
    io::MeetingTemplate made;
    made.id = "forum";
    made.meeting_name[Language::en] = "Forum";
    made.institution = "interregional-forum";
    for (const int day : {0, 0, 1}) {
        io::TemplateSession session;
        session.name[Language::en] = "Session";
        session.format = "forum";
        session.day = day;
        made.sessions.push_back(session);
    }
    return made;
}

std::unique_ptr<Workspace> desk(const char* name)
{
    const auto folder = test::few_files(name);
    auto session = std::make_unique<EditSession>(std::make_shared<model::Project>(), folder);
    REQUIRE(session->open());
    return std::make_unique<Workspace>(std::move(session), std::make_shared<geo::MapData>(),
                                       Settings{});
}

} // namespace

TEST_SUITE("editor/new_meeting") {

TEST_CASE("days are counted over the end of a month and of a year")
{
    CHECK(days_after("2026-11-30", 1) == "2026-12-01");
    CHECK(days_after("2026-12-31", 1) == "2027-01-01");
    CHECK(days_after("2028-02-28", 1) == "2028-02-29");
    CHECK(days_after("2026-11-24", 0) == "2026-11-24");
    CHECK(days_after("2026-11", 0).empty());
    CHECK(days_after("", 3).empty());
}

TEST_CASE("a meeting comes with its sessions, each with its day and its source, as one step")
{
    auto workspace = desk("new-meeting");
    const std::size_t before = workspace->edits().project()->entities.size();
    MeetingPlan plan;
    plan.name[Language::en] = "Forum in Osh";
    plan.first_day = "2027-05-31";
    plan.host = "KG";

    REQUIRE(workspace->add_meeting(forum(), plan));

    const model::Entity* meeting = workspace->selected();
    REQUIRE(meeting != nullptr);
    CHECK(meeting->kind == "meeting");
    CHECK(model::name_of(*meeting, model::Pack::enriched, Language::en) == "Forum in Osh");
    using model::find_value;
    const auto* date = find_value<model::DateText>(*meeting, "date", model::Pack::enriched);
    REQUIRE(date != nullptr);
    CHECK(date->iso == "2027-05-31/2027-06-01");
    REQUIRE(workspace->hits().size() == 3);
    const model::Entity* last = workspace->project().find(meeting->id + "-session-3");
    REQUIRE(last != nullptr);
    CHECK(find_value<model::DateText>(*last, "date", model::Pack::enriched)->iso == "2027-06-01");
    for (const model::Entity& entity : workspace->project().entities) {
        for (const auto& [field, claims] : entity.fields) {
            CHECK((entity.kind == "source" || !claims.front().sources.empty() ||
                   claims.front().flags != 0));
        }
    }
    Diagnostics findings;
    model::validate(workspace->project(), {}, findings);
    for (const Finding& finding : findings.findings) {
        CAPTURE(finding.code);
        const bool is_ours =
            finding.subject.starts_with("meeting-") || finding.subject.starts_with("planning-");
        // The template of these tests is an English one.
        CHECK((!is_ours || finding.code == "model.missing_translation"));
    }
    // Not in this project: no reference to what is not there.
    CHECK(model::find_claim(*meeting, "institution", model::Pack::enriched) == nullptr);
    CHECK(workspace->settings().panels.is_dock_open);

    workspace->run(ActionId::undo);
    (void)workspace->take_edits();
    CHECK(workspace->project().entities.size() == before);
}

TEST_CASE("what nobody has said is not written")
{
    auto workspace = desk("new-meeting-empty");
    MeetingPlan plan;
    plan.name[Language::ru] = "Форум";

    REQUIRE(workspace->add_meeting(forum(), plan));

    const model::Entity* meeting = workspace->selected();
    REQUIRE(meeting != nullptr);
    CHECK_FALSE(meeting->fields.contains("date"));
    CHECK_FALSE(meeting->fields.contains("host"));
    const model::Entity* session = workspace->project().find(meeting->id + "-session-1");
    REQUIRE(session != nullptr);
    CHECK_FALSE(session->fields.contains("date"));
}

TEST_CASE("a second meeting of the day gets an id of its own")
{
    auto workspace = desk("new-meeting-twice");
    MeetingPlan plan;
    plan.name[Language::en] = "Forum";
    REQUIRE(workspace->add_meeting(forum(), plan));
    const std::string first = workspace->view().selected;

    REQUIRE(workspace->add_meeting(forum(), plan));

    CHECK(workspace->view().selected != first);
    CHECK(workspace->project().find(first) != nullptr);
}

} // TEST_SUITE
