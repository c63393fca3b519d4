#include "render/line_pass.hpp"

#include "render/shaders/line.hpp"

#include <algorithm>

namespace dostyk::render {

Result<LinePass::Variant> LinePass::make_variant(const char* name, const char* fragment)
{
    auto program = make_program(name, shaders::line_vertex, fragment);
    if (!program) {
        return program.error();
    }
    Variant variant;
    variant.program = *std::move(program);
    const GLuint gl = variant.program.get();
    variant.clip = glGetUniformLocation(gl, "clip");
    variant.pixel = glGetUniformLocation(gl, "pixel");
    variant.shape = glGetUniformLocation(gl, "shape");
    variant.color = glGetUniformLocation(gl, "color");
    variant.edge = glGetUniformLocation(gl, "edge");
    variant.dash = glGetUniformLocation(gl, "dash");
    return variant;
}

Result<LinePass> LinePass::create()
{
    auto solid = make_variant("line", shaders::line_fragment);
    if (!solid) {
        return solid.error();
    }
    auto dashed = make_variant("dashed line", shaders::dashed_line_fragment);
    if (!dashed) {
        return dashed.error();
    }
    LinePass pass;
    pass.m_solid = *std::move(solid);
    pass.m_dashed = *std::move(dashed);
    return pass;
}

void LinePass::draw(const scene::DrawLine& line, const View& view, MeshCache& meshes,
                    DrawStats& stats)
{
    if (line.mesh == nullptr || line.ranges.empty() || line.color.a == 0 || line.width_px <= 0) {
        return;
    }
    const bool is_dashed = line.dash_px > 0 && line.gap_px > 0;
    const Variant& variant = is_dashed ? m_dashed : m_solid;
    glEnable(GL_BLEND);
    glUseProgram(variant.program.get());
    // Below one pixel a line gets fainter, not thinner: otherwise it breaks into dots.
    const float width = std::max(line.width_px, 1.0F);
    const float strength = std::min(line.width_px, 1.0F);
    const float half = width / 2 + 0.5F;
    glUniform4fv(variant.clip, 1, view.clip_of(line.mesh->origin).data());
    glUniform2f(variant.pixel, 2.0F / static_cast<float>(view.width()),
                -2.0F / static_cast<float>(view.height()));
    glUniform3f(variant.shape, half, line.offset_px, static_cast<float>(view.scale()));
    glUniform4fv(variant.color, 1, premultiplied(line.color, strength).data());
    glUniform1f(variant.edge, half);
    if (is_dashed) {
        glUniform2f(variant.dash, line.dash_px, line.dash_px + line.gap_px);
    }
    meshes.bind(*line.mesh, stats);
    m_batch.draw(line.mesh->ranges, line.ranges, stats);
}

} // namespace dostyk::render
