#include "render/texture_cache.hpp"

#include <algorithm>

namespace dostyk::render {

namespace {

constexpr std::uint64_t kept_frames = 120;
/// Narrower pictures go without smaller levels: making those compiles shaders, 0.1 s on a CPU.
constexpr int never_shrunk_px = 64;

} // namespace

void TextureCache::bind(const scene::Image& image, DrawStats& stats)
{
    Entry& entry = m_entries[image.id];
    entry.last_used = m_frame;
    if (entry.texture.get() != 0) {
        glBindTexture(GL_TEXTURE_2D, entry.texture.get());
        return;
    }
    entry.texture = make_texture();
    glBindTexture(GL_TEXTURE_2D, entry.texture.get());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, image.width, image.height, 0, GL_RGBA,
                 GL_UNSIGNED_BYTE, image.pixels.data());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    if (std::min(image.width, image.height) > never_shrunk_px) {
        // The nearest level, linear within it: blending two levels costs twice on a CPU.
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_NEAREST);
        glGenerateMipmap(GL_TEXTURE_2D);
    } else {
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
    }
    ++stats.uploads;
}

void TextureCache::end_frame()
{
    ++m_frame;
    std::erase_if(m_entries, [&](const auto& entry) {
        return m_frame - entry.second.last_used > kept_frames;
    });
}

} // namespace dostyk::render
