#include "render/gl_objects.hpp"

#include <algorithm>
#include <cstdint>

namespace dostyk::render {

namespace {

class Shader {
public:
    Shader(GLenum stage, const char* source) : m_name(glCreateShader(stage))
    {
        glShaderSource(m_name, 1, &source, nullptr);
        glCompileShader(m_name);
    }
    ~Shader() { glDeleteShader(m_name); }
    Shader(const Shader&) = delete;
    Shader& operator=(const Shader&) = delete;

    [[nodiscard]] GLuint get() const noexcept { return m_name; }

    [[nodiscard]] std::string log() const
    {
        std::string text(1024, '\0');
        GLsizei length = 0;
        glGetShaderInfoLog(m_name, static_cast<GLsizei>(text.size()), &length, text.data());
        text.resize(static_cast<std::size_t>(length));
        return text;
    }

private:
    GLuint m_name;
};

} // namespace

Buffer make_buffer()
{
    GLuint name = 0;
    glGenBuffers(1, &name);
    return Buffer(name);
}

VertexArray make_vertex_array()
{
    GLuint name = 0;
    glGenVertexArrays(1, &name);
    return VertexArray(name);
}

Texture make_texture()
{
    GLuint name = 0;
    glGenTextures(1, &name);
    return Texture(name);
}

Framebuffer make_framebuffer()
{
    GLuint name = 0;
    glGenFramebuffers(1, &name);
    return Framebuffer(name);
}

Result<Program> make_program(std::string_view name, const char* vertex_source,
                             const char* fragment_source)
{
    const Shader vertex(GL_VERTEX_SHADER, vertex_source);
    const Shader fragment(GL_FRAGMENT_SHADER, fragment_source);
    Program program(glCreateProgram());
    glAttachShader(program.get(), vertex.get());
    glAttachShader(program.get(), fragment.get());
    glLinkProgram(program.get());
    GLint is_linked = GL_FALSE;
    glGetProgramiv(program.get(), GL_LINK_STATUS, &is_linked);
    if (is_linked == GL_FALSE) {
        return Error{ErrorCode::unsupported,
                     {"error.shader_refused", {{"name", std::string(name)}}},
                     vertex.log() + fragment.log()};
    }
    return program;
}

void set_attributes(std::span<const Attribute> attributes, std::size_t stride)
{
    for (const Attribute& attribute : attributes) {
        glEnableVertexAttribArray(attribute.location);
        glVertexAttribPointer(attribute.location, attribute.components, attribute.type,
                              attribute.type == GL_UNSIGNED_BYTE ? GL_TRUE : GL_FALSE,
                              static_cast<GLsizei>(stride),
                              reinterpret_cast<const void*>(attribute.offset));
    }
}

StreamMesh::StreamMesh(std::span<const Attribute> attributes, std::size_t stride)
: m_array(make_vertex_array()), m_vertices(make_buffer()), m_indices(make_buffer())
{
    glBindVertexArray(m_array.get());
    glBindBuffer(GL_ARRAY_BUFFER, m_vertices.get());
    set_attributes(attributes, stride);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, m_indices.get());
}

void StreamMesh::upload_bytes(const void* bytes, std::size_t size)
{
    glBindVertexArray(m_array.get());
    glBindBuffer(GL_ARRAY_BUFFER, m_vertices.get());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(size), bytes, GL_STREAM_DRAW);
}

void StreamMesh::draw_quads(std::size_t first, std::size_t count)
{
    if (first + count > m_indexed_quads) {
        m_indexed_quads = std::max<std::size_t>(first + count, m_indexed_quads * 2);
        std::vector<std::uint32_t> indices;
        indices.reserve(m_indexed_quads * 6);
        for (std::uint32_t quad = 0; quad < m_indexed_quads; ++quad) {
            for (const std::uint32_t corner : {0U, 1U, 2U, 2U, 1U, 3U}) {
                indices.push_back(quad * 4 + corner);
            }
        }
        glBufferData(GL_ELEMENT_ARRAY_BUFFER,
                     static_cast<GLsizeiptr>(indices.size() * sizeof(std::uint32_t)),
                     indices.data(), GL_STATIC_DRAW);
    }
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(count * 6), GL_UNSIGNED_INT,
                   reinterpret_cast<const void*>(first * 6 * sizeof(std::uint32_t)));
}

void StreamMesh::draw_triangles(std::size_t vertex_count)
{
    glDrawArrays(GL_TRIANGLES, 0, static_cast<GLsizei>(vertex_count));
}

} // namespace dostyk::render
