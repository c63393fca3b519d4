/// \file
/// The tabs of a slot; a panel is moved to another slot by its tab's menu or by dragging the tab.

#pragma once

#include "ui/canvas.hpp"
#include "ui/slots.hpp"

namespace dostyk::ui {

[[nodiscard]] const char* icon_of(editor::PanelId panel) noexcept;

/// One tab for each panel of a slot at a side, as wide as the slot.
void draw_slot_tabs(Canvas& canvas, editor::Slot slot);

/// Let the tab that was just drawn be dragged, and give it the menu of the slots.
void make_movable(Canvas& canvas, editor::PanelId panel);

/// Where a dragged tab may be dropped; moves the panel when it is let go there. Call it after all
/// panels.
void draw_drop_zones(Canvas& canvas, const Layout& layout);

} // namespace dostyk::ui
