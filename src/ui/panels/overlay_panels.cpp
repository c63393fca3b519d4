// The windows over the map that keys open: shortcuts, frame phases, about.

#include "core/format.hpp"
#include "core/version.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <string>

namespace dostyk::ui {

namespace {

float key_width_of(const Canvas& canvas, const editor::Action& action)
{
    ImFont* font = canvas.theme.small_font();
    float width = 0;
    for (const editor::Chord& chord : {action.chord, action.second_chord}) {
        if (chord.key != editor::Key::none) {
            const std::string text = editor::text_of(chord);
            width +=
                font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.c_str()).x + canvas.px(14 + 4);
        }
    }
    return width;
}

void draw_shortcut(Canvas& canvas, const editor::Action& action, float key_width)
{
    const float left = ImGui::GetCursorPosX();
    const float top = ImGui::GetCursorPosY();
    key_chip(canvas, editor::text_of(action.chord));
    if (action.second_chord.key != editor::Key::none) {
        ImGui::SameLine(0, canvas.px(4));
        key_chip(canvas, editor::text_of(action.second_chord));
    }
    const float below = ImGui::GetCursorPosY();
    ImGui::SetCursorPos({left + key_width, top + canvas.px(2)});
    paragraph(canvas, canvas.say("action." + std::string(action.name)));
    ImGui::SetCursorPosY(std::max(below, ImGui::GetCursorPosY()));
}

void draw_context(Canvas& canvas, editor::Context context, float key_width)
{
    for (const editor::Action& action : editor::actions()) {
        if (action.context == context && action.chord.key != editor::Key::none) {
            draw_shortcut(canvas, action, key_width);
        }
    }
}

std::string milliseconds(const Canvas& canvas, double time)
{
    return format_number(time, canvas.language, 2) + " " + canvas.say("profiler.ms");
}

} // namespace

void draw_shortcuts_panel(Canvas& canvas)
{
    if (!canvas.workspace.overlays().has_shortcuts) {
        return;
    }
    // Side by side where there is room: all keys at a glance.
    const bool is_wide = ImGui::GetIO().DisplaySize.x >= canvas.px(1120);
    begin_overlay(canvas, "shortcuts", is_wide ? 1040 : 620);
    if (overlay_title(canvas, "settings", canvas.say("action.show_shortcuts"))) {
        canvas.workspace.overlays().has_shortcuts = false;
    }
    float key_width = 0;
    for (const editor::Action& action : editor::actions()) {
        key_width = std::max(key_width, key_width_of(canvas, action));
    }
    key_width += canvas.px(8);
    if (ImGui::BeginTable("columns", is_wide ? 2 : 1,
                          ImGuiTableFlags_NoSavedSettings | ImGuiTableFlags_SizingStretchSame)) {
        ImGui::TableNextColumn();
        section(canvas, canvas.say("shortcuts.everywhere"));
        draw_context(canvas, editor::Context::everywhere, key_width);
        draw_context(canvas, editor::Context::outside_text, key_width);
        ImGui::TableNextColumn();
        section(canvas, canvas.say("shortcuts.map"));
        draw_context(canvas, editor::Context::map, key_width);
        section(canvas, canvas.say("shortcuts.timeline"));
        draw_context(canvas, editor::Context::timeline, key_width);
        ImGui::EndTable();
    }
    ImGui::End();
}

namespace {

/// Text that ends at x.
void right_text(const Canvas& canvas, float x, float y, ImU32 color, const std::string& text)
{
    ImFont* font = canvas.theme.small_font();
    const float width = font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.c_str()).x;
    ImGui::GetWindowDrawList()->AddText(font, font->FontSize, {x - width, y}, color, text.c_str());
}

/// Name, CPU and wall in columns, and a bar under them.
void draw_phase(Canvas& canvas, const std::string& name, const std::string& cpu,
                const std::string& wall, float share)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float column = canvas.px(104);
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    ImFont* font = canvas.theme.small_font();
    draw.AddText(font, font->FontSize, at, canvas.colors().text, name.c_str(), nullptr,
                 width - 2 * column);
    const float lines =
        font->CalcTextSizeA(font->FontSize, FLT_MAX, width - 2 * column, name.c_str()).y;
    right_text(canvas, at.x + width - column, at.y, canvas.colors().text, cpu);
    right_text(canvas, at.x + width, at.y, canvas.colors().text, wall);
    float height = lines + canvas.px(6);
    if (share >= 0) {
        const float y = at.y + height;
        draw.AddRectFilled({at.x, y}, {at.x + width, y + canvas.px(3)}, canvas.colors().raised);
        draw.AddRectFilled({at.x, y}, {at.x + std::max(1.0F, width * share), y + canvas.px(3)},
                           canvas.colors().accent);
        height += canvas.px(7);
    }
    ImGui::Dummy({width, height});
}

} // namespace

void draw_profiler_panel(Canvas& canvas)
{
    if (!canvas.workspace.overlays().has_profiler) {
        return;
    }
    begin_overlay(canvas, "profiler", 460);
    if (overlay_title(canvas, "clock", canvas.say("action.show_profiler"))) {
        canvas.workspace.overlays().has_profiler = false;
    }
    // Rest is no work: beside it every bar would be a dot.
    double longest = 0;
    for (const PhaseTime& phase : canvas.input.phases) {
        longest = phase.name == "rest" ? longest : std::max(longest, phase.wall_ms);
    }
    draw_phase(canvas, canvas.say("profiler.phase"), canvas.say("profiler.cpu"),
               canvas.say("profiler.wall"), -1);
    for (const PhaseTime& phase : canvas.input.phases) {
        const bool is_rest = phase.name == "rest";
        const double share = longest > 0 ? phase.wall_ms / longest : 0;
        draw_phase(canvas, canvas.say("phase." + phase.name), milliseconds(canvas, phase.cpu_ms),
                   milliseconds(canvas, phase.wall_ms), is_rest ? -1 : static_cast<float>(share));
    }
    hairline(canvas);
    paragraph(canvas, canvas.say(Message{"profiler.draw_calls",
                                         {{"count", std::to_string(canvas.input.draw_calls)}}}));
    ImGui::End();
}

namespace {

/// Names of licences stay as they are; that there is none is told in the language.
std::string licence_name(const Canvas& canvas, const std::string& licence)
{
    return licence == "public domain" ? canvas.say("about.public_domain") : licence;
}

} // namespace

void draw_about_panel(Canvas& canvas)
{
    if (!canvas.workspace.overlays().has_about) {
        return;
    }
    begin_overlay(canvas, "about", 640);
    if (overlay_title(canvas, "globe", canvas.say("app.name") + " " + std::string(version()))) {
        canvas.workspace.overlays().has_about = false;
    }
    paragraph(canvas, canvas.say("about.text"));
    section(canvas, canvas.say("about.sources"));
    for (const Attribution& attribution : canvas.input.attributions) {
        paragraph(canvas, attribution.name + " · " + licence_name(canvas, attribution.licence));
        small_print(canvas, canvas.lengthened(std::string(attribution.text.in(canvas.language))));
    }
    section(canvas, canvas.say("about.licence"));
    small_print(canvas, canvas.say("about.licence_text"));
    ImGui::End();
}

} // namespace dostyk::ui
