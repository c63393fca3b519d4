#include "render/field_texture.hpp"

#include <cstddef>

namespace dostyk::render {

FieldTexture::FieldTexture(int width, int height, int max_height)
: m_atlas(width, height, max_height), m_texture(make_texture())
{
    glBindTexture(GL_TEXTURE_2D, m_texture.get());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
}

void FieldTexture::bind(DrawStats& stats)
{
    glBindTexture(GL_TEXTURE_2D, m_texture.get());
    const text::DirtyRows rows = m_atlas.take_dirty_rows();
    if (rows.is_empty()) {
        return;
    }
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    ++stats.uploads;
    if (m_uploaded_height != m_atlas.height()) {
        m_uploaded_height = m_atlas.height();
        glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, m_atlas.width(), m_atlas.height(), 0, GL_RED,
                     GL_UNSIGNED_BYTE, m_atlas.pixels().data());
        return;
    }
    const auto offset =
        static_cast<std::size_t>(rows.first) * static_cast<std::size_t>(m_atlas.width());
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, rows.first, m_atlas.width(), rows.last - rows.first,
                    GL_RED, GL_UNSIGNED_BYTE, m_atlas.pixels().data() + offset);
}

} // namespace dostyk::render
