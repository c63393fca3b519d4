#include "render/field_batch.hpp"

namespace dostyk::render {

FieldBatch::FieldBatch(Program program, FieldTexture fields, std::span<const Attribute> attributes,
                       std::size_t stride)
: m_program(std::move(program)),
  m_clip(glGetUniformLocation(m_program.get(), "clip")),
  m_atlas(glGetUniformLocation(m_program.get(), "atlas")),
  m_fields(std::move(fields)),
  m_mesh(attributes, stride)
{}

void FieldBatch::draw_uploaded(std::size_t quads, const View& view, DrawStats& stats)
{
    glEnable(GL_BLEND);
    glUseProgram(m_program.get());
    glUniform4fv(m_clip, 1, view.clip_of_pixels().data());
    m_fields.bind(stats);
    glUniform2f(m_atlas, 1.0F / static_cast<float>(m_fields.width()),
                1.0F / static_cast<float>(m_fields.height()));
    m_mesh.draw_quads(0, quads);
    ++stats.draw_calls;
    stats.triangles += quads * 2;
}

} // namespace dostyk::render
