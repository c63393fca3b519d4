/// \file
/// Tab goes through all controls, in the order in which they are drawn.

#pragma once

#include "ui/canvas.hpp"

#include <span>
#include <vector>

namespace dostyk::ui {

/// The controls that Tab goes through: those of the open menu where one is open, else all.
[[nodiscard]] std::vector<const Control*> reachable(std::span<const Control> controls);

/// The control that has the keyboard: marked by Tab, or a text that is being written; null when
/// none has.
[[nodiscard]] const Control* find_marked(std::span<const Control> controls);

/// Move the keyboard to the next (+1) or the previous (-1) control, round at the ends.
void move_focus(std::span<const Control> controls, int step);

/// Stop writing in the field that has the keyboard: it is left in the frame that is being drawn.
void leave_text();

/// Let the item that was just drawn have the keyboard from the next frame on, scrolled into sight.
void take_keys(bool takes_text);

/// Let arrows, Space and Enter act on controls only while Tab has marked one: else they are the
/// map's, and a control that nobody sees marked would be pressed. At the end of each frame.
void lend_keys_to_marked_control();

/// Take the keyboard away from every control.
void clear_focus();

} // namespace dostyk::ui
