#include "render/path_pass.hpp"

#include "render/shaders/path.hpp"

#include <array>
#include <cstddef>

namespace dostyk::render {

namespace {

constexpr std::array<Attribute, 4> attributes{{
    {0, 2, GL_FLOAT, offsetof(PathVertex, x)},
    {1, 4, GL_FLOAT, offsetof(PathVertex, across)},
    {2, 2, GL_FLOAT, offsetof(PathVertex, dash)},
    {3, 4, GL_UNSIGNED_BYTE, offsetof(PathVertex, color)},
}};

} // namespace

Result<PathPass> PathPass::create()
{
    PathPass pass;
    auto program = make_program("path", shaders::path_vertex, shaders::path_fragment);
    if (!program) {
        return program.error();
    }
    pass.m_program = *std::move(program);
    pass.m_clip = glGetUniformLocation(pass.m_program.get(), "clip");
    pass.m_mesh = StreamMesh(attributes, sizeof(PathVertex));
    return pass;
}

void PathPass::flush(const View& view, DrawStats& stats)
{
    if (m_vertices.empty()) {
        return;
    }
    glEnable(GL_BLEND);
    glUseProgram(m_program.get());
    glUniform4fv(m_clip, 1, view.clip_of_pixels().data());
    m_mesh.upload(m_vertices);
    m_mesh.draw_triangles(m_vertices.size());
    ++stats.draw_calls;
    stats.triangles += m_vertices.size() / 3;
    m_vertices.clear();
}

} // namespace dostyk::render
