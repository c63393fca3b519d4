// The windows over the map that keys open: shortcuts, frame phases, about.

#include "core/format.hpp"
#include "core/version.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <string>

namespace dostyk::ui {

namespace {

void draw_shortcut(Canvas& canvas, const editor::Action& action, float key_width)
{
    const float left = ImGui::GetCursorPosX();
    key_chip(canvas, editor::text_of(action.chord));
    if (action.second_chord.key != editor::Key::none) {
        ImGui::SameLine(0, canvas.px(4));
        key_chip(canvas, editor::text_of(action.second_chord));
    }
    ImGui::SameLine(left + key_width);
    paragraph(canvas, canvas.say("action." + std::string(action.name)));
}

void draw_context(Canvas& canvas, editor::Context context, const char* title)
{
    section(canvas, canvas.say(title));
    for (const editor::Action& action : editor::actions()) {
        if (action.context == context && action.chord.key != editor::Key::none) {
            draw_shortcut(canvas, action, canvas.px(190));
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
    begin_overlay(canvas, "shortcuts", 620);
    if (overlay_title(canvas, "settings", canvas.say("action.show_shortcuts"))) {
        canvas.workspace.overlays().has_shortcuts = false;
    }
    draw_context(canvas, editor::Context::everywhere, "shortcuts.everywhere");
    draw_context(canvas, editor::Context::map, "shortcuts.map");
    draw_context(canvas, editor::Context::timeline, "shortcuts.timeline");
    ImGui::End();
}

void draw_profiler_panel(Canvas& canvas)
{
    if (!canvas.workspace.overlays().has_profiler) {
        return;
    }
    begin_overlay(canvas, "profiler", 460);
    if (overlay_title(canvas, "clock", canvas.say("action.show_profiler"))) {
        canvas.workspace.overlays().has_profiler = false;
    }
    double total = 0;
    for (const PhaseTime& phase : canvas.input.phases) {
        total = std::max(total, phase.wall_ms);
    }
    for (const PhaseTime& phase : canvas.input.phases) {
        paragraph(canvas, canvas.say("phase." + phase.name));
        const float width = ImGui::GetContentRegionAvail().x;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float share = total > 0 ? static_cast<float>(phase.wall_ms / total) : 0;
        ImGui::GetWindowDrawList()->AddRectFilled(
            at, {at.x + std::max(2.0F, width * share), at.y + canvas.px(4)}, canvas.colors().accent,
            canvas.px(2));
        ImGui::Dummy({width, canvas.px(4)});
        small_print(canvas, canvas.say(Message{"profiler.row",
                                               {{"cpu", milliseconds(canvas, phase.cpu_ms)},
                                                {"wall", milliseconds(canvas, phase.wall_ms)}}}));
    }
    hairline(canvas);
    paragraph(canvas, canvas.say(Message{"profiler.draw_calls",
                                         {{"count", std::to_string(canvas.input.draw_calls)}}}));
    ImGui::End();
}

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
        paragraph(canvas, attribution.name + " · " + attribution.licence);
        small_print(canvas, attribution.text);
    }
    section(canvas, canvas.say("about.licence"));
    small_print(canvas, canvas.say("about.licence_text"));
    ImGui::End();
}

} // namespace dostyk::ui
