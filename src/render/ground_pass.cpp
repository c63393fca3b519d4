#include "render/ground_pass.hpp"

#include <string_view>

namespace dostyk::render {

namespace {

bool is_software_renderer()
{
    const auto* name = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
    const std::string_view renderer = name != nullptr ? name : "";
    return renderer.find("llvmpipe") != std::string_view::npos ||
           renderer.find("softpipe") != std::string_view::npos;
}

} // namespace

GroundPass GroundPass::create()
{
    GroundPass pass;
    pass.m_is_software = is_software_renderer();
    pass.m_copy = make_texture();
    pass.m_framebuffer = make_framebuffer();
    return pass;
}

std::size_t GroundPass::draw(const scene::Frame& frame, const View& view, GLuint target,
                             DrawStats& stats)
{
    const std::size_t count = m_is_software ? GroundRaster::count_drawable(frame.items) : 0;
    if (count == 0) {
        return 0;
    }
    const std::span<const scene::DrawItem> items(frame.items.data(), count);
    const auto& pixels = m_raster.draw(items, frame.background, view, stats);
    glBindTexture(GL_TEXTURE_2D, m_copy.get());
    glBindFramebuffer(GL_READ_FRAMEBUFFER, m_framebuffer.get());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    if (m_width != view.width() || m_height != view.height()) {
        m_width = view.width();
        m_height = view.height();
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, m_width, m_height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                     pixels.data());
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
        glFramebufferTexture2D(GL_READ_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D,
                               m_copy.get(), 0);
    } else {
        glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, m_width, m_height, GL_RGBA, GL_UNSIGNED_BYTE,
                        pixels.data());
    }
    glBlitFramebuffer(0, 0, m_width, m_height, 0, 0, m_width, m_height, GL_COLOR_BUFFER_BIT,
                      GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, target);
    ++stats.draw_calls;
    return count;
}

} // namespace dostyk::render
