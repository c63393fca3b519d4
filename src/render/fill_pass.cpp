#include "render/fill_pass.hpp"

#include "render/shaders/fill.hpp"
#include "render/stripes.hpp"

namespace dostyk::render {

Result<FillPass> FillPass::create()
{
    FillPass pass;
    auto plain = make_program("fill", shaders::fill_vertex, shaders::fill_fragment);
    if (!plain) {
        return plain.error();
    }
    auto hatch = make_program("hatch", shaders::fill_vertex, shaders::hatch_fragment);
    if (!hatch) {
        return hatch.error();
    }
    auto shade = make_program("shaded fill", shaders::shade_vertex, shaders::shade_fragment);
    if (!shade) {
        return shade.error();
    }
    pass.m_shade = *std::move(shade);
    const GLuint shade_name = pass.m_shade.get();
    pass.m_shade_uniforms = {glGetUniformLocation(shade_name, "clip"),
                             glGetUniformLocation(shade_name, "color"),
                             glGetUniformLocation(shade_name, "place")};
    pass.m_plain = *std::move(plain);
    pass.m_hatch = *std::move(hatch);
    const GLuint plain_name = pass.m_plain.get();
    const GLuint hatch_name = pass.m_hatch.get();
    pass.m_plain_uniforms = {glGetUniformLocation(plain_name, "clip"),
                             glGetUniformLocation(plain_name, "color")};
    pass.m_hatch_uniforms = {
        glGetUniformLocation(hatch_name, "clip"), glGetUniformLocation(hatch_name, "color"),
        glGetUniformLocation(hatch_name, "across"), glGetUniformLocation(hatch_name, "size")};
    return pass;
}

void FillPass::use_hatch(const scene::DrawFill& fill, const View& view)
{
    glUseProgram(m_hatch.get());
    const HatchUniforms& uniforms = m_hatch_uniforms;
    glUniform4fv(uniforms.clip, 1, view.clip_of(fill.mesh->origin).data());
    glUniform4fv(uniforms.color, 1, premultiplied(fill.color).data());

    const Stripes stripes = stripes_of(fill, view);
    glUniform3f(uniforms.across, stripes.x, stripes.y, stripes.phase);
    glUniform2f(uniforms.size, fill.hatch.spacing_px, fill.hatch.width_px);
}

void FillPass::use_shade(const scene::DrawFill& fill, const View& view, TextureCache& textures,
                         DrawStats& stats)
{
    glUseProgram(m_shade.get());
    textures.bind(*fill.shade, stats);
    const geo::WorldPoint origin = fill.mesh->origin;
    const geo::WorldBounds& bounds = fill.shade->bounds;
    const double width = bounds.max.x - bounds.min.x;
    const double height = bounds.max.y - bounds.min.y;
    glUniform4fv(m_shade_uniforms.clip, 1, view.clip_of(origin).data());
    glUniform4fv(m_shade_uniforms.color, 1, premultiplied(fill.color).data());
    glUniform4f(m_shade_uniforms.place, static_cast<float>(1 / width),
                static_cast<float>(1 / height),
                static_cast<float>((origin.x - bounds.min.x) / width),
                static_cast<float>((origin.y - bounds.min.y) / height));
}

void FillPass::use_plain(const scene::DrawFill& fill, const View& view)
{
    glUseProgram(m_plain.get());
    glUniform4fv(m_plain_uniforms.clip, 1, view.clip_of(fill.mesh->origin).data());
    glUniform4fv(m_plain_uniforms.color, 1, premultiplied(fill.color).data());
}

void FillPass::draw(const scene::DrawFill& fill, const View& view, MeshCache& meshes,
                    TextureCache& textures, DrawStats& stats)
{
    if (fill.mesh == nullptr || fill.ranges.empty() || fill.color.a == 0) {
        return;
    }
    // Blending reads what it writes over: on a CPU an opaque fill costs half.
    if (fill.color.a == 255 && fill.hatch.spacing_px <= 0) {
        glDisable(GL_BLEND);
    } else {
        glEnable(GL_BLEND);
    }
    if (fill.hatch.spacing_px > 0) {
        use_hatch(fill, view);
    } else if (fill.shade != nullptr && fill.shade->width > 0) {
        use_shade(fill, view, textures, stats);
    } else {
        use_plain(fill, view);
    }
    meshes.bind(*fill.mesh, stats);
    m_batch.draw(fill.mesh->ranges, fill.ranges, stats);
}

} // namespace dostyk::render
