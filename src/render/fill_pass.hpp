#pragma once

#include "render/gl_objects.hpp"
#include "render/mesh_cache.hpp"
#include "render/texture_cache.hpp"
#include "render/view.hpp"
#include "scene/frame.hpp"

namespace dostyk::render {

/// Polygons: plain, striped, or with relief laid over their colour.
class FillPass {
public:
    [[nodiscard]] static Result<FillPass> create();

    void draw(const scene::DrawFill& fill, const View& view, MeshCache& meshes,
              TextureCache& textures, DrawStats& stats);

private:
    void use_hatch(const scene::DrawFill& fill, const View& view);

    void use_shade(const scene::DrawFill& fill, const View& view, TextureCache& textures,
                   DrawStats& stats);
    void use_plain(const scene::DrawFill& fill, const View& view);

    struct PlainUniforms {
        GLint clip = -1, color = -1;
    };
    struct HatchUniforms {
        GLint clip = -1, color = -1, across = -1, size = -1;
    };

    struct ShadeUniforms {
        GLint clip = -1, color = -1, place = -1;
    };

    Program m_plain;
    PlainUniforms m_plain_uniforms;
    Program m_hatch;
    HatchUniforms m_hatch_uniforms;
    Program m_shade;
    ShadeUniforms m_shade_uniforms;
    RangeBatch m_batch;
};

} // namespace dostyk::render
