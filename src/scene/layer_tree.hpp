/// \file
/// Layers of the map as people see and switch them.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dostyk::scene {

struct LayerState {
    std::string id;    ///< "rivers"; shown through the message "layer.<id>"
    std::string group; ///< "base" or "project"; shown through "layer_group.<group>"
    bool is_visible = true;
    bool is_locked = false;
    float opacity = 1;
};

/// Bottom first. `solo` names the one layer that alone is shown; empty = none.
struct LayerTree {
    std::vector<LayerState> layers;
    std::string solo;

    [[nodiscard]] const LayerState* find(std::string_view id) const noexcept;
    [[nodiscard]] LayerState* find(std::string_view id) noexcept;
    [[nodiscard]] bool is_shown(std::string_view id) const noexcept;

    friend bool operator==(const LayerTree&, const LayerTree&) = default;
};

inline bool operator==(const LayerState& a, const LayerState& b) noexcept
{
    return a.id == b.id && a.group == b.group && a.is_visible == b.is_visible &&
           a.is_locked == b.is_locked && a.opacity == b.opacity;
}

/// All layers, bottom to top, as the program starts.
[[nodiscard]] LayerTree default_layers();

} // namespace dostyk::scene
