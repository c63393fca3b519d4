/// \file
/// The outlines of filled shapes. Inside `render` only.

#pragma once

#include "scene/mesh.hpp"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace dostyk::render {

/// Finds the outline of a range of triangles and keeps it as long as its mesh is drawn.
///
/// A span between two outlines is many times longer than one between two edges of triangles.
class OutlineCache {
public:
    /// By position in the mesh's vertices.
    struct Edge {
        std::uint32_t from = 0;
        std::uint32_t to = 0;
    };

    /// The edges that belong to an odd number of the range's triangles.
    [[nodiscard]] const std::vector<Edge>& outline_of(const scene::FillMesh& mesh,
                                                      std::uint32_t range);

    /// A frame is done: drop what was not used in the last 120.
    void end_frame();

private:
    struct Entry {
        std::vector<std::vector<Edge>> outlines; ///< (ranges); empty until asked for
        std::uint64_t last_used = 0;
    };

    std::unordered_map<std::uint64_t, Entry> m_entries;
    std::uint64_t m_frame = 0;
};

} // namespace dostyk::render
