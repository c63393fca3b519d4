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

bool tool(Canvas& canvas, const char* id, const char* icon, const char* hint, bool is_on,
          bool is_enabled)
{
    return button(
        canvas, id,
        {.icon = icon, .hint = canvas.say(hint), .is_on = is_on, .is_enabled = is_enabled});
}

/// Eye, name, solo and lock.
RowResult draw_first_line(Canvas& canvas, LayerTree& tree, LayerState& layer)
{
    RowResult result;
    const bool is_shown = tree.is_shown(layer.id);
    if (tool(canvas, "eye", is_shown ? "eye" : "eye_off", is_shown ? "layers.hide" : "layers.show",
             false, !layer.is_locked)) {
        // Alt shows this layer alone, as everywhere in such lists.
        result.is_solo_toggled = ImGui::GetIO().KeyAlt;
        layer.is_visible = layer.is_visible == result.is_solo_toggled;
    }
    ImGui::SameLine(0, canvas.px(4));
    const float tools = canvas.px(Theme::control_height) * 2;
    draw_name(canvas, layer, is_shown, ImGui::GetContentRegionAvail().x - tools);
    ImGui::SameLine(0, 0);
    result.is_solo_toggled =
        tool(canvas, "solo", "solo", "layers.solo", tree.solo == layer.id, true) ||
        result.is_solo_toggled;
    ImGui::SameLine(0, 0);
    if (tool(canvas, "lock", layer.is_locked ? "lock" : "unlock",
             layer.is_locked ? "layers.unlock" : "layers.lock", layer.is_locked, true)) {
        layer.is_locked = !layer.is_locked;
    }
    return result;
}

/// Opacity and order.
void draw_second_line(Canvas& canvas, LayerState& layer, RowResult& result)
{
    const float tools = canvas.px(Theme::control_height) * 2;
    const float indent = canvas.px(Theme::control_height + 4);
    ImGui::SetCursorPos({ImGui::GetCursorPosX() + indent, ImGui::GetCursorPosY() - canvas.px(6)});
    const float y = ImGui::GetCursorPosY();
    float opacity = layer.opacity;
    ImGui::SetCursorPosY(y + canvas.px((Theme::control_height - 24) / 2));
    if (slider(canvas, "opacity", opacity, ImGui::GetContentRegionAvail().x - tools - canvas.px(8),
               canvas.say("layers.opacity"))) {
        layer.opacity = opacity;
    }
    ImGui::SameLine(0, canvas.px(8));
    ImGui::SetCursorPosY(y);
    if (tool(canvas, "up", "chevron_up", "layers.up", false, true)) {
        result.step = 1;
    }
    ImGui::SameLine(0, 0);
    ImGui::SetCursorPosY(y);
    if (tool(canvas, "down", "chevron_down", "layers.down", false, true)) {
        result.step = -1;
    }
}

RowResult draw_layer(Canvas& canvas, LayerTree& tree, LayerState& layer)
{
    ImGui::PushID(layer.id.c_str());
    RowResult result = draw_first_line(canvas, tree, layer);
    if (!layer.is_locked && layer.is_visible) {
        draw_second_line(canvas, layer, result);
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
