#include "ui/panels/programme_panel.hpp"

#include "core/message.hpp"
#include "editor/forum.hpp"

#include "../fixture.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>

using namespace dostyk;
using test::hours;
using test::session;
using test::ShellFixture;

namespace {

std::vector<model::Entity> sessions()
{
    return {session("opening", hours(12, 10, 11), "hall"),
            session("talks", hours(12, 15, 16), "palace"), session("open", "", "")};
}

/// The panel, on a forum of three sessions, one of them not scheduled.
struct Shown {
    explicit Shown(const char* name, int width = 1920, int height = 1080,
                   Language language = Language::en)
    : ui(width, height, 1, language)
    {
        ui.edit(test::folder_of(test::forum(sessions()), name));
        editor::Arrangement& panels = ui.workspace->settings().panels;
        panels.dock_height = 420;
        panels.is_left_open = panels.is_right_open = false; // so that bars have edges
        ui.workspace->run(editor::ActionId::toggle_programme);
        ui.frames(4);
    }

    [[nodiscard]] const ui::Control& control(const std::string& key) const
    {
        for (const ui::Control& each : ui.shell->controls()) {
            if (each.key == key) {
                return each;
            }
        }
        FAIL("no control " << key);
        return ui.shell->controls().front();
    }
    [[nodiscard]] ImVec2 middle(const std::string& key) const
    {
        const ui::Control& found = control(key);
        return {(found.min.x + found.max.x) / 2, (found.min.y + found.max.y) / 2};
    }
    void press(const std::string& key)
    {
        const ImVec2 at = middle(key);
        ui.move(at.x, at.y);
        ui.press(true);
    }
    [[nodiscard]] schedule::Placement placement(const char* id)
    {
        const auto& meeting = ui.workspace->programme().meeting();
        return meeting->plan()[meeting->find_session(id)];
    }
    [[nodiscard]] std::string venue_of(const char* id)
    {
        const auto& meeting = ui.workspace->programme().meeting();
        const auto at = meeting->plan()[meeting->find_session(id)];
        return at.is_placed() ? meeting->problem().venue(at.venue).id : "";
    }

    ShellFixture ui;
};

} // namespace

TEST_SUITE("ui/panels/programme_panel") {

TEST_CASE("a click on a bar selects its session, and the map's selection is marked in the lanes")
{
    Shown shown("programme_panel_select");
    shown.press("programme/hall/opening");
    shown.ui.press(false);
    shown.ui.frames(1);
    CHECK(shown.ui.workspace->view().selected == "opening");
    const ImVec2 bar = shown.middle("programme/palace/talks");
    shown.ui.move(bar.x, bar.y);
    CHECK(shown.ui.workspace->view().hovered == "talks");
}

TEST_CASE("a bar that is dragged to another lane is held there, as one step")
{
    Shown shown("programme_panel_drag");
    const auto before = shown.placement("talks");
    const ImVec2 from = shown.middle("programme/palace/talks");
    const ImVec2 hall = shown.middle("programme/hall/opening");
    shown.press("programme/palace/talks");
    shown.ui.move(from.x, (from.y + hall.y) / 2);
    shown.ui.move(from.x, hall.y);
    CHECK(shown.ui.workspace->overlays().has_session_in_hand);
    CHECK(shown.venue_of("talks") == "palace"); // nothing is edited before it is put down
    shown.ui.press(false);
    shown.ui.frames(2);
    CHECK(shown.venue_of("talks") == "hall");
    CHECK(shown.placement("talks").start == before.start);
    CHECK(shown.ui.workspace->view().selected == "talks");
    shown.ui.workspace->run(editor::ActionId::undo);
    shown.ui.frames(2);
    CHECK(shown.venue_of("talks") == "palace");
}

TEST_CASE("an edge that is dragged makes a session longer, Escape leaves it as it was")
{
    Shown shown("programme_panel_stretch");
    for (const bool is_given_up : {true, false}) {
        const ui::Control bar = shown.control("programme/palace/talks");
        const float y = (bar.min.y + bar.max.y) / 2;
        shown.ui.move(bar.max.x - 2, y);
        shown.ui.press(true);
        shown.ui.move(bar.max.x + 20, y);
        shown.ui.move(bar.max.x + bar.max.x - bar.min.x - 2, y);
        if (is_given_up) {
            shown.ui.workspace->run(editor::ActionId::close);
            shown.ui.frames(1);
        }
        shown.ui.press(false);
        shown.ui.frames(2);
        const auto& meeting = shown.ui.workspace->programme().meeting();
        CAPTURE(is_given_up);
        CHECK(meeting->problem().session(meeting->find_session("talks")).duration ==
              (is_given_up ? 60 : 120));
    }
}

TEST_CASE("keys carry the selected session by a grain, Enter puts it down")
{
    Shown shown("programme_panel_keys");
    const auto before = shown.placement("talks");
    shown.press("programme/palace/talks");
    shown.ui.press(false);
    shown.ui.frames(1);
    CHECK(shown.ui.shell->key_context() == editor::Context::table); // arrows are not the map's
    shown.ui.key(ImGuiKey_RightArrow);
    shown.ui.key(ImGuiKey_RightArrow);
    shown.ui.key(ImGuiKey_UpArrow);
    CHECK(shown.placement("talks") == before);
    shown.ui.key(ImGuiKey_Enter);
    CHECK(shown.placement("talks").start == before.start + 30);
    CHECK(shown.venue_of("talks") == "hall");
    shown.ui.key(ImGuiKey_RightArrow);
    shown.ui.workspace->run(editor::ActionId::close);
    shown.ui.frames(1);
    shown.ui.key(ImGuiKey_Enter);
    CHECK(shown.placement("talks").start == before.start + 30);
    shown.ui.key(ImGuiKey_Delete);
    CHECK_FALSE(shown.placement("talks").is_placed());
}

TEST_CASE("what waits is carried from the tray into a lane")
{
    Shown shown("programme_panel_tray");
    CHECK_FALSE(shown.placement("open").is_placed());
    const ImVec2 to = shown.middle("programme/palace/talks");
    shown.press("programme/tray/open");
    shown.ui.move(to.x + 200, to.y - 4);
    shown.ui.move(to.x + 200, to.y);
    shown.ui.press(false);
    shown.ui.frames(2);
    CHECK(shown.venue_of("open") == "palace");
}

TEST_CASE("a plan is shown before it is kept, kept as one step, and dropped without a trace")
{
    Shown shown("programme_panel_plan");
    const auto click = [&](const std::string& key) {
        shown.press(key);
        shown.ui.press(false);
        shown.ui.frames(3);
    };
    const auto has = [&](const std::string& key) {
        const auto& all = shown.ui.shell->controls();
        return std::any_of(all.begin(), all.end(),
                           [&](const ui::Control& each) { return each.key == key; });
    };
    CHECK(shown.venue_of("open").empty());
    click("programme/plan");
    CHECK(shown.venue_of("open").empty()); // nothing is edited yet
    CHECK_FALSE(has("programme/tray/open"));
    click("programme/drop");
    CHECK(shown.venue_of("open").empty());
    CHECK(has("programme/tray/open"));
    click("programme/plan");
    click("programme/keep");
    CHECK_FALSE(shown.venue_of("open").empty());
    CHECK(shown.ui.workspace->programme().meeting()->hard_count() == 0);
    CHECK(has("programme/plan"));
    shown.ui.workspace->run(editor::ActionId::undo);
    shown.ui.frames(2);
    CHECK(shown.venue_of("open").empty());
}

TEST_CASE("every sort of lanes is shown in every language, and every text has its room")
{
    for (const Language language : all_languages) {
        for (const auto& [width, height] : {std::pair{1280, 720}, {1920, 1080}}) {
            Shown shown("programme_panel_languages", width, height, language);
            for (const char* by : {"city", "delegation", "interpreter", "vehicle", "venue"}) {
                shown.press("programme/" + std::string(by));
                shown.ui.press(false);
                shown.ui.frames(2);
                shown.ui.check_texts_fit();
            }
        }
    }
}

TEST_CASE("what waits leaves room for the lanes, however small the dock is")
{
    Shown shown("programme_panel_small", 1280, 720);
    editor::Arrangement& panels = shown.ui.workspace->settings().panels;
    panels.dock_height = 0; // as it opens
    panels.is_left_open = panels.is_right_open = true;
    shown.ui.frames(3);
    CHECK(shown.control("programme/tray/open").is_seen());
    const auto controls = shown.ui.shell->controls();
    const auto lanes = std::count_if(controls.begin(), controls.end(), [](const auto& each) {
        return each.key.ends_with("/times") && each.is_seen();
    });
    CHECK(lanes >= 3);
    shown.ui.check_texts_fit();
}

TEST_CASE("a project without sessions has nothing to plan and says so")
{
    const auto has_lanes = [](const ShellFixture& ui) {
        const auto controls = ui.shell->controls();
        return std::any_of(controls.begin(), controls.end(),
                           [](const ui::Control& each) { return each.key == "programme/venue"; });
    };
    {
        ShellFixture ui;
        ui.edit(test::folder_of(test::forum({}), "programme_panel_empty"));
        ui.workspace->run(editor::ActionId::toggle_programme);
        ui.frames(3);
        CHECK(ui.workspace->is_shown(editor::PanelId::programme));
        CHECK_FALSE(has_lanes(ui));
    }
    const Shown shown("programme_panel_some");
    CHECK(has_lanes(shown.ui));
}

} // TEST_SUITE
