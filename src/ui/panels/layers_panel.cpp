#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <string>

namespace dostyk::ui {

namespace {

using scene::LayerState;
using scene::LayerTree;

/// Swap with the nearest layer of the same group: groups are shown apart, so only these moves are
/// seen.
void move_in_group(LayerTree& tree, std::size_t at, int step)
{
    auto& layers = tree.layers;
    const auto count = static_cast<int>(layers.size());
    for (int to = static_cast<int>(at) + step; to >= 0 && to < count; to += step) {
        LayerState& other = layers[static_cast<std::size_t>(to)];
        if (other.group == layers[at].group) {
            if (!other.is_locked) {
                std::swap(other, layers[at]);
            }
            return;
        }
    }
}

struct RowResult {
    int step = 0; ///< +1 = nearer to the eye
    bool is_solo_toggled = false;
};

void draw_name(Canvas& canvas, const LayerState& layer, bool is_shown, float width)
{
    const std::string name = canvas.say("layer." + layer.id);
    ImFont* font = canvas.theme.body();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size = font->CalcTextSizeA(font->FontSize, FLT_MAX, width, name.c_str());
    const float height = std::max(canvas.px(Theme::control_height), size.y);
    ImGui::Dummy({width, height});
    ImGui::GetWindowDrawList()->AddText(font, font->FontSize, {at.x, at.y + (height - size.y) / 2},
                                        is_shown ? canvas.colors().text : canvas.colors().text_dim,
                                        name.c_str(), nullptr, width);
    note_fit(canvas, name, size.x, width + 1);
}

RowResult draw_switches(Canvas& canvas, LayerTree& tree, LayerState& layer, float& used)
{
    RowResult result;
    const bool is_shown = tree.is_shown(layer.id);
    if (button(canvas, "eye",
               {.icon = is_shown ? "eye" : "eye_off",
                .hint = canvas.say(is_shown ? "layers.hide" : "layers.show"),
                .is_enabled = !layer.is_locked})) {
        // Alt shows this layer alone, as everywhere in such lists.
        if (ImGui::GetIO().KeyAlt) {
            result.is_solo_toggled = true;
        } else {
            layer.is_visible = !layer.is_visible;
        }
    }
    used = canvas.px(Theme::control_height);
    return result;
}

RowResult draw_buttons(Canvas& canvas, LayerTree& tree, LayerState& layer)
{
    RowResult result;
    const auto tool = [&](const char* id, const char* icon, const char* hint, bool is_on,
                          bool is_enabled) {
        ImGui::SameLine(0, 0);
        return button(
            canvas, id,
            {.icon = icon, .hint = canvas.say(hint), .is_on = is_on, .is_enabled = is_enabled});
    };
    if (tool("solo", "solo", "layers.solo", tree.solo == layer.id, true)) {
        result.is_solo_toggled = true;
    }
    if (tool("up", "chevron_up", "layers.up", false, !layer.is_locked)) {
        result.step = 1;
    }
    if (tool("down", "chevron_down", "layers.down", false, !layer.is_locked)) {
        result.step = -1;
    }
    if (tool("lock", layer.is_locked ? "lock" : "unlock",
             layer.is_locked ? "layers.unlock" : "layers.lock", layer.is_locked, true)) {
        layer.is_locked = !layer.is_locked;
    }
    return result;
}

RowResult draw_layer(Canvas& canvas, LayerTree& tree, LayerState& layer)
{
    ImGui::PushID(layer.id.c_str());
    float used = 0;
    RowResult result = draw_switches(canvas, tree, layer, used);
    ImGui::SameLine(0, canvas.px(4));
    const float width = ImGui::GetContentRegionAvail().x;
    const float tools = canvas.px(Theme::control_height) * 4;
    draw_name(canvas, layer, tree.is_shown(layer.id), std::max(canvas.px(60), width - tools));
    const RowResult pressed = draw_buttons(canvas, tree, layer);
    result.step = pressed.step;
    result.is_solo_toggled = result.is_solo_toggled || pressed.is_solo_toggled;
    if (!layer.is_locked && layer.is_visible) {
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + used + canvas.px(4));
        float opacity = layer.opacity;
        if (slider(canvas, "opacity", opacity, ImGui::GetContentRegionAvail().x - canvas.px(10),
                   canvas.say("layers.opacity"))) {
            layer.opacity = opacity;
        }
    }
    ImGui::PopID();
    return result;
}

void draw_group(Canvas& canvas, LayerTree& tree, std::string_view group)
{
    section(canvas, canvas.say("layer_group." + std::string(group)));
    // The list reads from the top of the picture down.
    for (std::size_t left = tree.layers.size(); left-- > 0;) {
        LayerState& layer = tree.layers[left];
        if (layer.group != group) {
            continue;
        }
        const RowResult result = draw_layer(canvas, tree, layer);
        if (result.is_solo_toggled) {
            tree.solo = tree.solo == layer.id ? std::string{} : layer.id;
        }
        if (result.step != 0) {
            move_in_group(tree, left, result.step);
        }
    }
}

} // namespace

void draw_layers_panel(Canvas& canvas)
{
    LayerTree& tree = canvas.workspace.view().layers;
    begin_scroll(canvas, "layers");
    if (!tree.solo.empty()) {
        badge(canvas, "solo",
              canvas.say(Message{"layers.solo_on", {{"layer", canvas.say("layer." + tree.solo)}}}),
              canvas.colors().warning);
    }
    draw_group(canvas, tree, "project");
    draw_group(canvas, tree, "base");
    ImGui::Dummy({0, canvas.px(4)});
    const std::string reset = canvas.say("layers.reset");
    if (button(canvas, "reset",
               {.label = reset,
                .look = ButtonLook::filled,
                .width = ImGui::GetContentRegionAvail().x - canvas.px(4)})) {
        tree = scene::default_layers();
    }
    ImGui::Dummy({0, canvas.px(6)});
    ImGui::EndChild();
}

} // namespace dostyk::ui
