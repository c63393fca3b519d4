#include "render/mesh_cache.hpp"

#include <array>
#include <cstddef>

namespace dostyk::render {

namespace {

constexpr std::uint64_t kept_frames = 120;

using scene::LineVertex;

constexpr std::array<Attribute, 1> fill_attributes{{{0, 2, GL_FLOAT, 0}}};
constexpr std::array<Attribute, 3> line_attributes{{
    {0, 2, GL_FLOAT, offsetof(LineVertex, x)},
    {1, 2, GL_FLOAT, offsetof(LineVertex, normal_x)},
    {2, 2, GL_FLOAT, offsetof(LineVertex, side)}, // side, along
}};

} // namespace

template <typename Mesh>
void MeshCache::bind_mesh(const Mesh& mesh, std::span<const Attribute> attributes, DrawStats& stats)
{
    Entry& entry = m_entries[mesh.id];
    entry.last_used = m_frame;
    if (entry.array.get() != 0) {
        glBindVertexArray(entry.array.get());
        return;
    }
    entry.array = make_vertex_array();
    entry.vertices = make_buffer();
    entry.indices = make_buffer();
    glBindVertexArray(entry.array.get());
    glBindBuffer(GL_ARRAY_BUFFER, entry.vertices.get());
    glBufferData(GL_ARRAY_BUFFER,
                 static_cast<GLsizeiptr>(mesh.vertices.size() * sizeof(mesh.vertices[0])),
                 mesh.vertices.data(), GL_STATIC_DRAW);
    set_attributes(attributes, sizeof(mesh.vertices[0]));
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, entry.indices.get());
    glBufferData(GL_ELEMENT_ARRAY_BUFFER,
                 static_cast<GLsizeiptr>(mesh.indices.size() * sizeof(std::uint32_t)),
                 mesh.indices.data(), GL_STATIC_DRAW);
    ++stats.uploads;
}

void MeshCache::bind(const scene::FillMesh& mesh, DrawStats& stats)
{
    bind_mesh(mesh, fill_attributes, stats);
}

void MeshCache::bind(const scene::LineMesh& mesh, DrawStats& stats)
{
    bind_mesh(mesh, line_attributes, stats);
}

void MeshCache::end_frame()
{
    ++m_frame;
    std::erase_if(m_entries, [&](const auto& entry) {
        return m_frame - entry.second.last_used > kept_frames;
    });
}

void RangeBatch::draw(std::span<const scene::MeshRange> ranges,
                      std::span<const std::uint32_t> wanted, DrawStats& stats)
{
    m_counts.clear();
    m_offsets.clear();
    std::uint32_t end = 0;
    for (const std::uint32_t index : wanted) {
        const scene::MeshRange& range = ranges[index];
        if (range.count == 0) {
            continue;
        }
        if (!m_counts.empty() && range.first == end) {
            m_counts.back() += static_cast<GLsizei>(range.count);
        } else {
            m_counts.push_back(static_cast<GLsizei>(range.count));
            m_offsets.push_back(reinterpret_cast<const void*>(
                static_cast<std::size_t>(range.first) * sizeof(std::uint32_t)));
        }
        end = range.first + range.count;
        stats.triangles += range.count / 3;
    }
    if (!m_counts.empty()) {
        glMultiDrawElements(GL_TRIANGLES, m_counts.data(), GL_UNSIGNED_INT, m_offsets.data(),
                            static_cast<GLsizei>(m_counts.size()));
        ++stats.draw_calls;
    }
}

} // namespace dostyk::render
