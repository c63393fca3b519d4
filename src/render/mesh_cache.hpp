/// \file
/// Meshes on the GPU, by id. Inside `render` only.

#pragma once

#include "render/gl_objects.hpp"
#include "render/renderer.hpp"
#include "scene/mesh.hpp"

#include <cstdint>
#include <unordered_map>

namespace dostyk::render {

/// Uploads a mesh when it is first drawn; forgets it when it was not drawn for a while.
class MeshCache {
public:
    /// Bind the mesh's vertex array, uploading it first where needed.
    void bind(const scene::FillMesh& mesh, DrawStats& stats);
    void bind(const scene::LineMesh& mesh, DrawStats& stats);

    /// A frame is done: drop what was not used in the last 120.
    void end_frame();

    [[nodiscard]] std::size_t size() const noexcept { return m_entries.size(); }

private:
    struct Entry {
        VertexArray array;
        Buffer vertices;
        Buffer indices;
        std::uint64_t last_used = 0;
    };

    template <typename Mesh>
    void bind_mesh(const Mesh& mesh, std::span<const Attribute> attributes, DrawStats& stats);

    std::unordered_map<std::uint64_t, Entry> m_entries;
    std::uint64_t m_frame = 0;
};

/// Draws ranges of the bound mesh in one call; neighbouring ranges become one.
class RangeBatch {
public:
    void draw(std::span<const scene::MeshRange> ranges, std::span<const std::uint32_t> wanted,
              DrawStats& stats);

private:
    std::vector<GLsizei> m_counts;
    std::vector<const void*> m_offsets;
};

} // namespace dostyk::render
