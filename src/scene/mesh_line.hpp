/// \file
/// Polylines to line meshes: quads whose vertices the shader pushes out along their normals.

#pragma once

#include "scene/mesh.hpp"

#include <span>

namespace dostyk::scene {

/// Collects polylines into one mesh.
class LineMeshBuilder {
public:
    /// Every line is stored relative to the origin. [world units]
    explicit LineMeshBuilder(geo::WorldPoint origin);

    /// Add one polyline, split into runs with bounds of their own.
    ///
    /// Repeated points are dropped. A corner sharper than a mitre of twice the width is cut open:
    /// both sides end square.
    ///
    /// \param points     (2 or more) [world units]; a shorter line adds nothing.
    /// \param feature    Written into the ranges.
    void add(std::span<const geo::WorldPoint> points, std::int32_t feature);

    [[nodiscard]] std::uint32_t range_count() const noexcept
    {
        return static_cast<std::uint32_t>(m_mesh.ranges.size());
    }

    /// \post The builder is empty.
    [[nodiscard]] LineMesh finish();

private:
    struct Normal {
        double x = 0;
        double y = 0;
    };
    void add_pair(geo::WorldPoint point, Normal normal, double along);
    void add_quad();
    void close_range(std::uint32_t first, std::span<const geo::WorldPoint> points,
                     std::int32_t feature);

    LineMesh m_mesh;
};

} // namespace dostyk::scene
