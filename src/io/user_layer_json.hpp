/// \file
/// Layers of the project that people brought along: the member "layers" of project.json.

#pragma once

#include "io/json_reader.hpp"
#include "model/user_layer.hpp"

#include <vector>

namespace dostyk::io {

/// Layers by id; what is not sound is a finding and left out. \returns Sorted from the bottom up.
[[nodiscard]] std::vector<model::UserLayer> read_user_layers(JsonReader& reader, Node node);

/// One layer, without its id: what is as by default is left out.
[[nodiscard]] nlohmann::json to_json(const model::UserLayer& layer);
[[nodiscard]] nlohmann::json to_json(const model::LayerClasses& classes);

} // namespace dostyk::io
