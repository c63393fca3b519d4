#pragma once

#include "render/gl_objects.hpp"
#include "render/texture_cache.hpp"
#include "render/view.hpp"
#include "scene/frame.hpp"

namespace dostyk::render {

/// Pictures on the map, blended over what there is.
class ImagePass {
public:
    [[nodiscard]] static Result<ImagePass> create();

    void draw(const scene::DrawImage& item, const View& view, TextureCache& textures,
              DrawStats& stats);

private:
    Program m_program;
    GLint m_clip = -1;
    GLint m_opacity = -1;
    VertexArray m_empty; ///< Corners come from gl_VertexID.
};

} // namespace dostyk::render
