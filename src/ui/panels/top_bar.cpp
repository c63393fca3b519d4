#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

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
        ImGui::PushID(i);
        if (button(canvas, "mode",
                   {.icon = mode_looks[static_cast<std::size_t>(i)].icon,
                    .label = label,
                    .hint = canvas.hint_of(action),
                    .is_on = is_on})) {
            canvas.run(action);
        }
        ImGui::PopID();
        ImGui::SameLine(0, canvas.px(4));
    }
}

/// The short names under which the languages know themselves.
constexpr std::array<const char*, 4> language_chips{"ҚАЗ", "КЫР", "РУС", "ENG"};

float tools_width(const Canvas& canvas)
{
    float width = canvas.px(Theme::control_height + 4) * 5;
    for (const char* chip : language_chips) {
        width += button_width(canvas, {.label = chip});
    }
    return width + canvas.px(16);
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
        ImGui::PushID(static_cast<int>(language));
        if (button(canvas, "language",
                   {.label = language_chips[index_of(language)],
                    .hint = std::string(own_name_of(language)) + " (L)",
                    .is_on = canvas.language == language})) {
            canvas.workspace.set_language(language);
        }
        ImGui::PopID();
        ImGui::SameLine(0, 0);
    }
}

void draw_tools(Canvas& canvas)
{
    const std::string& style = canvas.workspace.settings().style;
    tool(canvas, "search", "search", ActionId::open_search);
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
}

/// The program's name with its mark: two rings that share a field.
float draw_brand(Canvas& canvas, float height)
{
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float radius = canvas.px(8);
    const float middle = at.y + height / 2;
    const float thick = std::max(1.5F, canvas.px(2));
    draw.AddCircle({at.x + radius + canvas.px(2), middle}, radius, canvas.colors().accent, 32,
                   thick);
    draw.AddCircle({at.x + radius * 2 + canvas.px(3), middle}, radius, canvas.colors().good, 32,
                   thick);
    const std::string name = canvas.say("app.name");
    ImFont* font = canvas.theme.title();
    const float x = at.x + radius * 3 + canvas.px(14);
    draw.AddText(font, font->FontSize, {x, middle - font->FontSize / 2}, canvas.colors().text,
                 name.c_str());
    return x + font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, name.c_str()).x - at.x;
}

} // namespace

void draw_top_bar(Canvas& canvas, const Box& box)
{
    begin_panel(canvas, "top", box, true);
    const float height = box.height;
    const float brand = draw_brand(canvas, height) + canvas.px(28);
    const float tools = tools_width(canvas);
    const float room = box.width - brand - tools - canvas.px(40);
    ModeLabels labels = ModeLabels::none;
    for (const ModeLabels wanted : {ModeLabels::open_one, ModeLabels::all}) {
        labels = modes_width(canvas, wanted) <= room ? wanted : labels;
    }
    const float y = (height - canvas.px(Theme::control_height)) / 2;
    ImGui::SetCursorPos({brand, y});
    draw_modes(canvas, labels);
    ImGui::SetCursorPos({std::max(brand + modes_width(canvas, labels) + canvas.px(8),
                                  box.width - tools - canvas.px(12)),
                         y});
    draw_tools(canvas);
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddLine({box.x, box.bottom() - 1}, {box.right(), box.bottom() - 1},
                 canvas.colors().border);
    ImGui::End();
}

} // namespace dostyk::ui
