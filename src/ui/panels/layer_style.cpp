#include "core/format.hpp"
#include "editor/user_layer_edit.hpp"
#include "scene/layer_content.hpp"
#include "scene/legend.hpp"
#include "ui/panels/own_layers.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace dostyk::ui {

using model::UserLayer;

namespace {

/// Offered beside a code of one's own; apart from each other for most eyes.
constexpr std::array<std::string_view, 12> offered{"#1b7f79", "#2f6fb5", "#3d4f7c", "#6a4fa3",
                                                   "#a8326e", "#b5352f", "#b3541e", "#d99a1c",
                                                   "#8a5a2b", "#5f7a1f", "#2b8c4a", "#5a6670"};

bool change(Canvas& canvas, const UserLayer& is, const UserLayer& shall_be,
            std::string_view run = {})
{
    const auto command = editor::change_layer(is, shall_be);
    return command && canvas.workspace.submit(*command, run);
}

/// A square of colour that can be pressed.
bool swatch(Canvas& canvas, std::string_view hex, bool is_on, float size)
{
    const std::string id(hex);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool is_pressed = ImGui::InvisibleButton(id.c_str(), {size, size});
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float air = canvas.px(3);
    draw.AddRectFilled({at.x + air, at.y + air}, {at.x + size - air, at.y + size - air},
                       to_imgui(scene::parse_color(hex).value_or(scene::Color{})), canvas.px(4));
    if (is_on || ImGui::IsItemHovered()) {
        draw.AddRect({at.x + 1, at.y + 1}, {at.x + size - 1, at.y + size - 1},
                     is_on ? canvas.colors().accent : canvas.colors().text_dim, canvas.px(5), 0,
                     canvas.px(2));
    }
    note_control(canvas, at, {at.x + size, at.y + size}, {.id = id, .says = hex});
    return is_pressed;
}

/// The colours of a ramp side by side.
bool ramp_button(Canvas& canvas, std::string_view ramp, const UserLayer& layer, float width)
{
    const std::string id(ramp);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = canvas.px(22);
    const bool is_pressed = ImGui::InvisibleButton(id.c_str(), {width, height});
    const auto colors = scene::ramp_colors(ramp, 6, layer.classes.is_reversed,
                                           scene::is_dark_ground(canvas.theme.style()));
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float air = canvas.px(3);
    const float step = (width - 2 * air) / static_cast<float>(colors.size());
    for (std::size_t i = 0; i < colors.size(); ++i) {
        const float x = at.x + air + step * static_cast<float>(i);
        draw.AddRectFilled({x, at.y + air}, {x + step + 0.5F, at.y + height - air},
                           to_imgui(colors[i]));
    }
    const bool is_on = layer.classes.ramp == ramp;
    if (is_on || ImGui::IsItemHovered()) {
        draw.AddRect({at.x + 1, at.y + 1}, {at.x + width - 1, at.y + height - 1},
                     is_on ? canvas.colors().accent : canvas.colors().text_dim, canvas.px(4), 0,
                     canvas.px(2));
    }
    const std::string name = canvas.say("ramp." + id);
    if (ImGui::IsItemHovered()) {
        canvas.hint = name;
    }
    note_control(canvas, at, {at.x + width, at.y + height}, {.id = id, .says = name});
    return is_pressed;
}

const scene::LayerContent* content_of(Canvas& canvas, const UserLayer& layer)
{
    const editor::LoadedLayer* loaded = canvas.workspace.layers().find(layer.id);
    return loaded != nullptr ? loaded->content.get() : nullptr;
}

/// The fields of the layer's rows, after one that stands for none.
std::vector<PickItem> fields_of(Canvas& canvas, const UserLayer& layer, const char* none)
{
    std::vector<PickItem> items{{"", canvas.say(none), {}}};
    if (const scene::LayerContent* content = content_of(canvas, layer)) {
        for (const std::string& field : content->rows().fields) {
            items.push_back({field, field, {}});
        }
    }
    return items;
}

} // namespace

void OwnLayers::draw_style(Canvas& canvas, const UserLayer& layer)
{
    if (canvas.workspace.why_not_edit()) {
        return;
    }
    const scene::LayerContent* content = content_of(canvas, layer);
    const bool is_picture = content != nullptr && content->picture() != nullptr;
    ImGui::Indent(canvas.px(8));
    draw_title(canvas, layer);
    draw_slider(canvas, layer, "opacity");
    if (!is_picture) {
        draw_slider(canvas, layer, "width");
        if (content == nullptr || content->has_areas()) {
            draw_slider(canvas, layer, "fill");
        }
        draw_color(canvas, layer);
        draw_label(canvas, layer);
        draw_classes(canvas, layer);
    }
    draw_order(canvas, layer);
    ImGui::Unindent(canvas.px(8));
    hairline(canvas);
}

void OwnLayers::draw_title(Canvas& canvas, const UserLayer& layer)
{
    for (const Language language : all_languages) {
        std::string code(code_of(language));
        std::transform(code.begin(), code.end(), code.begin(),
                       [](char letter) { return static_cast<char>(letter - 'a' + 'A'); });
        m_drafts.draw(canvas, layer.id + "/title/" + code, code_of(language), layer.title[language],
                      {.prefix = code, .empty_words = canvas.say("own_layers.title")},
                      [&](const std::string& typed) -> std::string {
                          UserLayer named = layer;
                          named.title[language] = typed;
                          if (named.title.is_empty()) {
                              return canvas.say("project.layer_title.hint");
                          }
                          (void)change(canvas, layer, named, layer.id + "/title");
                          return {};
                      });
    }
}

void OwnLayers::draw_slider(Canvas& canvas, const UserLayer& layer, const char* member)
{
    const std::string name(member);
    UserLayer other = layer;
    double& value = name == "width" ? other.width_px : name == "fill" ? other.fill : other.opacity;
    const double low = name == "width" ? model::min_layer_width_px : 0;
    const double high = name == "width" ? model::max_layer_width_px : 1;
    const std::string label = canvas.say("own_layers." + name);
    small_print(canvas, label);
    auto share = static_cast<float>((value - low) / (high - low));
    if (slider(canvas, member, share, ImGui::GetContentRegionAvail().x - canvas.px(4), label)) {
        // In steps that one sees: less in the file, less in the history.
        const double step = name == "width" ? 0.25 : 0.05;
        value = std::clamp(
            std::round((low + (high - low) * static_cast<double>(share)) / step) * step, low, high);
        value = std::round(value * 100) / 100;
        (void)change(canvas, layer, other, layer.id + "/" + name);
    }
    if (ImGui::IsItemDeactivated()) {
        canvas.workspace.edits().end_run();
    }
}

void OwnLayers::draw_color(Canvas& canvas, const UserLayer& layer)
{
    small_print(canvas, canvas.say("own_layers.color"));
    const float width = ImGui::GetContentRegionAvail().x - canvas.px(4);
    const float size = canvas.px(28);
    const auto in_row = std::max(1, static_cast<int>(width / size));
    for (std::size_t i = 0; i < offered.size(); ++i) {
        if (i % static_cast<std::size_t>(in_row) != 0) {
            ImGui::SameLine(0, 0);
        }
        if (swatch(canvas, offered[i], layer.color == offered[i], size)) {
            UserLayer other = layer;
            other.color = offered[i];
            (void)change(canvas, layer, other);
        }
    }
    m_drafts.draw(canvas, layer.id + "/color", "color", layer.color,
                  {.empty_words = canvas.say("own_layers.color_code")},
                  [&](const std::string& typed) -> std::string {
                      if (!model::is_layer_color(typed)) {
                          return canvas.say("project.layer_color.hint");
                      }
                      UserLayer other = layer;
                      other.color = typed;
                      (void)change(canvas, layer, other);
                      return {};
                  });
}

void OwnLayers::draw_label(Canvas& canvas, const UserLayer& layer)
{
    small_print(canvas, canvas.say("own_layers.label"));
    const std::string none = canvas.say("own_layers.no_label");
    const auto picked =
        m_label_picker.draw(canvas, "label", {.label = layer.label.empty() ? none : layer.label},
                            [&] { return fields_of(canvas, layer, "own_layers.no_label"); });
    if (picked) {
        UserLayer other = layer;
        other.label = *picked;
        (void)change(canvas, layer, other);
    }
}

void OwnLayers::draw_classes(Canvas& canvas, const UserLayer& layer)
{
    small_print(canvas, canvas.say("own_layers.classes"));
    const std::string none = canvas.say("own_layers.one_color");
    UserLayer other = layer;
    const auto picked = m_field_picker.draw(
        canvas, "field", {.label = layer.classes.field.empty() ? none : layer.classes.field},
        [&] { return fields_of(canvas, layer, "own_layers.one_color"); });
    const scene::LayerContent* content = content_of(canvas, layer);
    if (picked && content != nullptr) {
        constexpr double readable_fill = 0.75;
        const bool is_numeric = scene::is_numeric(content->rows(), *picked);
        other.classes.field = *picked;
        other.classes.method =
            is_numeric ? model::ClassMethod::equal_count : model::ClassMethod::unique;
        other.classes.ramp = is_numeric ? "green" : "distinct";
        other.classes.count = is_numeric ? 5 : model::max_classes;
        other.fill = picked->empty() ? layer.fill : std::max(layer.fill, readable_fill);
        if (picked->empty()) {
            other.classes = {};
        }
    }
    if (!layer.classes.field.empty()) {
        const auto methods = model::class_methods();
        for (std::size_t i = 0; i < methods.size(); ++i) {
            const std::string word(methods[i]);
            if (button(canvas, word.c_str(),
                       {.label = sentence_case(canvas.say("class_method." + word)),
                        .is_on = layer.classes.method == static_cast<model::ClassMethod>(i)})) {
                other.classes.method = static_cast<model::ClassMethod>(i);
            }
        }
        if (button(canvas, "fewer",
                   {.icon = "minus", .hint = canvas.say("own_layers.fewer_classes")})) {
            other.classes.count = std::max(model::min_classes, layer.classes.count - 1);
        }
        ImGui::SameLine(0, canvas.px(6));
        if (button(canvas, "more",
                   {.icon = "plus", .hint = canvas.say("own_layers.more_classes")})) {
            other.classes.count = std::min(model::max_classes, layer.classes.count + 1);
        }
        ImGui::SameLine(0, canvas.px(6));
        if (button(
                canvas, "reverse",
                {.label = canvas.say("own_layers.reversed"), .is_on = layer.classes.is_reversed})) {
            other.classes.is_reversed = !layer.classes.is_reversed;
        }
        const float width = (ImGui::GetContentRegionAvail().x - canvas.px(4)) / 3;
        for (std::size_t i = 0; i < model::ramps().size(); ++i) {
            if (i % 3 != 0) {
                ImGui::SameLine(0, 0);
            }
            if (ramp_button(canvas, model::ramps()[i], layer, width)) {
                other.classes.ramp = model::ramps()[i];
            }
        }
        draw_class_list(canvas, layer);
    }
    if (other != layer) {
        (void)change(canvas, layer, other);
    }
}

void OwnLayers::draw_class_list(Canvas& canvas, const UserLayer& layer)
{
    const scene::LayerContent* content = content_of(canvas, layer);
    if (content == nullptr) {
        return;
    }
    const scene::Classification& classified =
        content->classified(layer.classes, scene::is_dark_ground(canvas.theme.style()));
    if (classified.is_empty()) {
        paragraph(canvas, canvas.say("own_layers.no_classes"), true);
    }
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    for (const scene::LayerClass& each : classified.classes) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float size = canvas.px(14);
        draw.AddRectFilled({at.x, at.y + canvas.px(3)}, {at.x + size, at.y + canvas.px(3) + size},
                           to_imgui(each.color), canvas.px(3));
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + size + canvas.px(8));
        small_print(canvas, scene::class_text(classified, each, canvas.language) + "  ·  " +
                                format_number(static_cast<double>(each.count), canvas.language));
    }
}

void OwnLayers::draw_order(Canvas& canvas, const UserLayer& layer)
{
    const auto move = [&](const char* id, const char* icon, const char* hint, int step) {
        const auto command = editor::move_layer(canvas.workspace.project(), layer.id, step);
        if (button(canvas, id,
                   {.icon = icon, .hint = canvas.say(hint), .is_enabled = command.has_value()}) &&
            command) {
            (void)canvas.workspace.submit(*command);
        }
        ImGui::SameLine(0, canvas.px(4));
    };
    move("up", "chevron_up", "own_layers.up", 1);
    move("down", "chevron_down", "own_layers.down", -1);
    if (const scene::LayerContent* content = content_of(canvas, layer);
        content != nullptr && !content->bounds().is_empty()) {
        if (button(canvas, "go", {.icon = "search", .hint = canvas.say("own_layers.go")})) {
            canvas.workspace.fly_to(content->bounds());
        }
        ImGui::SameLine(0, canvas.px(4));
    }
    if (button(canvas, "remove", {.icon = "trash", .hint = canvas.say("own_layers.remove")})) {
        (void)canvas.workspace.submit(editor::remove_layer(layer));
    }
}

} // namespace dostyk::ui
