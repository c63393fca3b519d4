/// \file
/// The relief as shading in a style's colours.

#pragma once

#include "geo/layer.hpp"
#include "scene/mesh.hpp"
#include "scene/style.hpp"

#include <memory>

namespace dostyk::scene {

/// Colour and strength of the shading for one pixel of the raster.
///
/// \param height  Band 1: the root of the height, 0 to 255.
/// \param light   Band 2: the hillshade; `flat_light` on level ground.
[[nodiscard]] Color shade_of(const Style& style, std::uint8_t height, std::uint8_t light) noexcept;

/// Hillshade of level ground, and the height class where low land ends (maps/README.md).
inline constexpr int flat_light = 180;
inline constexpr int lowland_height = 56;

/// The shading that a fill lays over its colour (DrawFill::shade); null without a relief.
[[nodiscard]] std::shared_ptr<const Image> make_relief_image(const geo::Raster& relief,
                                                             const Style& style);

} // namespace dostyk::scene
