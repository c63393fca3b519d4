/// \file
/// Tab goes through all controls, in the order in which they are drawn.

#pragma once

#include "ui/canvas.hpp"

#include <span>

namespace dostyk::ui {

/// Move the keyboard to the next (+1) or the previous (-1) control, round at the ends.
void move_focus(std::span<const Control> controls, int step);

/// Let arrows, Space and Enter act on controls only while Tab has marked one: else they are the
/// map's, and a control that nobody sees marked would be pressed. At the end of each frame.
void lend_keys_to_marked_control();

/// Take the keyboard away from every control.
void clear_focus();

} // namespace dostyk::ui
