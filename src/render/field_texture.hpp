/// \file
/// An atlas of distance fields and its texture. Inside `render` only.

#pragma once

#include "render/gl_objects.hpp"
#include "render/renderer.hpp"
#include "text/glyph_atlas.hpp"

#include <optional>

namespace dostyk::render {

class FieldTexture {
public:
    FieldTexture(int width, int height, int max_height);

    [[nodiscard]] std::optional<text::AtlasPlace> add(const text::GlyphBitmap& bitmap)
    {
        return m_atlas.add(bitmap);
    }

    /// Upload what was added, and bind the texture.
    void bind(DrawStats& stats);

    [[nodiscard]] int width() const noexcept { return m_atlas.width(); }
    [[nodiscard]] int height() const noexcept { return m_atlas.height(); }

private:
    text::GlyphAtlas m_atlas;
    Texture m_texture;
    int m_uploaded_height = 0;
};

} // namespace dostyk::render
