/// \file
/// OpenGL names that delete themselves. Inside `render` only.

#pragma once

#include "core/result.hpp"

#include <epoxy/gl.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dostyk::render {

/// One OpenGL name; the context that made it is current when it dies.
template <typename Deleter>
class GlName {
public:
    GlName() = default;
    explicit GlName(GLuint name) : m_name(name) {}
    GlName(GlName&& other) noexcept : m_name(std::exchange(other.m_name, 0)) {}
    GlName& operator=(GlName&& other) noexcept
    {
        std::swap(m_name, other.m_name);
        return *this;
    }
    ~GlName()
    {
        if (m_name != 0) {
            Deleter{}(m_name);
        }
    }

    [[nodiscard]] GLuint get() const noexcept { return m_name; }

private:
    GLuint m_name = 0;
};

struct DeleteBuffer {
    void operator()(GLuint name) const { glDeleteBuffers(1, &name); }
};
struct DeleteVertexArray {
    void operator()(GLuint name) const { glDeleteVertexArrays(1, &name); }
};
struct DeleteTexture {
    void operator()(GLuint name) const { glDeleteTextures(1, &name); }
};
struct DeleteFramebuffer {
    void operator()(GLuint name) const { glDeleteFramebuffers(1, &name); }
};
struct DeleteProgram {
    void operator()(GLuint name) const { glDeleteProgram(name); }
};

using Buffer = GlName<DeleteBuffer>;
using VertexArray = GlName<DeleteVertexArray>;
using Texture = GlName<DeleteTexture>;
using Framebuffer = GlName<DeleteFramebuffer>;
using Program = GlName<DeleteProgram>;

[[nodiscard]] Buffer make_buffer();
[[nodiscard]] VertexArray make_vertex_array();
[[nodiscard]] Texture make_texture();
[[nodiscard]] Framebuffer make_framebuffer();

/// \param name     For the error.
/// \returns        Error unsupported when the driver refuses it; its log is in `where`.
[[nodiscard]] Result<Program> make_program(std::string_view name, const char* vertex_source,
                                           const char* fragment_source);

/// One attribute of an interleaved vertex.
struct Attribute {
    GLuint location = 0;
    GLint components = 0;
    GLenum type = GL_FLOAT; ///< GL_UNSIGNED_BYTE is normalised.
    std::size_t offset = 0;
};

/// Describe the bound array buffer to the bound vertex array.
void set_attributes(std::span<const Attribute> attributes, std::size_t stride);

/// Vertices that are made anew every frame: quads of four, or free triangles.
class StreamMesh {
public:
    StreamMesh() = default;
    StreamMesh(std::span<const Attribute> attributes, std::size_t stride);

    /// Upload and leave the vertex array bound.
    template <typename Vertex>
    void upload(const std::vector<Vertex>& vertices)
    {
        upload_bytes(vertices.data(), vertices.size() * sizeof(Vertex));
    }

    /// Draw `count` quads of the uploaded vertices from quad `first` on.
    void draw_quads(std::size_t first, std::size_t count);
    void draw_triangles(std::size_t vertex_count);

private:
    void upload_bytes(const void* bytes, std::size_t size);

    VertexArray m_array;
    Buffer m_vertices;
    Buffer m_indices; ///< 0 1 2 2 1 3, 4 5 6 ...: grows with the largest frame.
    std::size_t m_indexed_quads = 0;
};

} // namespace dostyk::render
