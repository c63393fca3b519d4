#pragma once

#include "app/window.hpp"
#include "core/result.hpp"

#include <memory>

namespace dostyk::app {

struct WindowSize {
    int width = 0; ///< 0 = as large as the desktop gives comfortably
    int height = 0;
    bool is_remembered = false; ///< Then the desktop may have become smaller: it limits the size.
};

/// Open the window with an OpenGL 3.3 core context, current on this thread.
/// Error no_display: no X server, or no OpenGL on it.
[[nodiscard]] Result<std::unique_ptr<Window>> open_window(WindowSize size,
                                                          const std::string& title);

} // namespace dostyk::app
