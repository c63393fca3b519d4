/// \file
/// The meeting whose programme is planned, and the choice where there are several.

#pragma once

#include "model/entity.hpp"
#include "ui/canvas.hpp"

namespace dostyk::ui {

/// Its name, or a list to choose from where several meetings have sessions. \returns null where
/// none has; words say so then.
const model::Entity* draw_planned_meeting(Canvas& canvas);

} // namespace dostyk::ui
