/// \file
/// Meridians and parallels, and how positions are written.

#pragma once

#include "core/language.hpp"
#include "scene/frame.hpp"
#include "scene/style.hpp"

#include <string>
#include <vector>

namespace dostyk::scene {

/// Distance of two lines of the graticule: the finest nice one at least `min_px` wide. [deg]
[[nodiscard]] double graticule_step(const Camera& camera, float min_px) noexcept;

[[nodiscard]] std::vector<DrawPath> make_graticule(const Camera& camera, Viewport viewport,
                                                   const LineStyle& style, float scale);

/// A name of a line and where it meets the edge of the picture.
struct GraticuleLabel {
    std::string text; ///< "42°30′ N" in the letters of the language
    geo::ScreenPoint at;
    bool is_meridian = false; ///< At the top edge; a parallel is at the left one.
};

[[nodiscard]] std::vector<GraticuleLabel> graticule_labels(const Camera& camera, Viewport viewport,
                                                           Language language, float scale);

/// "43°15′ N, 76°55′ E" in the letters of the language; with seconds when asked for.
[[nodiscard]] std::string format_position(geo::LonLat position, Language language,
                                          bool has_seconds = false);

} // namespace dostyk::scene
