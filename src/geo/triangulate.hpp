/// \file
/// Polygons to triangles (GLU's tessellator, which needs no GPU).

#pragma once

#include "geo/layer.hpp"

#include <cstdint>
#include <vector>

namespace dostyk::geo {

struct Triangles {
    std::vector<WorldPoint> points;
    std::vector<std::uint32_t> indices; ///< three a triangle
};

/// Triangulate polygons with holes, in Web Mercator.
///
/// Self-intersections are cut where they cross (even-odd); rings that are flat give nothing.
[[nodiscard]] Triangles triangulate(const MultiPolygon& polygons);

/// Sum of the triangles' areas. [world units²]
[[nodiscard]] double area_of(const Triangles& triangles) noexcept;

} // namespace dostyk::geo
