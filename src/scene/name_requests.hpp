/// \file
/// Shared by the files that ask for names of the base map.

#pragma once

#include "scene/composer_state.hpp"

namespace dostyk::scene {

// Classes lie at least 15 apart: more than a place's population or a standing label's bonus add.
/// Classes of names.
namespace priority {
inline constexpr float country = 900, capital = 880, centre = 800, lake_large = 720, region = 700,
                       place_2 = 640, river_large = 620, range_large = 600, place_3 = 500,
                       lake = 480, river = 460, range = 440, peak = 430, place_4 = 400,
                       airport = 380, place_5 = 340, neighbour = 320, neighbour_place = 300,
                       small = 200, graticule = 100;
} // namespace priority

[[nodiscard]] inline bool is_ours(std::string_view country) noexcept
{
    return country == "KZ" || country == "KG";
}

[[nodiscard]] inline bool is_visible(const FrameContext& context, geo::WorldPoint point)
{
    return context.visible.contains(point);
}

/// The name in the view's language, and the second one below it when it differs.
[[nodiscard]] std::vector<LabelLine> lines_of(const FrameContext& context, const Text4& name,
                                              const LabelStyle& style);

[[nodiscard]] LabelRequest make_request(std::string_view layer, std::string_view id, float rank);

/// Places, peaks, airports and the degrees of the graticule.
void request_points(Composer::State& state, FrameContext& context);

} // namespace dostyk::scene
