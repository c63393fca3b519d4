/// \file
/// Meshes: CPU only. The renderer uploads a mesh once and knows it again by its id.

#pragma once

#include "geo/coordinates.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace dostyk::scene {

/// Run of indices with the bounds of what it draws; the unit of culling.
struct MeshRange {
    geo::WorldBounds bounds;
    std::uint32_t first = 0; ///< into indices
    std::uint32_t count = 0;
    std::int32_t feature = -1; ///< Index of the feature in its layer.
};

/// Position relative to the mesh's origin. [world units]
struct FillVertex {
    float x = 0;
    float y = 0;
};

/// Triangles. Positions are float about a double origin, subtracted per frame: 0.1 px at zoom 14.
struct FillMesh {
    std::uint64_t id = 0; ///< Unique in the process; see next_mesh_id().
    geo::WorldPoint origin;
    std::vector<FillVertex> vertices;
    std::vector<std::uint32_t> indices; ///< three a triangle
    std::vector<MeshRange> ranges;
};

/// A line is drawn as quads: the shader puts each vertex at
/// (x, y) + normal * (side * half the width + the line's offset), so one mesh serves every width
/// and zoom. The two vertices of a pair differ in `side` alone.
struct LineVertex {
    float x = 0;
    float y = 0;
    float normal_x = 0; ///< Right of the direction, (-dy, dx); a mitre is longer than 1, at most 2.
    float normal_y = 0;
    float side = 0;  ///< -1 = left, +1 = right; also for anti-aliasing
    float along = 0; ///< Length from the start of the line, for dashes. [world units]
};

struct LineMesh {
    std::uint64_t id = 0;
    geo::WorldPoint origin;
    std::vector<LineVertex> vertices;
    std::vector<std::uint32_t> indices;
    std::vector<MeshRange> ranges;
};

/// Process-wide counter; thread-safe.
[[nodiscard]] std::uint64_t next_mesh_id() noexcept;

/// RGBA picture on the map, in Web Mercator, north first; sRGB, premultiplied by its alpha.
///
/// One that is opaque everywhere is far cheaper than one that is not: it is copied, not blended.
struct Image {
    std::uint64_t id = 0;
    int width = 0;
    int height = 0;
    geo::WorldBounds bounds;
    std::vector<std::uint8_t> pixels; ///< (height, width, 4)
};

} // namespace dostyk::scene
