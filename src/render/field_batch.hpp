/// \file
/// Quads that distance fields shape: what labels and symbols have in common. Inside `render` only.

#pragma once

#include "render/field_texture.hpp"
#include "render/gl_objects.hpp"
#include "render/view.hpp"

#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace dostyk::render {

class FieldBatch {
public:
    /// \param program  With the uniforms "clip" and "atlas", the size of a pixel of the fields.
    FieldBatch(Program program, FieldTexture fields, std::span<const Attribute> attributes,
               std::size_t stride);

    [[nodiscard]] std::optional<text::AtlasPlace> add(const text::GlyphBitmap& bitmap)
    {
        return m_fields.add(bitmap);
    }

    /// Draw quads, `upper` above `lower`, and empty both.
    template <typename Vertex>
    void flush(std::vector<Vertex>& lower, std::vector<Vertex>& upper, const View& view,
               DrawStats& stats)
    {
        lower.insert(lower.end(), upper.begin(), upper.end());
        upper.clear();
        if (!lower.empty()) {
            m_mesh.upload(lower);
            draw_uploaded(lower.size() / 4, view, stats);
            lower.clear();
        }
    }

private:
    void draw_uploaded(std::size_t quads, const View& view, DrawStats& stats);

    Program m_program;
    GLint m_clip;
    GLint m_atlas;
    FieldTexture m_fields;
    StreamMesh m_mesh;
};

} // namespace dostyk::render
