#include "editor/programme_edit.hpp"

#include "editor/interpreted_forum.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using schedule::Index;
using schedule::Placement;
using test::hours;
using test::session;
using test::with;

namespace {

constexpr schedule::Minute at(int day, int hour)
{
    return (day * 24 + hour) * 60;
}

constexpr Index ala_archa = 0, palace = 2;

/// A forum in a store of its own.
struct KeptForum {
    KeptForum(const char* name, std::vector<model::Entity> sessions)
    : forum(test::forum(std::move(sessions))), kept(name, test::rows_of(forum))
    {}

    [[nodiscard]] editor::Programme::MeetingPtr meeting() const
    {
        const auto rows = kept.store->read_all();
        REQUIRE(rows);
        std::vector<io::DocumentText> documents;
        for (const store::Row& row : *rows) {
            documents.push_back({row.kind, row.id, row.doc});
        }
        Diagnostics findings;
        model::Project project = io::project_of(documents, findings);
        project.transport = forum.transport;
        return test::plan_of(std::move(project));
    }

    void run(const editor::Command& command) { REQUIRE(kept.told(command) == "done"); }

    model::Project forum;
    mutable test::KeptProject kept;
};

const model::Entity& entity(const editor::Programme::MeetingPtr& meeting, const char* id)
{
    return *meeting->project().find(id);
}

} // namespace

TEST_SUITE("editor/programme_edit") {

TEST_CASE("a session that is put elsewhere is held there, on the clock of its venue")
{
    KeptForum forum("programme_edit_hold",
                    {session("talks", hours(12, 10, 11), "hall"), session("open", "", "")});
    auto meeting = forum.meeting();
    const auto before = forum.kept.revision();
    forum.run(hold_session(*meeting, meeting->find_session("talks"), {at(1, 9), ala_archa}, 90));
    CHECK(forum.kept.revision() == before + 1);
    meeting = forum.meeting();
    const Index talks = meeting->find_session("talks");
    CHECK(meeting->plan()[talks] == Placement{at(1, 9), ala_archa});
    CHECK(meeting->problem().session(talks).duration == 90);
    const auto* date =
        model::find_value<model::DateText>(entity(meeting, "talks"), "date", model::Pack::enriched);
    REQUIRE(date != nullptr);
    CHECK(date->iso == "2026-05-13T10:00+06:00/2026-05-13T11:30+06:00");
    // What waits for its place gets one in the same way.
    const Index open = meeting->find_session("open");
    forum.run(hold_session(*meeting, open, {at(0, 15), palace}, 60));
    CHECK(forum.meeting()->plan()[open] == Placement{at(0, 15), palace});
}

TEST_CASE("a length that is stated for itself goes with the session's end")
{
    KeptForum forum("programme_edit_length",
                    {with(session("talks", hours(12, 10, 11), "hall"), "duration", 45.0)});
    auto meeting = forum.meeting();
    CHECK(meeting->problem().session(0).duration == 45);
    forum.run(hold_session(*meeting, 0, {at(0, 15), palace}, 120));
    CHECK(forum.meeting()->problem().session(0).duration == 120);
}

TEST_CASE("what a source states stays beside what is planned; what was planned is replaced")
{
    model::Entity talks = session("talks", "", "");
    talks.fields["date"] = {test::claim(model::DateText{hours(12, 10, 11)})};
    talks.fields["venue"] = {test::claim(test::refs({"hall"}))};
    talks.pack = model::Pack::strict;
    KeptForum forum("programme_edit_source", {talks, test::source("paper")});
    auto meeting = forum.meeting();
    REQUIRE(meeting->plan()[0].is_placed());
    forum.run(hold_session(*meeting, 0, {at(0, 15), palace}, 60));
    meeting = forum.meeting();
    CHECK(meeting->plan()[0] == Placement{at(0, 15), palace});
    const auto& dates = entity(meeting, "talks").fields.at("date");
    REQUIRE(dates.size() == 2);
    CHECK(dates[0] == test::claim(model::DateText{hours(12, 10, 11)}));
    CHECK(dates[1].flags == model::flag::assumed);
    CHECK(dates[1].sources.empty());
    forum.run(hold_session(*meeting, 0, {at(0, 16), palace}, 60));
    meeting = forum.meeting();
    CHECK(meeting->plan()[0].start == at(0, 16));
    CHECK(entity(meeting, "talks").fields.at("date").size() == 2);
    forum.run(unschedule_session(*meeting, 0));
    meeting = forum.meeting();
    CHECK_FALSE(meeting->plan()[0].is_placed());
    CHECK(entity(meeting, "talks").fields.at("date").size() == 2);
}

TEST_CASE("a session gives its time back, is left out, and comes back")
{
    KeptForum forum("programme_edit_away", {session("talks", hours(12, 10, 12), "hall")});
    auto meeting = forum.meeting();
    forum.run(unschedule_session(*meeting, 0));
    meeting = forum.meeting();
    CHECK_FALSE(meeting->plan()[0].is_placed());
    CHECK(meeting->problem().session(0).duration == 120);
    CHECK_FALSE(entity(meeting, "talks").fields.contains("date"));
    Placement left_out;
    left_out.is_dropped = true;
    const schedule::Shift shift{0, left_out};
    forum.run(shift_sessions(*meeting, {&shift, 1}));
    meeting = forum.meeting();
    CHECK(meeting->plan()[0].is_dropped);
    CHECK(meeting->hard_count() == 0);
    forum.run(hold_session(*meeting, 0, {at(0, 15), palace}, 60));
    meeting = forum.meeting();
    CHECK(meeting->plan()[0] == Placement{at(0, 15), palace});
}

TEST_CASE("a fix is carried out as one step, and undone as one")
{
    KeptForum forum("programme_edit_fix", {session("one", hours(12, 10, 11), "hall"),
                                           session("two", hours(12, 10, 11), "palace")});
    auto meeting = forum.meeting();
    REQUIRE(meeting->hard_count() > 0);
    editor::Programme programme;
    programme.follow(std::make_shared<const model::Project>(meeting->project()));
    const auto* fixes = programme.fixes(0, {});
    REQUIRE(fixes != nullptr);
    REQUIRE_FALSE(fixes->empty());
    const auto before = forum.kept.revision();
    const auto command = shift_sessions(*meeting, fixes->front().shifts);
    CHECK(name_of(command) == "plan");
    CHECK(has_message("command.plan"));
    forum.run(command);
    CHECK(forum.kept.revision() == before + 1);
    CHECK(forum.meeting()->hard_count() < meeting->hard_count());
}

TEST_CASE("interpreters are named for sessions in one step, and a list that is emptied goes")
{
    KeptForum forum("programme_edit_interpreters", test::interpreted_sessions());
    auto meeting = forum.meeting();
    auto named = schedule::interpreters_of(meeting->problem());
    const auto lecture = static_cast<std::size_t>(meeting->find_session("lecture"));
    const auto talks = static_cast<std::size_t>(meeting->find_session("talks"));
    std::swap(named[lecture], named[talks]);
    const auto before = forum.kept.revision();

    const auto command = name_interpreters(*meeting, named);

    CHECK(name_of(command) == "interpreters");
    CHECK(has_message("command.interpreters"));
    forum.run(command);
    CHECK(forum.kept.revision() == before + 1);
    meeting = forum.meeting();
    CHECK(schedule::interpreters_of(meeting->problem()) == named);
    CHECK_FALSE(entity(meeting, "talks").fields.contains("interpreters"));
    CHECK(std::get<editor::Group>(name_interpreters(*meeting, named)).parts.empty());
}

} // TEST_SUITE
