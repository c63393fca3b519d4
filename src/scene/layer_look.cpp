#include "scene/layer_look.hpp"

namespace dostyk::scene {

std::string own_layer_name(std::string_view id)
{
    return "own/" + std::string(id);
}

void refresh_looks(Composer::State& state)
{
    if (state.project == nullptr) {
        return;
    }
    for (const model::UserLayer& layer : state.project->layers) {
        const auto found = state.looks.find(layer.id);
        if (found != state.looks.end()) {
            LayerLook& look = found->second;
            look.classified = &look.content->classified(layer.classes, is_dark_ground(state.style));
        }
    }
}

void each_shown(const Composer::State& state, std::string_view solo,
                const std::function<void(const model::UserLayer&, const LayerLook&)>& visit)
{
    if (state.project == nullptr) {
        return;
    }
    for (const model::UserLayer& layer : state.project->layers) {
        const bool is_wanted = solo.empty() ? layer.is_visible : solo == own_layer_name(layer.id);
        const auto found = state.looks.find(layer.id);
        if (is_wanted && layer.opacity > 0 && found != state.looks.end() &&
            found->second.classified != nullptr) {
            visit(layer, found->second);
        }
    }
}

Color class_color(const Composer::State& state, const model::UserLayer& layer,
                  const LayerLook& look, int of_class)
{
    if (look.classified->is_empty()) {
        return legible(parse_color(layer.color).value_or(Color{}), ground_of(state.style));
    }
    constexpr Color without_value{128, 128, 128, 255};
    return of_class < 0 ? without_value
                        : look.classified->classes[static_cast<std::size_t>(of_class)].color;
}

} // namespace dostyk::scene
