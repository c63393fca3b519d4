#include "render/image_pass.hpp"

#include "render/shaders/image.hpp"

namespace dostyk::render {

Result<ImagePass> ImagePass::create()
{
    ImagePass pass;
    auto program = make_program("image", shaders::image_vertex, shaders::image_fragment);
    if (!program) {
        return program.error();
    }
    pass.m_program = *std::move(program);
    pass.m_clip = glGetUniformLocation(pass.m_program.get(), "clip");
    pass.m_opacity = glGetUniformLocation(pass.m_program.get(), "opacity");
    pass.m_empty = make_vertex_array();
    return pass;
}

void ImagePass::draw(const scene::DrawImage& item, const View& view, TextureCache& textures,
                     DrawStats& stats)
{
    if (item.image == nullptr || item.image->width <= 0 || item.opacity <= 0) {
        return;
    }
    glEnable(GL_BLEND);
    glUseProgram(m_program.get());
    textures.bind(*item.image, stats);
    const geo::WorldBounds& bounds = item.image->bounds;
    auto clip = view.clip_of(bounds.min);
    clip[0] *= static_cast<float>(bounds.max.x - bounds.min.x);
    clip[1] *= static_cast<float>(bounds.max.y - bounds.min.y);
    glUniform4fv(m_clip, 1, clip.data());
    glUniform1f(m_opacity, item.opacity);
    glBindVertexArray(m_empty.get());
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    ++stats.draw_calls;
    stats.triangles += 2;
}

} // namespace dostyk::render
