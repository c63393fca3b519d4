/// \file
/// Tab goes through all controls, in the order in which they are drawn.

#pragma once

#include "ui/canvas.hpp"

#include <span>

namespace dostyk::ui {

/// Move the keyboard to the next (+1) or the previous (-1) control, round at the ends.
void move_focus(std::span<const Control> controls, int step);

/// Take the keyboard away from every control.
void clear_focus();

} // namespace dostyk::ui
