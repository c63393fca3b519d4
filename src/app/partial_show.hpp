/// \file
/// Show a part of the window where the driver can.

#pragma once

#include <optional>

namespace dostyk::app {

/// The GLX extension MESA_copy_sub_buffer on the current window.
///
/// After a swap the back buffer holds anything, so a part alone can be shown by a copy only. With
/// it the minute of a clock costs a software rasteriser a strip and not 8 MB.
class PartialShow {
public:
    /// Nothing where the driver cannot. \pre The window's context is current.
    [[nodiscard]] static std::optional<PartialShow> find();

    /// A part from the lower left corner, as OpenGL counts. [px]
    struct Part {
        int x;
        int y;
        int width;
        int height;
    };
    void show(const Part& part) const;

private:
    using Copy = void (*)(void* display, unsigned long drawable, int x, int y, int width,
                          int height);
    PartialShow(Copy copy, void* display, unsigned long drawable)
    : m_copy(copy), m_display(display), m_drawable(drawable)
    {}

    Copy m_copy;
    void* m_display;
    unsigned long m_drawable;
};

} // namespace dostyk::app
