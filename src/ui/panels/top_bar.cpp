#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace dostyk::ui {

namespace {

using editor::ActionId;

struct ModeLook {
    const char* icon;
};

constexpr std::array<ModeLook, scene::map_mode_count> mode_looks{{{"meeting"},
                                                                  {"delegation"},
                                                                  {"project"},
                                                                  {"trade"},
                                                                  {"hydro"},
                                                                  {"crossing"},
                                                                  {"research_institute"},
                                                                  {"globe"}}};

enum class ModeLabels { all, open_one, none };

std::string mode_label(const Canvas& canvas, int index)
{
    return canvas.say("mode." + std::string(name_of(static_cast<scene::MapMode>(index))));
}

float modes_width(const Canvas& canvas, ModeLabels labels)
{
    float width = 0;
    for (int i = 0; i < scene::map_mode_count; ++i) {
        const bool has_label =
            labels == ModeLabels::all ||
            (labels == ModeLabels::open_one && static_cast<int>(canvas.workspace.view().mode) == i);
        const std::string label = has_label ? mode_label(canvas, i) : std::string{};
        width += button_width(canvas, {.icon = "globe", .label = label}) + canvas.px(4);
    }
    return width;
}

void draw_modes(Canvas& canvas, ModeLabels labels)
{
    for (int i = 0; i < scene::map_mode_count; ++i) {
        const bool is_on = static_cast<int>(canvas.workspace.view().mode) == i;
        const bool has_label =
            labels == ModeLabels::all || (labels == ModeLabels::open_one && is_on);
        const auto action = static_cast<ActionId>(static_cast<int>(ActionId::mode_1) + i);
        const std::string label = has_label ? mode_label(canvas, i) : std::string{};
        push_id(canvas, "mode");
        if (button(canvas, name_of(static_cast<scene::MapMode>(i)).data(),
                   {.icon = mode_looks[static_cast<std::size_t>(i)].icon,
                    .label = label,
                    .hint = canvas.hint_of(action),
                    .is_on = is_on})) {
            canvas.run(action);
        }
        pop_id(canvas);
        ImGui::SameLine(0, canvas.px(4));
    }
}

void draw_mode_rows(Canvas& canvas)
{
    for (int i = 0; i < scene::map_mode_count; ++i) {
        push_id(canvas, "mode");
        if (list_row(canvas, name_of(static_cast<scene::MapMode>(i)).data(),
                     {.text = mode_label(canvas, i),
                      .icon = mode_looks[static_cast<std::size_t>(i)].icon,
                      .is_on = static_cast<int>(canvas.workspace.view().mode) == i})) {
            canvas.run(static_cast<ActionId>(static_cast<int>(ActionId::mode_1) + i));
            ImGui::CloseCurrentPopup();
        }
        pop_id(canvas);
    }
}

/// Where the row of modes has no room: the open one, and a list of all behind it.
void draw_mode_menu(Canvas& canvas, const Box& bar)
{
    const int open = static_cast<int>(canvas.workspace.view().mode);
    if (button(canvas, "modes",
               {.icon = mode_looks[static_cast<std::size_t>(open)].icon,
                .hint = mode_label(canvas, open),
                .is_on = true})) {
        ImGui::OpenPopup("mode menu");
    }
    const float width = std::min(canvas.px(300), bar.width - canvas.px(24));
    ImGui::SetNextWindowPos({bar.x + canvas.px(12), bar.bottom()});
    const float below = canvas.free_bottom - bar.bottom() - canvas.px(4);
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, std::max(1.0F, below)});
    if (ImGui::BeginPopup("mode menu", ImGuiWindowFlags_NoMove)) {
        draw_mode_rows(canvas);
        ImGui::EndPopup();
    }
}

/// The short names under which the languages know themselves.
constexpr std::array<const char*, 4> language_chips{"ҚАЗ", "КЫР", "РУС", "ENG"};

float tools_width(const Canvas& canvas, bool is_compact)
{
    const float square = canvas.px(Theme::control_height) + canvas.px(4);
    if (is_compact) {
        const char* chip = language_chips[index_of(canvas.language)];
        return square + button_width(canvas, {.label = chip});
    }
    float width = square * 6 + canvas.px(12);
    for (const char* chip : language_chips) {
        width += button_width(canvas, {.label = chip});
    }
    return width;
}

void tool(Canvas& canvas, const char* id, const char* icon, ActionId action, bool is_on = false)
{
    if (button(canvas, id, {.icon = icon, .hint = canvas.hint_of(action), .is_on = is_on})) {
        canvas.run(action);
    }
    ImGui::SameLine(0, canvas.px(4));
}

void draw_languages(Canvas& canvas)
{
    for (const Language language : all_languages) {
        push_id(canvas, "language");
        if (button(canvas, code_of(language).data(),
                   {.label = language_chips[index_of(language)],
                    .hint = std::string(own_name_of(language)) + " (L)",
                    .is_on = canvas.language == language})) {
            canvas.workspace.set_language(language);
        }
        pop_id(canvas);
        ImGui::SameLine(0, 0);
    }
}

void draw_tools(Canvas& canvas, bool is_compact)
{
    tool(canvas, "search", "search", ActionId::open_search);
    if (is_compact) {
        // Much enlarged or very small: the keys do the rest.
        if (button(canvas, "next language",
                   {.label = language_chips[index_of(canvas.language)],
                    .hint = canvas.hint_of(ActionId::next_language),
                    .is_on = true})) {
            canvas.run(ActionId::next_language);
        }
        return;
    }
    const std::string& style = canvas.workspace.settings().style;
    tool(canvas, "pack", canvas.pack() == model::Pack::strict ? "document" : "book",
         ActionId::next_pack);
    tool(canvas, "style",
         style == "day"     ? "sun"
         : style == "print" ? "printer"
                            : "moon",
         ActionId::next_style);
    tool(canvas, "home", "home", ActionId::whole_region);
    tool(canvas, "help", "info", ActionId::show_shortcuts);
    ImGui::SameLine(0, canvas.px(12));
    draw_languages(canvas);
    ImGui::SameLine(0, canvas.px(4));
    tool(canvas, "two lines", "two_lines", ActionId::toggle_second_language,
         canvas.workspace.view().second_language.has_value());
}

/// A slot that is closed, or waits behind the other one, has buttons to come back by.
bool has_panel_buttons(const Canvas& canvas)
{
    const editor::Settings& settings = canvas.workspace.settings();
    return !canvas.workspace.has_room_for_both_slots ||
           !settings.panels.is_open(editor::Slot::left) ||
           !settings.panels.is_open(editor::Slot::right);
}

float panel_buttons_width(const Canvas& canvas)
{
    return has_panel_buttons(canvas)
               ? 4 * (canvas.px(Theme::control_height) + canvas.px(4)) + canvas.px(8)
               : 0;
}

void draw_panel_buttons(Canvas& canvas)
{
    if (!has_panel_buttons(canvas)) {
        return;
    }
    using editor::PanelId;
    const editor::Workspace& workspace = canvas.workspace;
    tool(canvas, "outliner", "list", ActionId::toggle_outliner,
         workspace.is_shown(PanelId::outliner));
    tool(canvas, "layers", "layers", ActionId::toggle_layers, workspace.is_shown(PanelId::layers));
    tool(canvas, "legend", "legend", ActionId::toggle_legend, workspace.is_shown(PanelId::legend));
    tool(canvas, "card", "document", ActionId::toggle_card, workspace.is_shown(PanelId::card));
    ImGui::SameLine(0, canvas.px(12));
}

constexpr float ring_radius = 8;

float brand_size(const Canvas& canvas)
{
    const std::string name = canvas.say("app.name");
    ImFont* font = canvas.theme.title();
    return canvas.px(ring_radius) * 3 + canvas.px(14) +
           font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, name.c_str()).x;
}

/// The program's name with its mark: two rings that share a field.
void draw_brand(Canvas& canvas, float height)
{
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float radius = canvas.px(ring_radius);
    const float middle = at.y + height / 2;
    const float thick = std::max(1.5F, canvas.px(2));
    draw.AddCircle({at.x + radius + canvas.px(2), middle}, radius, canvas.colors().accent, 32,
                   thick);
    draw.AddCircle({at.x + radius * 2 + canvas.px(3), middle}, radius, canvas.colors().good, 32,
                   thick);
    const std::string name = canvas.say("app.name");
    ImFont* font = canvas.theme.title();
    draw.AddText(font, font->FontSize,
                 {at.x + radius * 3 + canvas.px(14), middle - font->FontSize / 2},
                 canvas.colors().text, name.c_str());
}

} // namespace

void draw_top_bar(Canvas& canvas, const Box& box)
{
    begin_panel(canvas, "top", box, true);
    const float height = box.height;
    const float edge = canvas.px(12);
    const float icons = modes_width(canvas, ModeLabels::none);
    const float brand_width = brand_size(canvas) + canvas.px(20);
    const float panels = panel_buttons_width(canvas);
    const float menu = canvas.px(Theme::control_height + 6);
    const auto has_room = [&](float width) {
        return edge * 2 + menu + panels + width <= box.width;
    };
    const bool is_compact = !has_room(brand_width + icons + tools_width(canvas, false));
    const float tools = tools_width(canvas, is_compact) + panels;
    const bool has_menu = is_compact && !has_room(icons + tools_width(canvas, true));
    const float y = (height - canvas.px(Theme::control_height)) / 2;
    ImGui::SetCursorPos({edge - canvas.px(4), y});
    draw_main_menu(canvas, box);
    float x = edge + menu;
    if (has_room(brand_width + icons + tools - panels)) {
        ImGui::SetCursorPos({x, 0});
        draw_brand(canvas, height);
        x += brand_width;
    }
    const float room = box.width - x - tools - canvas.px(24);
    ModeLabels labels = ModeLabels::none;
    for (const ModeLabels wanted : {ModeLabels::open_one, ModeLabels::all}) {
        labels = modes_width(canvas, wanted) <= room ? wanted : labels;
    }
    ImGui::SetCursorPos({x, y});
    if (has_menu) {
        draw_mode_menu(canvas, box);
    } else {
        draw_modes(canvas, labels);
    }
    ImGui::SetCursorPos({box.width - tools - edge, y});
    draw_panel_buttons(canvas);
    draw_tools(canvas, is_compact);
    bar_edge(canvas, box, box.bottom() - std::max(1.0F, canvas.px(1)));
    ImGui::End();
}

} // namespace dostyk::ui
