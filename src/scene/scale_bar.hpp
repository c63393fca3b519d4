/// \file
/// The scale bar: a nice length, measured on the ellipsoid where the bar stands.

#pragma once

#include "core/language.hpp"
#include "scene/camera.hpp"

#include <string>

namespace dostyk::scene {

struct ScaleBar {
    double length_m = 0; ///< 1, 2 or 5 times a power of ten
    float width_px = 0;
    std::string text; ///< "200 km" in the letters of the language
};

/// The longest nice length that is at most `max_px` wide at a point of the screen.
[[nodiscard]] ScaleBar make_scale_bar(const Camera& camera, Viewport viewport, geo::ScreenPoint at,
                                      float max_px, Language language);

} // namespace dostyk::scene
