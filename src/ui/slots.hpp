/// \file
/// Where panels stand: bars at the top and the bottom, a slot at each side, a strip for the time.

#pragma once

#include "editor/workspace.hpp"
#include "ui/theme.hpp"

namespace dostyk::ui {

struct Box {
    float x = 0, y = 0, width = 0, height = 0; ///< [px]

    [[nodiscard]] float right() const noexcept { return x + width; }
    [[nodiscard]] float bottom() const noexcept { return y + height; }
    [[nodiscard]] bool is_shown() const noexcept { return width > 0 && height > 0; }
};

/// Boxes of one frame; what is not shown has no size.
struct Layout {
    Box top, status, left, minimap, right, timeline;
    Box tools;                     ///< The bar of tools on the map's left edge
    Box tool_room;                 ///< Beside it, what the panel of the tool in hand may take
    Box dock;                      ///< Tables and graph, above the timeline
    bool has_room_for_both = true; ///< Else the slots take turns.
};

/// \param px_scale  [px] of one unit of the design.
/// \pre the window is larger than nothing
[[nodiscard]] Layout make_layout(float width, float height, float px_scale,
                                 const editor::Settings& settings, editor::FrontSlot front,
                                 bool are_panels_hidden);

/// Widths that the splitters may give. [px at scale 1]
inline constexpr float min_slot_width = 240;
inline constexpr float max_slot_width = 560;
inline constexpr float min_dock_height = 150;

/// From one button of the tool bar to the next. [px at scale 1]
inline constexpr float tool_step = 37;

} // namespace dostyk::ui
