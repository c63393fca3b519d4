/// \file
/// Places that nobody presses and logs name all the same: where something is carried to.

#pragma once

#include "ui/canvas.hpp"

#include <imgui.h>

#include <string_view>

namespace dostyk::ui {

/// Let logs name a rectangle: a control without an item of ImGui, which Tab passes by. Its place
/// counts in whole, so that a share of it is the same however far it is scrolled away. [px]
///
/// \param id  Unique with what push_id() has put before it; the same in all languages.
void note_place(Canvas& canvas, ImVec2 min, ImVec2 max, std::string_view id);

} // namespace dostyk::ui
