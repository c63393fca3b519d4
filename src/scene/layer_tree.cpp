#include "scene/layer_tree.hpp"

#include <algorithm>
#include <utility>

namespace dostyk::scene {

const LayerState* LayerTree::find(std::string_view id) const noexcept
{
    const auto layer = std::find_if(layers.begin(), layers.end(),
                                    [&](const LayerState& state) { return state.id == id; });
    return layer != layers.end() ? &*layer : nullptr;
}

LayerState* LayerTree::find(std::string_view id) noexcept
{
    return const_cast<LayerState*>(std::as_const(*this).find(id));
}

bool LayerTree::is_shown(std::string_view id) const noexcept
{
    if (!solo.empty()) {
        return solo == id;
    }
    const LayerState* layer = find(id);
    return layer != nullptr && layer->is_visible;
}

LayerTree default_layers()
{
    constexpr auto base = "base";
    constexpr auto project = "project";
    const auto make = [](std::string_view id, std::string_view group, bool is_visible = true) {
        return LayerState{std::string(id), std::string(group), is_visible, false, 1};
    };
    return {{make("land", base), make("relief", base), make("areas", project), make("rivers", base),
             make("lakes", base), make("regions", base), make("railways", base),
             make("roads", base), make("corridors", project), make("borders", base),
             make("bands", project), make("arcs", project), make("places", base),
             make("airports", base, false), make("symbols", project), make("names", base),
             make("ranges", base), make("entity_names", project)},
            {}};
}

} // namespace dostyk::scene
