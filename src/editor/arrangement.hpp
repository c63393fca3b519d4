/// \file
/// Where panels stand and which are open; and the named layouts that arrange them for a purpose.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace dostyk::editor {

/// What can stand in a slot, in the order in which tabs show them.
enum class PanelId : std::uint8_t {
    outliner,
    layers,
    history,
    legend,
    card,
    planning,
    releases,
    conflicts,
    free_busy,
    graph,
    b2b,
    interpreters,
    programme,
    table,
};
inline constexpr std::size_t panel_count = 14;

/// The sides of the map, and the dock under it.
enum class Slot : std::uint8_t { left, right, dock };
inline constexpr std::size_t slot_count = 3;

inline constexpr std::array all_panels{
    PanelId::outliner,  PanelId::layers,   PanelId::history,  PanelId::legend,
    PanelId::card,      PanelId::planning, PanelId::releases, PanelId::conflicts,
    PanelId::free_busy, PanelId::graph,    PanelId::b2b,      PanelId::interpreters,
    PanelId::programme, PanelId::table};
inline constexpr std::array all_slots{Slot::left, Slot::right, Slot::dock};

/// "outliner"; shown through "panel.<name>", toggled by the action "toggle_<name>".
[[nodiscard]] std::string_view name_of(PanelId panel) noexcept;
[[nodiscard]] std::optional<PanelId> parse_panel(std::string_view name) noexcept;
/// "left"; shown through "slot.<name>".
[[nodiscard]] std::string_view name_of(Slot slot) noexcept;
[[nodiscard]] std::optional<Slot> parse_slot(std::string_view name) noexcept;

/// One way to arrange the window.
struct Arrangement {
    std::array<Slot, panel_count> slots{
        Slot::left, Slot::left, Slot::left, Slot::right, Slot::right, Slot::right, Slot::right,
        Slot::dock, Slot::dock, Slot::dock, Slot::dock,  Slot::dock,  Slot::dock,  Slot::dock};
    /// The panel that a slot shows; what does not stand there counts for nothing.
    std::array<PanelId, slot_count> fronts{PanelId::outliner, PanelId::legend, PanelId::table};
    bool is_left_open = true;
    bool is_right_open = true;
    bool is_dock_open = false;
    bool is_timeline_open = true;
    float left_width = 300; ///< [px at scale 1]
    float right_width = 380;
    float dock_height = 0; ///< 0 = by the height of the window

    [[nodiscard]] Slot slot_of(PanelId panel) const noexcept
    {
        return slots[static_cast<std::size_t>(panel)];
    }
    [[nodiscard]] std::vector<PanelId> panels_in(Slot slot) const;
    /// The panel that the slot shows; nothing where none stands in it.
    [[nodiscard]] std::optional<PanelId> front_of(Slot slot) const;
    /// Open, and with a panel to show.
    [[nodiscard]] bool is_open(Slot slot) const;
    void set_open(Slot slot, bool is_open) noexcept;
    /// Let its slot show this panel, the next time that it is open.
    void bring_forward(PanelId panel) noexcept;
    /// Put a panel into another slot, in front of those that stand there, and open that slot.
    void move(PanelId panel, Slot to) noexcept;

    friend bool operator==(const Arrangement&, const Arrangement&) = default;
};

/// What the window is used for.
enum class LayoutId : std::uint8_t { present, explore, edit, protocol };
inline constexpr std::array all_layouts{LayoutId::present, LayoutId::explore, LayoutId::edit,
                                        LayoutId::protocol};

/// "explore"; shown through "layout.<name>".
[[nodiscard]] std::string_view name_of(LayoutId layout) noexcept;
[[nodiscard]] std::optional<LayoutId> parse_layout(std::string_view name) noexcept;

/// The layout as it is before anybody has changed it.
[[nodiscard]] Arrangement make_arrangement(LayoutId layout) noexcept;

} // namespace dostyk::editor
