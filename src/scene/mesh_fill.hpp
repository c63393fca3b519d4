/// \file
/// Polygons to fill meshes.

#pragma once

#include "geo/triangulate.hpp"
#include "scene/mesh.hpp"

namespace dostyk::scene {

class FillMeshBuilder {
public:
    explicit FillMeshBuilder(geo::WorldPoint origin);

    /// Add one feature as one range; nothing when it has no triangles.
    void add(const geo::Triangles& triangles, std::int32_t feature);

    /// \post The builder is empty.
    [[nodiscard]] FillMesh finish();

private:
    FillMesh m_mesh;
};

} // namespace dostyk::scene
