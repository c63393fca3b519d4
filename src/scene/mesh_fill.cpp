#include "scene/mesh_fill.hpp"

#include <utility>

namespace dostyk::scene {

FillMeshBuilder::FillMeshBuilder(geo::WorldPoint origin)
{
    m_mesh.origin = origin;
}

void FillMeshBuilder::add(const geo::Triangles& triangles, std::int32_t feature)
{
    if (triangles.indices.empty()) {
        return;
    }
    const auto base = static_cast<std::uint32_t>(m_mesh.vertices.size());
    MeshRange range;
    range.first = static_cast<std::uint32_t>(m_mesh.indices.size());
    range.count = static_cast<std::uint32_t>(triangles.indices.size());
    range.feature = feature;
    for (const geo::WorldPoint& point : triangles.points) {
        range.bounds.add(point);
        m_mesh.vertices.push_back({static_cast<float>(point.x - m_mesh.origin.x),
                                   static_cast<float>(point.y - m_mesh.origin.y)});
    }
    for (const std::uint32_t index : triangles.indices) {
        m_mesh.indices.push_back(base + index);
    }
    m_mesh.ranges.push_back(range);
}

FillMesh FillMeshBuilder::finish()
{
    FillMesh mesh = std::exchange(m_mesh, {});
    m_mesh.origin = mesh.origin;
    mesh.id = next_mesh_id();
    return mesh;
}

} // namespace dostyk::scene
