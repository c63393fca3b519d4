#include "ui/panels/own_layers.hpp"

#include "core/format.hpp"
#include "editor/user_layer_edit.hpp"
#include "scene/layer_content.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace dostyk::ui {

using editor::LayerState;
using model::UserLayer;

namespace {

/// Submit what differs; `run` unites the steps of one drag.
bool change(Canvas& canvas, const UserLayer& is, const UserLayer& shall_be,
            std::string_view run = {})
{
    const auto command = editor::change_layer(is, shall_be);
    return command && canvas.workspace.submit(*command, run);
}

std::string title_of(const Canvas& canvas, const UserLayer& layer)
{
    return canvas.lengthened(std::string(layer.title.in(canvas.language)));
}

ImU32 color_of(std::string_view hex)
{
    return to_imgui(scene::parse_color(hex).value_or(scene::Color{}));
}

bool is_fault(LayerState state)
{
    return state != LayerState::ready && state != LayerState::waiting &&
           state != LayerState::loading;
}

} // namespace

void OwnLayers::draw(Canvas& canvas)
{
    section(canvas, canvas.say("layer_group.own"));
    const auto& layers = canvas.workspace.project().layers;
    // The list reads from the top of the picture down.
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
        push_id(canvas, layer->id);
        draw_layer(canvas, *layer);
        pop_id(canvas);
    }
    if (layers.empty()) {
        paragraph(canvas, canvas.say("own_layers.empty"), true);
    }
    draw_add(canvas);
}

void OwnLayers::draw_add(Canvas& canvas)
{
    if (const auto why = canvas.workspace.why_not_edit()) {
        return; // a project that is only shown takes no layers
    }
    auto& layers = canvas.workspace.layers();
    const float width = ImGui::GetContentRegionAvail().x - canvas.px(4);
    const float add_width = canvas.px(Theme::control_height);
    (void)edit_field(
        canvas, "##path", m_path,
        {.empty_words = canvas.say("own_layers.path"), .width = width - add_width - canvas.px(6)});
    const bool is_accepted = ImGui::IsItemDeactivated() &&
                             ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false);
    ImGui::SameLine(0, canvas.px(6));
    const bool is_pressed =
        button(canvas, "add",
               {.icon = "plus",
                .hint = canvas.say(layers.is_drafting() ? "own_layers.adding" : "own_layers.add"),
                .is_enabled = !m_path.empty() && !layers.is_drafting()});
    if ((is_pressed || is_accepted) && !m_path.empty() && !layers.is_drafting()) {
        layers.ask({m_path, m_crs});
        canvas.wake(0);
    }
    if (layers.is_drafting()) {
        small_print(canvas, canvas.say("own_layers.adding"));
        return;
    }
    if (const auto& refusal = layers.refusal()) {
        paragraph(canvas, text_of(*refusal, canvas.language), true);
        if (refusal->message.key == "layer.no_crs") {
            (void)edit_field(canvas, "##crs of new", m_crs,
                             {.empty_words = canvas.say("own_layers.crs"), .width = width});
        }
    }
}

void OwnLayers::draw_layer(Canvas& canvas, const UserLayer& layer)
{
    const LayerState state = canvas.workspace.layers().state_of(layer);
    draw_head(canvas, layer, state);
    if (is_fault(state)) {
        draw_cure(canvas, layer, state);
    }
    if (m_open == layer.id) {
        draw_style(canvas, layer);
    }
}

/// Eye, colour, title, and what opens the style.
void OwnLayers::draw_head(Canvas& canvas, const UserLayer& layer, LayerState state)
{
    const std::string title = title_of(canvas, layer);
    const bool is_editable = !canvas.workspace.why_not_edit();
    if (button(canvas, "eye",
               {.icon = layer.is_visible ? "eye" : "eye_off",
                .hint = canvas.say(Message{layer.is_visible ? "own_layers.hide" : "own_layers.show",
                                           {{"title", title}}}),
                .is_enabled = is_editable})) {
        UserLayer other = layer;
        other.is_visible = !layer.is_visible;
        (void)change(canvas, layer, other);
    }
    ImGui::SameLine(0, canvas.px(6));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = canvas.px(Theme::control_height);
    const float swatch = canvas.px(14);
    const float top = at.y + (height - swatch) / 2;
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled({at.x, top}, {at.x + swatch, top + swatch}, color_of(layer.color),
                       canvas.px(4));
    const float left = swatch + canvas.px(8);
    const float tool = canvas.px(Theme::control_height);
    const float room = ImGui::GetContentRegionAvail().x - left - 2 * tool;
    ImFont* font = canvas.theme.body();
    const std::string shown = shortened(font, title, room);
    ImGui::InvisibleButton("title", {std::max(1.0F, left + room), height});
    if (ImGui::IsItemHovered() && shown != title) {
        canvas.hint = title;
    }
    const float y = at.y + (height - font->FontSize) / 2;
    draw.AddText(font, font->FontSize, {at.x + left, y},
                 layer.is_visible ? canvas.colors().text : canvas.colors().text_dim, shown.c_str());
    ImGui::SameLine(0, 0);
    const editor::LoadedLayer* loaded = canvas.workspace.layers().find(layer.id);
    const bool has_rows = loaded != nullptr && loaded->content != nullptr &&
                          !loaded->content->rows().features.empty();
    if (button(canvas, "table",
               {.icon = "table",
                .hint = canvas.say(Message{has_rows ? "own_layers.table" : "own_layers.no_rows",
                                           {{"title", title}}}),
                .is_enabled = has_rows})) {
        canvas.workspace.list_layer(layer.id);
    }
    ImGui::SameLine(0, 0);
    const bool is_open = m_open == layer.id;
    if (button(canvas, "style",
               {.icon = is_open ? "chevron_up" : "chevron_down",
                .hint = canvas.say(Message{"own_layers.style", {{"title", title}}}),
                .is_on = is_open})) {
        m_open = is_open ? std::string() : layer.id;
        m_drafts.clear();
    }
    if (state == LayerState::loading || state == LayerState::waiting) {
        small_print(canvas, sentence_case(
                                canvas.say("layer_state." + std::string(editor::name_of(state)))));
    }
}

void OwnLayers::draw_cure(Canvas& canvas, const UserLayer& layer, LayerState state)
{
    const editor::LoadedLayer* loaded = canvas.workspace.layers().find(layer.id);
    const bool is_kept = loaded != nullptr && m_kept == layer.id + loaded->sha256;
    badge(canvas, "warning",
          sentence_case(canvas.say("layer_state." + std::string(editor::name_of(state)))),
          canvas.colors().warning);
    if (canvas.workspace.why_not_edit()) {
        return;
    }
    if (state == LayerState::missing) {
        draw_path(canvas, layer);
    } else if (state == LayerState::no_crs) {
        draw_crs(canvas, layer);
    } else if (state == LayerState::unreadable && loaded != nullptr) {
        paragraph(canvas, text_of(loaded->reason, canvas.language), true);
        if (button(canvas, "again",
                   {.label = canvas.say("own_layers.again"), .look = ButtonLook::filled})) {
            canvas.workspace.layers().touch(layer.id);
        }
    } else if (state == LayerState::changed && loaded != nullptr && !is_kept) {
        if (button(canvas, "accept",
                   {.icon = "check",
                    .label = canvas.say("own_layers.accept"),
                    .hint = canvas.say("own_layers.accept.hint"),
                    .look = ButtonLook::filled})) {
            UserLayer accepted = layer;
            accepted.sha256 = loaded->sha256;
            (void)change(canvas, layer, accepted);
        }
        if (button(canvas, "keep",
                   {.label = canvas.say("own_layers.keep"),
                    .hint = canvas.say("own_layers.keep.hint")})) {
            m_kept = layer.id + loaded->sha256;
        }
    }
}

/// Where the file is now.
void OwnLayers::draw_path(Canvas& canvas, const UserLayer& layer)
{
    m_drafts.draw(canvas, layer.id + "/path", "path", layer.path,
                  {.empty_words = canvas.say("own_layers.where")},
                  [&](const std::string& typed) -> std::string {
                      const auto base = editor::layer_base(canvas.workspace.edits().path());
                      const auto sum = editor::layer_sum(base / typed);
                      if (!sum) {
                          return text_of(sum.error(), canvas.language);
                      }
                      UserLayer found = layer;
                      found.path = editor::layer_path(base / typed, base);
                      found.sha256 = *sum;
                      return change(canvas, layer, found) ? std::string()
                                                          : canvas.say("own_layers.same_path");
                  });
}

void OwnLayers::draw_crs(Canvas& canvas, const UserLayer& layer)
{
    paragraph(canvas, canvas.say("own_layers.no_crs"), true);
    m_drafts.draw(canvas, layer.id + "/crs", "crs", layer.crs,
                  {.empty_words = canvas.say("own_layers.crs")},
                  [&](const std::string& typed) -> std::string {
                      if (!model::is_crs_code(typed)) {
                          return canvas.say("project.layer_crs.hint");
                      }
                      UserLayer named = layer;
                      named.crs = typed;
                      (void)change(canvas, layer, named);
                      return {};
                  });
}

} // namespace dostyk::ui
