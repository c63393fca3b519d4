/// \file
/// Layers of the project's own in one frame: shared by the files that draw, ask and explain them.

#pragma once

#include "model/user_layer.hpp"
#include "scene/composer_state.hpp"
#include "scene/layer_classes.hpp"
#include "scene/layer_content.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace dostyk::scene {

/// Name of a layer of the project's own among the layers of a frame: "own/reserves".
[[nodiscard]] std::string own_layer_name(std::string_view id);

/// Classify what is shown.
void refresh_looks(Composer::State& state);

/// For each layer that can be seen now, from the bottom up.
/// \param solo  Of the view's layers.
void each_shown(const Composer::State& state, std::string_view solo,
                const std::function<void(const model::UserLayer&, const LayerLook&)>& visit);

/// The colour of features of a class, -1 = without a value, readable on the style's ground.
[[nodiscard]] Color class_color(const Composer::State& state, const model::UserLayer& layer,
                                const LayerLook& look, int of_class);

} // namespace dostyk::scene
