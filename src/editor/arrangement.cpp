#include "editor/arrangement.hpp"

#include <algorithm>

namespace dostyk::editor {

namespace {

constexpr std::array<std::string_view, panel_count> panel_names{
    "outliner",  "layers",    "history", "legend", "card",         "planning",  "releases",
    "conflicts", "free_busy", "graph",   "b2b",    "interpreters", "programme", "table"};
constexpr std::array<std::string_view, slot_count> slot_names{"left", "right", "dock"};
constexpr std::array<std::string_view, all_layouts.size()> layout_names{"present", "explore",
                                                                        "edit", "protocol"};

/// The value whose name stands at the same place of the list.
template <typename Id, std::size_t Size>
std::optional<Id> parse(const std::array<std::string_view, Size>& names, std::string_view name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt
                                : std::optional(static_cast<Id>(found - names.begin()));
}

} // namespace

std::string_view name_of(PanelId panel) noexcept
{
    return panel_names[static_cast<std::size_t>(panel)];
}

std::optional<PanelId> parse_panel(std::string_view name) noexcept
{
    return parse<PanelId>(panel_names, name);
}

std::string_view name_of(Slot slot) noexcept
{
    return slot_names[static_cast<std::size_t>(slot)];
}

std::optional<Slot> parse_slot(std::string_view name) noexcept
{
    return parse<Slot>(slot_names, name);
}

std::string_view name_of(LayoutId layout) noexcept
{
    return layout_names[static_cast<std::size_t>(layout)];
}

std::optional<LayoutId> parse_layout(std::string_view name) noexcept
{
    return parse<LayoutId>(layout_names, name);
}

std::vector<PanelId> Arrangement::panels_in(Slot slot) const
{
    std::vector<PanelId> panels;
    std::copy_if(all_panels.begin(), all_panels.end(), std::back_inserter(panels),
                 [&](PanelId panel) { return slot_of(panel) == slot; });
    return panels;
}

std::optional<PanelId> Arrangement::front_of(Slot slot) const
{
    const PanelId front = fronts[static_cast<std::size_t>(slot)];
    if (slot_of(front) == slot) {
        return front;
    }
    const auto panels = panels_in(slot);
    return panels.empty() ? std::nullopt : std::optional(panels.front());
}

bool Arrangement::is_open(Slot slot) const
{
    const bool is_asked = slot == Slot::left    ? is_left_open
                          : slot == Slot::right ? is_right_open
                                                : is_dock_open;
    return is_asked && front_of(slot).has_value();
}

void Arrangement::set_open(Slot slot, bool is_open) noexcept
{
    (slot == Slot::left    ? is_left_open
     : slot == Slot::right ? is_right_open
                           : is_dock_open) = is_open;
}

void Arrangement::bring_forward(PanelId panel) noexcept
{
    fronts[static_cast<std::size_t>(slot_of(panel))] = panel;
}

void Arrangement::move(PanelId panel, Slot to) noexcept
{
    slots[static_cast<std::size_t>(panel)] = to;
    bring_forward(panel);
    set_open(to, true);
}

Arrangement make_arrangement(LayoutId layout) noexcept
{
    Arrangement made;
    switch (layout) {
    case LayoutId::present: // the map alone
        made.is_left_open = made.is_right_open = false;
        break;
    case LayoutId::explore:
        break;
    case LayoutId::edit: // the record beside the table that it is a row of
        made.is_dock_open = true;
        made.bring_forward(PanelId::card);
        break;
    case LayoutId::protocol: // the tables are the work, the map shows where
        made.is_dock_open = true;
        made.dock_height = 420;
        made.is_left_open = false;
        made.bring_forward(PanelId::card);
        break;
    }
    return made;
}

} // namespace dostyk::editor
