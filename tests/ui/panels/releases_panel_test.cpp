#include "ui/panels/releases_panel.hpp"

#include "core/files.hpp"
#include "editor/programme_edit.hpp"
#include "editor/released_forum.hpp"
#include "planned_forum.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <cstdlib>

using namespace dostyk;
using editor::PanelId;
using test::hours;
using test::PlannedForum;

namespace {

/// Hold the talks in the hall two hours later, as somebody would by hand.
void move_talks(PlannedForum& forum)
{
    const auto meeting = forum.ui.workspace->programme().meeting();
    const schedule::Index talks = meeting->find_session("talks");
    schedule::Placement to = meeting->plan()[talks];
    to.start += 120;
    to.venue = meeting->plan().venue(meeting->find_session("opening"));
    const std::vector<schedule::Shift> shifts{{talks, to}};
    REQUIRE(forum.ui.workspace->submit(shift_sessions(*meeting, shifts)));
    forum.ui.frames(3);
}

std::size_t count_controls(const PlannedForum& forum, std::string_view part)
{
    const auto controls = forum.ui.shell->controls();
    return static_cast<std::size_t>(
        std::count_if(controls.begin(), controls.end(), [&](const ui::Control& each) {
            return each.key.find(part) != std::string::npos;
        }));
}

std::size_t arrows(PlannedForum& forum)
{
    forum.ui.workspace->update_programme();
    return forum.ui.workspace->view().programme.moves.size();
}

/// The panel at the right, the lanes below.
PlannedForum released_forum(const char* name, Language language = Language::en, int width = 1920,
                            int height = 1080)
{
    return {name, PanelId::releases, test::calm_sessions(), language, width, height};
}

} // namespace

TEST_SUITE("ui/panels/releases_panel") {

TEST_CASE("the next version is made by one press, as one step with its note")
{
    PlannedForum forum = released_forum("releases_make");
    CHECK(forum.find("releases/before/open") == nullptr); // nothing to compare yet
    REQUIRE(forum.write("releases/note", "First"));
    REQUIRE(forum.press("releases/release"));
    CHECK(forum.steps() == 1);
    const model::Entity* made = forum.ui.workspace->project().find("release-forum-1");
    REQUIRE(made != nullptr);
    const auto* note = model::find_value<Text4>(*made, "description", model::Pack::enriched);
    REQUIRE(note != nullptr);
    CHECK(note->in(Language::en) == "First");
    REQUIRE(forum.ui.workspace->notice());
    CHECK(forum.ui.workspace->notice()->said.message.key == "release.done");
    CHECK(forum.find("releases/before/open") != nullptr);
    forum.ui.workspace->run(editor::ActionId::undo);
    forum.ui.frames(3);
    CHECK(forum.ui.workspace->release_diff().releases().empty());
}

TEST_CASE("moving one session is one change, one arrow, one ghost, and sheets for whom it concerns")
{
    PlannedForum forum = released_forum("releases_move");
    REQUIRE(forum.press("releases/release"));
    move_talks(forum);
    CHECK(forum.find("releases/changes list/talks") == nullptr); // names know no lists
    REQUIRE(forum.find("releases/talks") != nullptr);
    CHECK(arrows(forum) == 0); // nobody has asked for them yet

    REQUIRE(forum.press("releases/talks"));
    CHECK(forum.ui.workspace->view().selected == "talks");
    CHECK(forum.ui.workspace->is_shown(PanelId::releases));
    CHECK(arrows(forum) == 1);
    forum.ui.workspace->show_panel(PanelId::programme);
    forum.ui.frames(3);
    CHECK(count_controls(forum, "/was ") == 1);
    CHECK(forum.find("programme/palace/was talks") != nullptr);

    REQUIRE(forum.press("releases/sheets"));
    for (const char* id : {"guests", "hall", "palace"}) {
        CHECK(forum.find("releases/" + std::string(id) + "/row") != nullptr);
    }
    CHECK(count_controls(forum, "/row") == 3);

    // The same again: nothing is left once nothing differs, and comes back with the change.
    forum.ui.workspace->run(editor::ActionId::undo);
    forum.ui.frames(3);
    CHECK(arrows(forum) == 0);
    CHECK(count_controls(forum, "/was ") == 0);
    forum.ui.workspace->run(editor::ActionId::redo);
    forum.ui.frames(3);
    CHECK(arrows(forum) == 1);
}

TEST_CASE("lanes and map show what differs until that is hidden, there or here")
{
    PlannedForum forum = released_forum("releases_hide");
    REQUIRE(forum.press("releases/release"));
    move_talks(forum);
    forum.ui.workspace->show_panel(PanelId::programme);
    forum.ui.frames(3);
    CHECK(count_controls(forum, "/was ") == 0);
    REQUIRE(forum.press("releases/show"));
    CHECK(arrows(forum) == 1);
    CHECK(count_controls(forum, "/was ") == 1);
    REQUIRE(forum.press("programme/changes"));
    CHECK(arrows(forum) == 0);
    CHECK(count_controls(forum, "/was ") == 0);
    forum.ui.workspace->run(editor::ActionId::show_changes);
    forum.ui.frames(2);
    CHECK(arrows(forum) == 1);
}

TEST_CASE("a press on a ghost selects its session")
{
    PlannedForum forum = released_forum("releases_ghost");
    REQUIRE(forum.press("releases/release"));
    move_talks(forum);
    forum.ui.workspace->show_changes(true);
    forum.ui.workspace->show_panel(PanelId::programme);
    forum.ui.frames(3);
    REQUIRE(forum.press("programme/palace/was talks"));
    CHECK(forum.ui.workspace->view().selected == "talks");
}

TEST_CASE("hard conflicts hold a version back, and the panel leads to them")
{
    PlannedForum forum("releases_held", PanelId::releases, test::hurried_sessions());
    REQUIRE(forum.find("releases/release") != nullptr);
    CHECK_FALSE(forum.find("releases/release")->is_enabled);
    (void)forum.press("releases/release");
    CHECK(forum.steps() == 0);
    REQUIRE(forum.press("releases/conflicts"));
    CHECK(forum.ui.workspace->is_shown(PanelId::conflicts));
}

TEST_CASE("an earlier version is compared by a press on it, and any two by choosing them")
{
    PlannedForum forum = released_forum("releases_versions");
    REQUIRE(forum.press("releases/release"));
    move_talks(forum);
    REQUIRE(forum.press("releases/release"));
    CHECK(forum.find("releases/talks") == nullptr); // the last version is the plan as it is
    REQUIRE(forum.press("releases/versions"));
    REQUIRE(forum.press("releases/version 1"));
    REQUIRE(forum.press("releases/changes"));
    CHECK(forum.find("releases/talks") != nullptr);
    REQUIRE(forum.press("releases/after/open"));
    REQUIRE(forum.press("releases/after/1"));
    CHECK(forum.find("releases/talks") == nullptr);
    CHECK(forum.ui.workspace->release_diff().after() == 1);
}

TEST_CASE("a sheet is copied and saved as text, of one delegation alone")
{
    PlannedForum forum = released_forum("releases_sheet");
    const auto home = test::scratch_dir("releases_sheet_home");
    const char* before = std::getenv("HOME");
    const std::string kept = before != nullptr ? before : "";
    ::setenv("HOME", home.c_str(), 1);
    REQUIRE(forum.press("releases/release"));
    move_talks(forum);
    REQUIRE(forum.press("releases/sheets"));
    REQUIRE(forum.press("releases/guests/row"));
    REQUIRE(forum.press("releases/guests/copy"));
    const std::string copied = ImGui::GetClipboardText();
    CHECK(copied.starts_with("Name of guests"));
    CHECK(copied.find("Name of talks") != std::string::npos);
    REQUIRE(forum.press("releases/guests/save"));
    const auto saved = read_file(home / "guests.txt");
    REQUIRE(saved);
    CHECK(*saved == copied);
    ::setenv("HOME", kept.c_str(), 1);
}

TEST_CASE("sentences and buttons have their room, in each language, slot and view")
{
    for (const Language language : all_languages) {
        CAPTURE(code_of(language));
        PlannedForum forum = released_forum("releases_words", language, 1280, 720);
        forum.ui.check_texts_fit();
        REQUIRE(forum.press("releases/release"));
        move_talks(forum);
        for (const editor::Slot slot : {editor::Slot::right, editor::Slot::dock}) {
            forum.ui.workspace->move_panel(PanelId::releases, slot);
            forum.ui.frames(3);
            for (const char* view : {"changes", "sheets", "versions"}) {
                REQUIRE(forum.press("releases/" + std::string(view)));
                forum.ui.check_texts_fit();
            }
        }
    }
}

} // TEST_SUITE
