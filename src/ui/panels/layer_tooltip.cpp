#include "editor/layer_table.hpp"
#include "scene/layer_content.hpp"
#include "ui/panels/own_layers.hpp"
#include "ui/widgets.hpp"

#include <algorithm>

namespace dostyk::ui {

namespace {

constexpr float width_at_1 = 320;
constexpr std::size_t most_facts = 8;

/// \param heading  A field that is told already.
void draw_facts(Canvas& canvas, const geo::Layer& rows, const geo::Feature& feature,
                std::string_view heading)
{
    constexpr std::size_t longest = 160;
    std::size_t shown = 0;
    std::size_t left = 0;
    for (std::size_t i = 0; i < rows.fields.size() && i < feature.attributes.size(); ++i) {
        std::string text = editor::text_of(feature.attributes[i], canvas.language);
        if (text.empty() || rows.fields[i] == heading) {
            continue;
        }
        if (++shown > most_facts) {
            ++left;
            continue;
        }
        if (text.size() > longest) {
            text.resize(longest);
            while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xc0U) == 0x80U) {
                text.pop_back(); // not within a letter
            }
            text.pop_back();
            text += "…";
        }
        small_print(canvas, rows.fields[i]);
        paragraph(canvas, text);
    }
    if (left > 0) {
        small_print(canvas, canvas.say(Message{"tooltip.more", {{"count", std::to_string(left)}}}));
    }
}

} // namespace

void draw_layer_tooltip(Canvas& canvas)
{
    const auto& hover = canvas.input.hover;
    if (!hover || hover->layer.empty() || ImGui::GetIO().WantCaptureMouse ||
        ImGui::IsAnyMouseDown()) {
        return;
    }
    const model::UserLayer* layer =
        model::find_layer(canvas.workspace.project().layers, hover->layer);
    const editor::LoadedLayer* loaded = canvas.workspace.layers().find(hover->layer);
    if (layer == nullptr || loaded == nullptr || loaded->content == nullptr ||
        hover->feature >= loaded->content->rows().features.size()) {
        return;
    }
    const geo::Layer& rows = loaded->content->rows();
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float width = std::min(canvas.px(width_at_1), screen.x - canvas.px(16));
    const geo::ScreenPoint at = canvas.input.pointer_px;
    // On the side where there is more room.
    const bool is_left = at.x + width + canvas.px(20) > screen.x;
    const bool is_above = at.y > (canvas.free_top + canvas.free_bottom) / 2;
    const float x = is_left ? at.x - canvas.px(14) : at.x + canvas.px(14);
    const float y = is_above ? at.y - canvas.px(10) : at.y + canvas.px(14);
    ImGui::SetNextWindowPos({x, y}, ImGuiCond_Always,
                            {is_left ? 1.0F : 0.0F, is_above ? 1.0F : 0.0F});
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, screen.y});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, canvas.colors().raised);
    ImGui::Begin("layer tooltip", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize |
                     ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav |
                     ImGuiWindowFlags_NoInputs);
    ImGui::PopStyleColor();
    small_print(canvas, layer->title.in(canvas.language));
    const geo::Feature& feature = rows.features[hover->feature];
    if (!layer->label.empty()) {
        const std::string name = geo::text_at(rows, feature, layer->label);
        if (!name.empty()) {
            heading(canvas, name);
        }
    }
    draw_facts(canvas, rows, feature, layer->label);
    ImGui::End();
}

} // namespace dostyk::ui
