/// \file
/// Boxes found by place: which features may be here?

#pragma once

#include "geo/coordinates.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace dostyk::geo {

/// A static R-tree of boxes (Boost.Geometry, packed at once). Immutable, so threads may share it.
///
/// It answers with candidates; whether a polygon really is there is asked of the polygon.
class SpatialIndex {
public:
    /// \param boxes  An empty box is never found. The value of a box is its position here.
    explicit SpatialIndex(std::span<const WorldBounds> boxes);
    SpatialIndex(SpatialIndex&&) noexcept;
    SpatialIndex& operator=(SpatialIndex&&) noexcept;
    ~SpatialIndex();

    /// Boxes that touch an area, sorted.
    [[nodiscard]] std::vector<std::uint32_t> find(const WorldBounds& area) const;

    /// Boxes that a point lies in, sorted.
    [[nodiscard]] std::vector<std::uint32_t> find(WorldPoint point) const;

    /// At most `count` boxes, nearest first; the distance is to the box, 0 inside.
    [[nodiscard]] std::vector<std::uint32_t> nearest(WorldPoint point, std::size_t count) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace dostyk::geo
