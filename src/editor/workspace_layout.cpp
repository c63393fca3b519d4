// Panels, their slots, and the layouts.

#include "editor/workspace.hpp"

#include <algorithm>
#include <utility>

namespace dostyk::editor {

namespace {

FrontSlot front_for(Slot slot) noexcept
{
    return slot == Slot::left ? FrontSlot::left : FrontSlot::right;
}

/// The panel that an action of its own shows and hides.
std::optional<PanelId> panel_of(ActionId id) noexcept
{
    switch (id) {
    case ActionId::toggle_layers:
        return PanelId::layers;
    case ActionId::toggle_outliner:
        return PanelId::outliner;
    case ActionId::toggle_history:
        return PanelId::history;
    case ActionId::toggle_card:
        return PanelId::card;
    case ActionId::toggle_legend:
        return PanelId::legend;
    case ActionId::toggle_table:
        return PanelId::table;
    case ActionId::toggle_graph:
        return PanelId::graph;
    case ActionId::toggle_b2b:
        return PanelId::b2b;
    case ActionId::toggle_interpreters:
        return PanelId::interpreters;
    case ActionId::toggle_conflicts:
        return PanelId::conflicts;
    case ActionId::toggle_free_busy:
        return PanelId::free_busy;
    case ActionId::toggle_planning:
        return PanelId::planning;
    case ActionId::toggle_releases:
        return PanelId::releases;
    case ActionId::toggle_programme:
        return PanelId::programme;
    default:
        return std::nullopt;
    }
}

} // namespace

bool Workspace::is_shown(PanelId panel) const
{
    const Arrangement& panels = m_settings.panels;
    const Slot slot = panels.slot_of(panel);
    if (!panels.is_open(slot) || panels.front_of(slot) != panel) {
        return false;
    }
    const bool is_front =
        front_slot == front_for(slot) || (slot == Slot::right && front_slot == FrontSlot::by_room);
    return slot == Slot::dock || has_room_for_both_slots || is_front;
}

void Workspace::show_panel(PanelId panel)
{
    const Slot slot = m_settings.panels.slot_of(panel);
    m_settings.panels.bring_forward(panel);
    m_settings.panels.set_open(slot, true);
    if (slot != Slot::dock) {
        front_slot = front_for(slot);
    }
    m_last_panel = panel;
}

void Workspace::toggle_panel(PanelId panel)
{
    const bool is_closed = is_shown(panel);
    const Slot slot = m_settings.panels.slot_of(panel);
    show_panel(panel);
    if (!is_closed) {
        return;
    }
    // Alone in front it only steps back: in a wider window it stands in its place again.
    const bool is_beside = slot == Slot::dock || has_room_for_both_slots;
    m_settings.panels.set_open(slot, !is_beside);
    if (slot != Slot::dock) {
        front_slot = FrontSlot::none;
    }
}

void Workspace::move_panel(PanelId panel, Slot to)
{
    m_settings.panels.move(panel, to);
    show_panel(panel);
}

void Workspace::set_layout(LayoutId layout)
{
    if (layout == m_settings.layout) {
        return;
    }
    m_settings.other_layouts[m_settings.layout] = m_settings.panels;
    const auto kept = m_settings.other_layouts.extract(layout);
    m_settings.panels = kept.empty() ? make_arrangement(layout) : kept.mapped();
    m_settings.layout = layout;
    m_overlays.are_panels_hidden = false;
    front_slot = FrontSlot::by_room;
    m_edits->end_run();
    is_editing = layout == LayoutId::edit;
}

bool Workspace::run_layouts(ActionId id)
{
    if (const auto panel = panel_of(id)) {
        toggle_panel(*panel);
        return true;
    }
    switch (id) {
    case ActionId::layout_present: // Greyed wherever it is offered: why_not() tells.
        return true;
    case ActionId::layout_explore:
        set_layout(LayoutId::explore);
        return true;
    case ActionId::layout_edit:
        set_layout(LayoutId::edit);
        return true;
    case ActionId::layout_protocol:
        set_layout(LayoutId::protocol);
        return true;
    case ActionId::move_panel_left:
        move_panel(m_last_panel, Slot::left);
        return true;
    case ActionId::move_panel_right:
        move_panel(m_last_panel, Slot::right);
        return true;
    case ActionId::move_panel_down:
        move_panel(m_last_panel, Slot::dock);
        return true;
    case ActionId::show_start:
        open_sheet(Sheet::start);
        return true;
    case ActionId::new_meeting:
        open_sheet(Sheet::new_meeting);
        return true;
    case ActionId::new_project:
        open_sheet(Sheet::new_project);
        return true;
    case ActionId::reset_layout:
        m_settings.panels = make_arrangement(m_settings.layout);
        m_overlays.are_panels_hidden = false;
        front_slot = FrontSlot::by_room;
        return true;
    default:
        return false;
    }
}

} // namespace dostyk::editor
