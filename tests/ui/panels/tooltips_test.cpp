#include "planned_forum.hpp"

#include <imgui_internal.h>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace dostyk;
using test::ShellFixture;

namespace {

/// A link in the n-th tooltip that leads elsewhere than to what is open already.
const ui::Control* link_in(const ShellFixture& ui, int level)
{
    const ImGuiWindow* window =
        ImGui::FindWindowByName(("tooltip" + std::to_string(level)).c_str());
    if (window == nullptr || !window->Active) {
        return nullptr;
    }
    for (const ui::Control& control : ui.shell->controls()) {
        if (control.window == window->ID) {
            return &control;
        }
    }
    return nullptr;
}

bool is_open(int level)
{
    const ImGuiWindow* window =
        ImGui::FindWindowByName(("tooltip" + std::to_string(level)).c_str());
    return window != nullptr && window->Active;
}

void rest_on(ShellFixture& ui, const ui::Control& control)
{
    ui.move((control.min.x + control.max.x) / 2, (control.min.y + control.max.y) / 2);
    ui.frames(5);
}

/// The first entity whose tooltip has names in it.
std::string linked_entity(const ShellFixture& ui)
{
    for (const model::Entity& entity : ui.workspace->project().entities) {
        if (entity.kind == "project" &&
            !model::links_of(ui.workspace->project(), entity, model::Pack::enriched).empty()) {
            return entity.id;
        }
    }
    return {};
}

/// A tooltip of the map, as if the pointer rested on a symbol.
ShellFixture& open_first(ShellFixture& ui)
{
    ui.workspace->set_pack(model::Pack::enriched);
    ui.hover = scene::Hit{linked_entity(ui), {}, {}};
    ui.move(800, 300);
    ui.frames(5);
    return ui;
}

} // namespace

TEST_SUITE("ui/panels/tooltips") {

TEST_CASE("a name in a tooltip opens its own, and a name in that one the next")
{
    ShellFixture ui;
    open_first(ui);
    REQUIRE(is_open(0));
    for (int level = 0; level < 3; ++level) {
        CAPTURE(level);
        const ui::Control* link = link_in(ui, level);
        REQUIRE(link != nullptr);
        CHECK_FALSE(is_open(level + 1));

        rest_on(ui, *link);

        CHECK(is_open(level + 1));
    }
    // Away from all of them they close, the map's own with them.
    ui.hover.reset();
    ui.move(500, 900);
    ui.frames(8);
    CHECK_FALSE(is_open(0));
}

TEST_CASE("a press on a name in a nested tooltip selects what it names")
{
    ShellFixture ui;
    open_first(ui);
    REQUIRE(link_in(ui, 0) != nullptr);
    rest_on(ui, *link_in(ui, 0));
    const ui::Control* link = link_in(ui, 1);
    REQUIRE(link != nullptr);
    const std::string name = link->name;

    ui.move((link->min.x + link->max.x) / 2, (link->min.y + link->max.y) / 2);
    ui.press(true);
    ui.press(false);

    REQUIRE(ui.workspace->selected() != nullptr);
    CHECK(model::name_of(*ui.workspace->selected(), model::Pack::enriched, Language::en) == name);
}

TEST_CASE("whom a minute of the programme shows says where they are")
{
    test::PlannedForum forum("tooltip_whereabouts", editor::PanelId::programme,
                             {test::session("talks", test::hours(12, 10, 11), "hall")});
    forum.ui.hover = scene::Hit{"guests", {}, {}};
    forum.ui.move(800, 100);
    forum.ui.frames(5);
    REQUIRE(is_open(0));
    const auto height = [&] {
        forum.ui.frames(2);
        return ImGui::FindWindowByName("tooltip0")->Size.y;
    };
    const float without = height();
    forum.ui.workspace->show_minute(10 * 60 + 30);
    CHECK(height() > without);
    forum.ui.workspace->run(editor::ActionId::toggle_programme_time);
    CHECK(height() == without);
    CHECK_FALSE(forum.ui.workspace->is_programme_shown());
}

} // TEST_SUITE
