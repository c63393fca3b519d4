#include "ui/panels/own_layers.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <optional>
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

/// Step by step to the place of another layer of the group; a locked layer in between stops it.
void move_to(LayerTree& tree, std::size_t from, std::size_t to)
{
    const std::string moved = tree.layers[from].id;
    const int step = to > from ? 1 : -1;
    for (std::size_t at = from; at != to;) {
        move_in_group(tree, at, step);
        const auto found = std::find_if(tree.layers.begin(), tree.layers.end(),
                                        [&](const LayerState& layer) { return layer.id == moved; });
        const auto reached = static_cast<std::size_t>(found - tree.layers.begin());
        if (reached == at) {
            return;
        }
        at = reached;
    }
}

struct RowResult {
    int step = 0; ///< +1 = nearer to the eye
    bool is_solo_toggled = false;
    std::optional<std::size_t> dropped; ///< Index of the layer that was let go on this one
};

constexpr const char* payload_type = "layer";

/// The name is the grip: drag it onto another layer of the group to take its place.
void drag_and_drop(Canvas& canvas, const LayerTree& tree, std::size_t index, RowResult& result)
{
    const LayerState& layer = tree.layers[index];
    if (!layer.is_locked && ImGui::BeginDragDropSource()) {
        ImGui::SetDragDropPayload(payload_type, &index, sizeof(index));
        ImGui::TextUnformatted(canvas.say("layer." + layer.id).c_str());
        ImGui::EndDragDropSource();
    }
    if (layer.is_locked || !ImGui::BeginDragDropTarget()) {
        return;
    }
    constexpr auto flags =
        ImGuiDragDropFlags_AcceptBeforeDelivery | ImGuiDragDropFlags_AcceptNoDrawDefaultRect;
    if (const ImGuiPayload* payload = ImGui::AcceptDragDropPayload(payload_type, flags)) {
        const std::size_t from = *static_cast<const std::size_t*>(payload->Data);
        if (from < tree.layers.size() && tree.layers[from].group == layer.group && from != index) {
            // The list reads from the top down: what comes from below lands above this row.
            const bool is_above = from < index;
            const float y = is_above ? ImGui::GetItemRectMin().y : ImGui::GetItemRectMax().y;
            ImGui::GetWindowDrawList()->AddLine({ImGui::GetItemRectMin().x, y},
                                                {ImGui::GetItemRectMax().x, y},
                                                canvas.colors().accent, canvas.px(2.5F));
            if (payload->IsDelivery()) {
                result.dropped = from;
            }
        }
    }
    ImGui::EndDragDropTarget();
}

void draw_name(Canvas& canvas, const LayerState& layer, bool is_shown, float width)
{
    const std::string name = canvas.say("layer." + layer.id);
    ImFont* font = canvas.theme.body();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size = font->CalcTextSizeA(font->FontSize, FLT_MAX, width, name.c_str());
    const float height = std::max(canvas.px(Theme::control_height), size.y);
    ImGui::InvisibleButton("name", {std::max(1.0F, width), height});
    if (ImGui::IsItemHovered() && !layer.is_locked) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        canvas.hint = canvas.say("layers.drag");
    }
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
RowResult draw_first_line(Canvas& canvas, LayerTree& tree, std::size_t index)
{
    RowResult result;
    LayerState& layer = tree.layers[index];
    const bool is_shown = tree.is_shown(layer.id);
    // A button that does nothing says why.
    const char* hint = layer.is_locked ? "layers.locked" : is_shown ? "layers.hide" : "layers.show";
    if (tool(canvas, "eye", is_shown ? "eye" : "eye_off", hint, false, !layer.is_locked)) {
        // Alt shows this layer alone, as everywhere in such lists.
        result.is_solo_toggled = ImGui::GetIO().KeyAlt;
        layer.is_visible = layer.is_visible == result.is_solo_toggled;
    }
    ImGui::SameLine(0, canvas.px(4));
    const float tools = canvas.px(Theme::control_height) * 2;
    draw_name(canvas, layer, is_shown, ImGui::GetContentRegionAvail().x - tools);
    drag_and_drop(canvas, tree, index, result);
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

RowResult draw_layer(Canvas& canvas, LayerTree& tree, std::size_t index)
{
    LayerState& layer = tree.layers[index];
    push_id(canvas, layer.id);
    RowResult result = draw_first_line(canvas, tree, index);
    if (!layer.is_locked && layer.is_visible) {
        draw_second_line(canvas, layer, result);
    }
    pop_id(canvas);
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
        const RowResult result = draw_layer(canvas, tree, left);
        if (result.is_solo_toggled) {
            tree.solo = tree.solo == layer.id ? std::string{} : layer.id;
        }
        if (result.step != 0) {
            move_in_group(tree, left, result.step);
        }
        if (result.dropped) {
            move_to(tree, *result.dropped, left);
        }
    }
}

} // namespace

void draw_layers_panel(Canvas& canvas, OwnLayers& own)
{
    LayerTree& tree = canvas.workspace.view().layers;
    begin_scroll(canvas, "layers");
    if (!tree.solo.empty()) {
        badge(canvas, "solo",
              canvas.say(Message{"layers.solo_on", {{"layer", canvas.say("layer." + tree.solo)}}}),
              canvas.colors().warning);
    }
    if (button(canvas, "two lines",
               {.icon = "two_lines",
                .label = canvas.say("action.toggle_second_language"),
                .hint = canvas.hint_of(editor::ActionId::toggle_second_language),
                .is_on = canvas.workspace.view().second_language.has_value(),
                .width = ImGui::GetContentRegionAvail().x - canvas.px(4)})) {
        canvas.run(editor::ActionId::toggle_second_language);
    }
    own.draw(canvas);
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
