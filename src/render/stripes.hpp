/// \file
/// Where the stripes of a hatch lie. Inside `render` only.

#pragma once

#include "render/view.hpp"
#include "scene/frame.hpp"

#include <cmath>

namespace dostyk::render {

/// Turns of the pattern per framebuffer pixel, and its phase; a stripe's middle is at a half.
struct Stripes {
    float x = 0;
    float y = 0; ///< Framebuffer rows grow upwards.
    float phase = 0;
};

/// They hang on the middle of the first shape: they move with it when the map is dragged, and
/// spread from it when it is zoomed.
///
/// \pre The fill has a range.
[[nodiscard]] inline Stripes stripes_of(const scene::DrawFill& fill, const View& view)
{
    const geo::WorldPoint anchor = fill.mesh->ranges[fill.ranges.front()].bounds.centre();
    const auto spacing = static_cast<double>(fill.hatch.spacing_px);
    const auto angle = static_cast<double>(fill.hatch.angle_rad);
    const double x = -std::sin(angle) / spacing;
    const double y = -std::cos(angle) / spacing;
    const double turns =
        -(view.screen_x(anchor.x) * x + (view.height() - view.screen_y(anchor.y)) * y);
    return {static_cast<float>(x), static_cast<float>(y),
            static_cast<float>(turns - std::floor(turns))};
}

} // namespace dostyk::render
