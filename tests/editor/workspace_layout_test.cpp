#include "editor/workspace.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using namespace dostyk::editor;

namespace {

Workspace desk()
{
    return {std::make_shared<model::Project>(), std::make_shared<geo::MapData>(), Settings{}};
}

} // namespace

TEST_SUITE("editor/workspace_layout") {

TEST_CASE("a layout comes back as it was left, and reset as it was made")
{
    Workspace workspace = desk();
    workspace.move_panel(PanelId::legend, Slot::left);
    const Arrangement explored = workspace.settings().panels;

    workspace.run(ActionId::layout_edit);
    CHECK(workspace.is_editing);
    CHECK(workspace.is_shown(PanelId::table));
    CHECK(workspace.settings().panels.slot_of(PanelId::legend) == Slot::right);
    CHECK(workspace.settings_to_keep().layout == LayoutId::edit);

    workspace.run(ActionId::layout_explore);
    CHECK_FALSE(workspace.is_editing);
    CHECK(workspace.settings().panels == explored);

    workspace.run(ActionId::reset_layout);
    CHECK(workspace.settings().panels == make_arrangement(LayoutId::explore));
}

TEST_CASE("the layout to present cannot be had yet, and says why")
{
    Workspace workspace = desk();
    REQUIRE(workspace.why_not(ActionId::layout_present));
    CHECK(workspace.why_not(ActionId::layout_present)->key == "why_not.no_stage");

    workspace.run(ActionId::layout_present);

    CHECK(workspace.settings().layout == LayoutId::explore);
}

TEST_CASE("the panel that was asked for last is the one that keys move")
{
    Workspace workspace = desk();
    workspace.run(ActionId::toggle_history);
    REQUIRE(workspace.is_shown(PanelId::history));

    workspace.run(ActionId::move_panel_right);
    CHECK(workspace.settings().panels.slot_of(PanelId::history) == Slot::right);
    CHECK(workspace.is_shown(PanelId::history));
    CHECK(workspace.is_shown(PanelId::outliner));

    workspace.run(ActionId::move_panel_down);
    CHECK(workspace.is_shown(PanelId::history));
    CHECK(workspace.settings().panels.is_dock_open);
    CHECK(workspace.settings().panels.front_of(Slot::right) == PanelId::legend);
}

TEST_CASE("a card that was moved to the other side comes forward there")
{
    Workspace workspace = desk();
    workspace.move_panel(PanelId::card, Slot::left);
    workspace.settings().panels.bring_forward(PanelId::outliner);
    workspace.has_room_for_both_slots = false;
    REQUIRE_FALSE(workspace.is_shown(PanelId::card));

    workspace.show_panel(PanelId::card);

    CHECK(workspace.is_shown(PanelId::card));
    CHECK(workspace.front_slot == FrontSlot::left);
}

} // TEST_SUITE
