/// \file
/// A framebuffer in place of a window: what the program draws without a display.

#pragma once

#include "render/renderer.hpp"

#include <memory>

namespace dostyk::render {

/// \pre A context is current, for the whole life.
class OffscreenTarget {
public:
    OffscreenTarget(int width, int height);
    OffscreenTarget(OffscreenTarget&&) noexcept;
    OffscreenTarget& operator=(OffscreenTarget&&) noexcept;
    ~OffscreenTarget();

    /// OpenGL name, for Renderer::blit().
    [[nodiscard]] unsigned framebuffer() const noexcept;
    [[nodiscard]] Picture read_back() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// What the window shows now, before its buffers are swapped.
[[nodiscard]] Picture read_window(int width, int height);

} // namespace dostyk::render
