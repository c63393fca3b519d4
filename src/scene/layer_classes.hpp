/// \file
/// Values of a field as classes with colours.

#pragma once

#include "geo/layer.hpp"
#include "model/user_layer.hpp"
#include "scene/color.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::scene {

/// Which features share a colour.
struct LayerClass {
    Color color;
    double low = 0; ///< Of numbers; the last class holds `high`, the others end before it.
    double high = 0;
    std::string value; ///< Of unique values; empty for what is left over of them
    std::size_t count = 0;
};

struct Classification {
    bool is_of_values = false; ///< unique; else of numbers
    std::vector<LayerClass> classes;
    std::vector<std::int16_t> of_feature; ///< (features) index of the class; -1 = no value

    [[nodiscard]] bool is_empty() const noexcept { return classes.empty(); }
};

/// Colours of a ramp, the last one the most striking.
///
/// \param is_dark  They lie on dark ground: the most striking is the lightest then.
[[nodiscard]] std::vector<Color> ramp_colors(std::string_view ramp, std::size_t count,
                                             bool is_reversed, bool is_dark);

/// Classify the features; empty when there is no such field or it holds no value that can be
/// classed.
[[nodiscard]] Classification classify(const geo::Layer& rows, const model::LayerClasses& classes,
                                      bool is_dark);

/// True for a field with more numbers than other texts.
[[nodiscard]] bool is_numeric(const geo::Layer& rows, std::string_view field);

/// The colour as it is, or lighter or darker until it stands out from the ground.
[[nodiscard]] Color legible(Color color, Color ground) noexcept;

} // namespace dostyk::scene
