#pragma once

#include "render/gl_objects.hpp"
#include "render/ground_raster.hpp"

namespace dostyk::render {

/// Brings the ground of GroundRaster into the framebuffer: one upload and one copy, 0.4 ms.
class GroundPass {
public:
    [[nodiscard]] static GroundPass create();

    /// Draw the background and as many leading items as the CPU does faster than OpenGL.
    ///
    /// \returns How many items that were; 0 = nothing was drawn, not even the background.
    [[nodiscard]] std::size_t draw(const scene::Frame& frame, const View& view, GLuint target,
                                   DrawStats& stats);

private:
    bool m_is_software = false;
    GroundRaster m_raster;
    Texture m_copy;
    Framebuffer m_framebuffer;
    int m_width = 0;
    int m_height = 0;
};

} // namespace dostyk::render
