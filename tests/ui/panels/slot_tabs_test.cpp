#include "ui/panels/slot_tabs.hpp"

#include "ui/fixture.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

using namespace dostyk;
using namespace dostyk::test;
using editor::PanelId;
using editor::Slot;

namespace {

std::string say(std::string_view key)
{
    return std::string(tr(Language::en, key));
}

geo::ScreenPoint middle_of(const ui::Control& control)
{
    return {(control.min.x + control.max.x) / 2, (control.min.y + control.max.y) / 2};
}

} // namespace

TEST_SUITE("ui/panels/slot_tabs") {

TEST_CASE("every panel is drawn in every slot that it is put into")
{
    ShellFixture ui;
    editor::Arrangement& panels = ui.workspace->settings().panels;
    for (const PanelId panel : editor::all_panels) {
        for (const Slot slot : editor::all_slots) {
            CAPTURE(name_of(panel));
            CAPTURE(name_of(slot));
            panels = editor::Arrangement{};
            ui.workspace->move_panel(panel, slot);
            ui.frames(2);
            CHECK(ui.workspace->is_shown(panel));
            ui.check_texts_fit();
        }
    }
}

TEST_CASE("a tab that is dragged onto another slot takes its panel there")
{
    ShellFixture ui;
    const ui::Control* tab = ui.find(say("panel.layers"));
    REQUIRE(tab != nullptr);
    const auto from = middle_of(*tab);
    const ui::Control* legend = ui.find(say("panel.legend"));
    REQUIRE(legend != nullptr);
    const auto to = middle_of(*legend);

    ui.move(from.x, from.y);
    ui.press(true);
    ui.move(from.x + 40, from.y + 40);
    ui.move(to.x, to.y + 200);
    ui.press(false);
    ui.frames(1);

    CHECK(ui.workspace->settings().panels.slot_of(PanelId::layers) == Slot::right);
    CHECK(ui.workspace->is_shown(PanelId::layers));
}

TEST_CASE("a tab that is let go over the map stays where it was")
{
    ShellFixture ui;
    const ui::Control* tab = ui.find(say("panel.layers"));
    REQUIRE(tab != nullptr);
    const auto from = middle_of(*tab);

    ui.move(from.x, from.y);
    ui.press(true);
    ui.move(from.x + 40, from.y + 40);
    ui.move(960, 400);
    ui.press(false);
    ui.frames(1);

    CHECK(ui.workspace->settings().panels == editor::Arrangement{});
}

} // TEST_SUITE
