#include "editor/forum.hpp"

#include "core/job_pool.hpp"
#include "core/main_queue.hpp"
#include "editor/workspace.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;
using editor::Level;
using editor::Programme;
using test::hours;
using test::session;
using test::with;

namespace {

std::shared_ptr<const model::Project> shared(model::Project project)
{
    return std::make_shared<const model::Project>(std::move(project));
}

Level level(const Programme& programme, const char* id)
{
    const schedule::Index at = programme.meeting()->find_session(id);
    REQUIRE(at != schedule::none);
    return programme.meeting()->level(at);
}

} // namespace

TEST_SUITE("editor/programme") {

TEST_CASE("each session stands as the worst that is said of it")
{
    // Two that overlap in two cities break the way between them as well.
    const auto waiver = [](const char* rule) {
        model::Entity made = with(test::planned("waiver", std::string("waiver-") + rule), "meeting",
                                  test::refs({"forum"}));
        made = with(made, "rule", std::string(rule));
        made = with(made, "sessions", test::refs({"accepted", "also-accepted"}));
        return with(made, "participants", test::refs({"hosts"}));
    };
    Programme programme;
    programme.follow(shared(test::forum({
        session("fine", hours(13, 10, 11), "hall"),
        session("early", hours(12, 8, 9), "hall"), // before what is preferred
        session("talks", hours(12, 14, 15), "hall"),
        session("too-far", hours(12, 16, 17), "ala-archa"),
        session("accepted", hours(13, 10, 11), "palace", {"hosts"}),
        session("also-accepted", hours(13, 10, 11), "ala-archa", {"hosts"}),
        session("unscheduled", "", ""),
        waiver("H02"),
        waiver("H03"),
        waiver("H19"),
    })));
    REQUIRE(programme.meeting() != nullptr);
    CHECK(level(programme, "fine") == Level::fine);
    CHECK(level(programme, "early") == Level::soft);
    CHECK(level(programme, "talks") == Level::hard);
    CHECK(level(programme, "too-far") == Level::hard);
    CHECK(level(programme, "accepted") == Level::soft);
    CHECK(level(programme, "unscheduled") == Level::hard);
    CHECK(programme.meeting()->find_session("nobody") == schedule::none);
    CHECK(programme.meeting()->hard_count() == 2);
    const auto& of = programme.meeting()->conflicts_of(programme.meeting()->find_session("talks"));
    REQUIRE_FALSE(of.empty());
    const model::UnitNames no_units;
    const auto telling = programme.meeting()->telling(Language::en, no_units);
    CHECK(text_of(programme.meeting()->conflicts()[of.front()].violation, telling)
              .find("Name of too-far") != std::string::npos);
}

TEST_CASE("a meeting is made anew when the project or the choice changes, and only then")
{
    Programme programme;
    const auto first = shared(test::forum({session("talks", hours(12, 10, 11), "hall")}));
    programme.follow(first);
    const auto version = programme.version();
    const auto meeting = programme.meeting();
    programme.follow(first);
    CHECK(programme.version() == version);
    programme.follow(shared(test::forum({session("talks", hours(12, 11, 12), "palace")})));
    CHECK(programme.version() != version);
    CHECK(programme.meeting()->plan()[0].start == 11 * 60);
    CHECK(meeting->plan()[0].start == 10 * 60); // who holds the earlier one keeps it
    // The ways are those of the meeting before: nothing that they follow from has changed.
    CHECK(programme.meeting()->compiled().roads == meeting->compiled().roads);
}

TEST_CASE("an edit that no programme speaks of leaves the meeting as it is")
{
    model::Project project = test::forum({session("talks", hours(12, 10, 11), "hall")});
    Programme programme;
    programme.follow(shared(project));
    const auto version = programme.version();
    const auto meeting = programme.meeting();
    project.entities.put(test::planned("joint_enterprise", "plant"));
    programme.follow(shared(project));
    CHECK(programme.version() == version);
    CHECK(programme.meeting() == meeting);
    project.entities.erase("joint_enterprise", "plant");
    programme.follow(shared(project));
    CHECK(programme.version() == version);

    // A name is part of its sentences.
    project.entities.put(with(*project.find("guests"), "name", test::text4("Other name")));
    programme.follow(shared(project));
    CHECK(programme.version() == version + 1);
    project.entities.erase("session", "talks");
    project.entities.put(session("dinner", hours(12, 10, 11), "hall"));
    programme.follow(shared(project));
    CHECK(programme.version() == version + 2);
    CHECK(programme.meeting()->find_session("dinner") == 0);
}

TEST_CASE("ways are found anew when a venue has moved")
{
    Programme programme;
    model::Project project = test::forum({session("talks", hours(12, 10, 11), "hall")});
    programme.follow(shared(project));
    const auto minutes = [&] { return programme.meeting()->problem().travel.usual(0, 1); };
    const auto before = minutes();
    project.entities.put(test::venue("ala-archa", "KG", "Osh", {72.8, 40.53}));
    programme.follow(shared(project));
    CHECK(minutes() > before + 120);
}

TEST_CASE("the meeting with the latest date is planned, until somebody chooses another")
{
    model::Project project = test::forum({session("talks", hours(12, 10, 11), "hall")});
    project.entities.put(with(test::planned("meeting", "council"), "date",
                              model::DateText{"2025-03-01/2025-03-02"}));
    project.entities.put(
        with(session("session-of-council", "", ""), "meeting", test::refs({"council"})));
    const auto kept = shared(project);
    Programme programme;
    programme.follow(kept);
    CHECK(programme.meetings() == std::vector<std::string>{"council", "forum"});
    CHECK(programme.chosen() == "forum");
    programme.choose("council");
    programme.follow(kept);
    CHECK(programme.chosen() == "council");
    CHECK(programme.meeting()->find_session("session-of-council") == 0);
    programme.choose("no-such-meeting");
    programme.follow(kept);
    CHECK(programme.chosen() == "forum");

    // One without a date of its own has those of its sessions.
    project.entities.put(test::planned("meeting", "visit"));
    project.entities.put(
        with(session("later", "2027-03-01T10:00+05:00/2027-03-01T11:00+05:00", "hall"), "meeting",
             test::refs({"visit"})));
    programme.follow(shared(project));
    CHECK(programme.chosen() == "visit");
}

TEST_CASE("the meeting that somebody chose is planned at the next start, too")
{
    model::Project project = test::forum({session("talks", hours(12, 10, 11), "hall")});
    project.entities.put(
        with(session("session-of-council", "", ""), "meeting", test::refs({"council"})));
    project.entities.put(test::planned("meeting", "council"));
    const auto opened = shared(project);
    const auto map = std::make_shared<const geo::MapData>();
    editor::Workspace first(opened, map, editor::Settings{});
    CHECK(first.programme().chosen() == "forum");
    CHECK(first.settings_to_keep().meeting.empty());
    first.programme().choose("council");
    editor::Workspace next(opened, map, first.settings_to_keep());
    CHECK(next.programme().chosen() == "council");
    // A project without that meeting is planned as if nobody had chosen, and does not forget it.
    editor::Workspace other(shared(test::forum({session("talks", hours(12, 10, 11), "hall")})), map,
                            next.settings_to_keep());
    CHECK(other.programme().chosen() == "forum");
    CHECK(other.settings_to_keep().meeting == "council");
}

TEST_CASE("what cannot be planned says why")
{
    Programme programme;
    programme.follow(shared(test::forum({})));
    CHECK(programme.meeting() == nullptr);
    CHECK(programme.chosen().empty());
    CHECK_FALSE(programme.error());
    model::Project project = test::forum({session("talks", "", "")});
    project.entities.put(test::planned("meeting", "forum")); // without a day
    programme.follow(shared(project));
    CHECK(programme.meeting() == nullptr);
    REQUIRE(programme.error());
    CHECK(programme.error()->message.key == "error.schedule.days");
}

TEST_CASE("fixes are found beside the frames, and those of an earlier meeting are nobody's")
{
    const auto clash = [] {
        return test::forum({session("one", hours(12, 10, 11), "hall"),
                            session("two", hours(12, 10, 11), "palace")});
    };
    JobPool pool(0);
    MainQueue finished;
    const Background background(pool, finished);
    Programme programme;
    programme.follow(shared(clash()));
    REQUIRE(programme.meeting()->hard_count() > 0);
    CHECK(programme.fixes(0, background) == nullptr);
    CHECK(programme.fixes(0, background) == nullptr);
    CHECK(pool.count() == 1);
    programme.follow(shared(clash()));
    CHECK(programme.fixes(0, background) == nullptr);
    while (pool.step()) {
    }
    finished.run(std::chrono::seconds(1));
    const auto* fixes = programme.fixes(0, background);
    REQUIRE(fixes != nullptr);
    CHECK_FALSE(fixes->empty());
    CHECK(pool.count() == 0);
}

TEST_CASE("the workspace's programme follows what is shown")
{
    const auto folder = test::folder_of(test::forum({session("talks", hours(12, 10, 11), "hall")}),
                                        "programme_workspace");
    Diagnostics findings;
    auto project = std::make_shared<const model::Project>(
        *io::read_project(folder, test::source_root() / "data/transport", findings));
    editor::Workspace workspace(std::make_unique<editor::EditSession>(std::move(project), folder),
                                std::make_shared<const geo::MapData>(), editor::Settings{});
    REQUIRE(workspace.programme().meeting() != nullptr);
    const auto version = workspace.programme().version();
    REQUIRE(workspace.submit(editor::Remove{"session", "talks"}));
    CHECK(workspace.programme().version() == version); // a panel may be drawing it
    (void)workspace.take_edits();
    CHECK(workspace.programme().meeting() == nullptr);
}

} // TEST_SUITE
