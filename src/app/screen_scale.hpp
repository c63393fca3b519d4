/// \file
/// How large words and buttons are on a screen until somebody chooses.

#pragma once

#include <optional>

namespace dostyk::app {

/// As the desktop says, else by the size of the screen, in halves: 1 for up to full HD and what is
/// not twice as large, 2 for 3840x2160.
///
/// \param dpi  Dots per inch that the desktop states (Xft.dpi), of which 96 are usual.
[[nodiscard]] float find_screen_scale(std::optional<double> dpi, int width, int height);

} // namespace dostyk::app
