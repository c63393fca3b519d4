#include "render/offscreen_target.hpp"

#include "render/gl_objects.hpp"

#include <algorithm>

namespace dostyk::render {

struct OffscreenTarget::State {
    Framebuffer framebuffer;
    Texture texture;
    int width = 0;
    int height = 0;
};

namespace {

Picture read_framebuffer(GLuint framebuffer, int width, int height)
{
    Picture picture{width, height, {}};
    const auto row = static_cast<std::size_t>(width) * 4;
    picture.pixels.resize(row * static_cast<std::size_t>(height));
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, picture.pixels.data());
    // OpenGL counts rows from below.
    auto* pixels = picture.pixels.data();
    for (int y = 0; y < height / 2; ++y) {
        std::swap_ranges(pixels + row * static_cast<std::size_t>(y),
                         pixels + row * static_cast<std::size_t>(y + 1),
                         pixels + row * static_cast<std::size_t>(height - 1 - y));
    }
    for (std::size_t i = 3; i < picture.pixels.size(); i += 4) {
        picture.pixels[i] = 255; // what blending left in alpha is no part of the picture
    }
    return picture;
}

} // namespace

OffscreenTarget::OffscreenTarget(int width, int height)
: m_state(std::make_unique<State>(State{make_framebuffer(), make_texture(), width, height}))
{
    glBindTexture(GL_TEXTURE_2D, m_state->texture.get());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, m_state->framebuffer.get());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D,
                           m_state->texture.get(), 0);
}

OffscreenTarget::OffscreenTarget(OffscreenTarget&&) noexcept = default;
OffscreenTarget& OffscreenTarget::operator=(OffscreenTarget&&) noexcept = default;
OffscreenTarget::~OffscreenTarget() = default;

unsigned OffscreenTarget::framebuffer() const noexcept
{
    return m_state->framebuffer.get();
}

Picture OffscreenTarget::read_back() const
{
    return read_framebuffer(m_state->framebuffer.get(), m_state->width, m_state->height);
}

Picture read_window(int width, int height)
{
    return read_framebuffer(0, width, height);
}

} // namespace dostyk::render
