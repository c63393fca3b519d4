#pragma once

#include "render/context.hpp"
#include "render/renderer.hpp"
#include "scene/frame.hpp"
#include "text/font_set.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::test {

/// A context, the program's fonts and icons, and a renderer: what a test needs to draw.
struct Stage {
    std::unique_ptr<render::Context> context;
    std::unique_ptr<text::FontSet> fonts;
    std::unique_ptr<render::Renderer> renderer;

    [[nodiscard]] render::Picture picture_of(const scene::Frame& frame);
};

/// \pre EGL works: the tests of label `pixels` run only where it does.
[[nodiscard]] Stage make_stage();

/// Camera in which one world unit spans `px` pixels about (0.5, 0.5), which is the middle.
[[nodiscard]] scene::Frame blank_frame(int width, int height, scene::Color background);

/// World position of a pixel of a blank_frame().
[[nodiscard]] geo::WorldPoint world_at(const scene::Frame& frame, float x, float y);

/// Convex polygon, corners in pixels of the frame.
[[nodiscard]] std::shared_ptr<const scene::FillMesh>
convex_fill(const scene::Frame& frame, const std::vector<geo::ScreenPoint>& corners);

/// Open polyline with mitres, in pixels of the frame.
[[nodiscard]] std::shared_ptr<const scene::LineMesh>
polyline(const scene::Frame& frame, const std::vector<geo::ScreenPoint>& points);

/// One line of text that begins at a point of the baseline.
[[nodiscard]] scene::DrawLabel label_at(text::FontSet& fonts, text::Face face,
                                        std::string_view utf8, geo::ScreenPoint at, float size_px,
                                        scene::Color color, scene::Color halo, float halo_px);

} // namespace dostyk::test
