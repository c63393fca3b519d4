#include "scene/camera.hpp"

#include "geo/mercator.hpp"

#include <algorithm>
#include <cmath>

namespace dostyk::scene {

double Camera::px_per_world_unit() const noexcept
{
    return world_size_px * std::exp2(zoom);
}

geo::ScreenPoint to_screen(const Camera& camera, Viewport viewport, geo::WorldPoint point) noexcept
{
    const double scale = camera.px_per_world_unit();
    return {static_cast<float>((point.x - camera.centre.x) * scale + viewport.width / 2.0),
            static_cast<float>((point.y - camera.centre.y) * scale + viewport.height / 2.0)};
}

geo::WorldPoint to_world(const Camera& camera, Viewport viewport, geo::ScreenPoint point) noexcept
{
    const double scale = camera.px_per_world_unit();
    return {camera.centre.x + (static_cast<double>(point.x) - viewport.width / 2.0) / scale,
            camera.centre.y + (static_cast<double>(point.y) - viewport.height / 2.0) / scale};
}

geo::WorldBounds visible_bounds(const Camera& camera, Viewport viewport) noexcept
{
    geo::WorldBounds bounds;
    bounds.add(to_world(camera, viewport, {0, 0}));
    bounds.add(to_world(camera, viewport,
                        {static_cast<float>(viewport.width), static_cast<float>(viewport.height)}));
    return bounds;
}

Camera zoomed_at(const Camera& camera, Viewport viewport, geo::ScreenPoint cursor,
                 double zoom) noexcept
{
    Camera zoomed = camera;
    zoomed.zoom = std::clamp(zoom, min_zoom, max_zoom);
    const double change = std::exp2(camera.zoom - zoomed.zoom);
    const geo::WorldPoint anchor = to_world(camera, viewport, cursor);
    zoomed.centre = {anchor.x + (camera.centre.x - anchor.x) * change,
                     anchor.y + (camera.centre.y - anchor.y) * change};
    return zoomed;
}

Camera fitted(const geo::WorldBounds& bounds, Viewport viewport, float margin_px) noexcept
{
    Camera camera;
    camera.centre = bounds.centre();
    const double margin = static_cast<double>(margin_px);
    const double width = std::max(1.0, viewport.width - 2 * margin);
    const double height = std::max(1.0, viewport.height - 2 * margin);
    // A point has no extent: it is shown as closely as the map goes.
    const double extent_x = std::max(bounds.max.x - bounds.min.x, 1e-9);
    const double extent_y = std::max(bounds.max.y - bounds.min.y, 1e-9);
    const double scale = std::min(width / extent_x, height / extent_y);
    camera.zoom = std::clamp(std::log2(scale / world_size_px), min_zoom, max_zoom);
    return camera;
}

Camera clamped(const Camera& camera) noexcept
{
    const geo::WorldPoint north_west = geo::to_world({40, 62});
    const geo::WorldPoint south_east = geo::to_world({95, 32});
    Camera inside = camera;
    inside.zoom = std::clamp(camera.zoom, min_zoom, max_zoom);
    inside.centre = {std::clamp(camera.centre.x, north_west.x, south_east.x),
                     std::clamp(camera.centre.y, north_west.y, south_east.y)};
    return inside;
}

} // namespace dostyk::scene
