/// \file
/// What the passes need of a frame's camera. Inside `render` only.

#pragma once

#include "scene/camera.hpp"
#include "scene/color.hpp"

#include <array>
#include <cmath>
#include <cstdint>

namespace dostyk::render {

/// World to screen and to clip space for one frame.
///
/// Offsets are taken in double and then rounded: positions in a mesh are small about its origin, so
/// float keeps 0.1 px at zoom 14.
class View {
public:
    View(const scene::Camera& camera, scene::Viewport viewport)
    : m_centre(camera.centre),
      m_scale(scene::world_size_px * std::exp2(camera.zoom)),
      m_width(viewport.width),
      m_height(viewport.height)
    {}

    [[nodiscard]] int width() const noexcept { return m_width; }
    [[nodiscard]] int height() const noexcept { return m_height; }
    /// [px/world unit]
    [[nodiscard]] double scale() const noexcept { return m_scale; }

    [[nodiscard]] double screen_x(double world_x) const noexcept
    {
        return (world_x - m_centre.x) * m_scale + m_width / 2.0;
    }
    [[nodiscard]] double screen_y(double world_y) const noexcept
    {
        return (world_y - m_centre.y) * m_scale + m_height / 2.0;
    }

    /// (scale x, scale y, offset x, offset y) from a mesh's own units to clip space.
    [[nodiscard]] std::array<float, 4> clip_of(geo::WorldPoint origin) const noexcept
    {
        return {static_cast<float>(2 * m_scale / m_width),
                static_cast<float>(-2 * m_scale / m_height),
                static_cast<float>(2 * (origin.x - m_centre.x) * m_scale / m_width),
                static_cast<float>(-2 * (origin.y - m_centre.y) * m_scale / m_height)};
    }

    /// The same from pixels of the screen.
    [[nodiscard]] std::array<float, 4> clip_of_pixels() const noexcept
    {
        return {2.0F / static_cast<float>(m_width), -2.0F / static_cast<float>(m_height), -1, 1};
    }

private:
    geo::WorldPoint m_centre;
    double m_scale;
    int m_width;
    int m_height;
};

/// Colours are premultiplied throughout: one blend function serves all passes and keeps the
/// framebuffer opaque.
[[nodiscard]] inline std::array<float, 4> premultiplied(scene::Color color,
                                                        float opacity = 1) noexcept
{
    const float alpha = static_cast<float>(color.a) / 255 * opacity;
    return {static_cast<float>(color.r) / 255 * alpha, static_cast<float>(color.g) / 255 * alpha,
            static_cast<float>(color.b) / 255 * alpha, alpha};
}

} // namespace dostyk::render
