#pragma once

#include "render/gl_objects.hpp"
#include "render/path_mesh.hpp"
#include "render/renderer.hpp"
#include "render/view.hpp"
#include "scene/frame.hpp"

#include <vector>

namespace dostyk::render {

/// Polylines that live for one frame; those that follow one another are one draw call.
class PathPass {
public:
    [[nodiscard]] static Result<PathPass> create();

    void add(const scene::DrawPath& path) { append_path(path, m_vertices); }

    /// Draw what was added.
    void flush(const View& view, DrawStats& stats);

private:
    Program m_program;
    GLint m_clip = -1;
    StreamMesh m_mesh;
    std::vector<PathVertex> m_vertices;
};

} // namespace dostyk::render
