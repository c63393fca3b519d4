#pragma once

#include "render/gl_objects.hpp"
#include "render/mesh_cache.hpp"
#include "render/view.hpp"
#include "scene/frame.hpp"

namespace dostyk::render {

/// Lines of the map: anti-aliased quads, solid or dashed.
class LinePass {
public:
    [[nodiscard]] static Result<LinePass> create();

    void draw(const scene::DrawLine& line, const View& view, MeshCache& meshes, DrawStats& stats);

private:
    struct Variant {
        Program program;
        GLint clip = -1, pixel = -1, shape = -1, color = -1, edge = -1, dash = -1;
    };
    [[nodiscard]] static Result<Variant> make_variant(const char* name, const char* fragment);

    Variant m_solid;
    Variant m_dashed;
    RangeBatch m_batch;
};

} // namespace dostyk::render
