/// \file
/// The camera: which part of the world is on the screen, and how large.

#pragma once

#include "geo/coordinates.hpp"

namespace dostyk::scene {

/// Size of one world unit at zoom 0. [px] (512-px tiles, as in MapLibre)
inline constexpr double world_size_px = 512;
inline constexpr double min_zoom = 2.5;
inline constexpr double max_zoom = 14;

struct Viewport {
    int width = 0; ///< [px]
    int height = 0;

    friend bool operator==(const Viewport&, const Viewport&) = default;
};

/// Looks straight down, north is up. Zoom counts doublings.
struct Camera {
    geo::WorldPoint centre{0.5, 0.5};
    double zoom = 4;

    [[nodiscard]] double px_per_world_unit() const noexcept;

    friend bool operator==(const Camera&, const Camera&) = default;
};

[[nodiscard]] geo::ScreenPoint to_screen(const Camera& camera, Viewport viewport,
                                         geo::WorldPoint point) noexcept;
[[nodiscard]] geo::WorldPoint to_world(const Camera& camera, Viewport viewport,
                                       geo::ScreenPoint point) noexcept;
[[nodiscard]] geo::WorldBounds visible_bounds(const Camera& camera, Viewport viewport) noexcept;

/// Zoom so that the point under the cursor stays where it is.
[[nodiscard]] Camera zoomed_at(const Camera& camera, Viewport viewport, geo::ScreenPoint cursor,
                               double zoom) noexcept;

/// The largest zoom that shows the bounds with a margin on every side. [px]
[[nodiscard]] Camera fitted(const geo::WorldBounds& bounds, Viewport viewport,
                            float margin_px) noexcept;

/// Keep zoom in range and the centre over the region (lon 40..95, lat 32..62).
[[nodiscard]] Camera clamped(const Camera& camera) noexcept;

} // namespace dostyk::scene
