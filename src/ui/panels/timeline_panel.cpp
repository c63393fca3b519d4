#include "core/time.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace dostyk::ui {

namespace {

/// Years between two written ones, so that the numbers do not touch.
int label_step(int years, float width, float label_width)
{
    for (const int step : {1, 2, 5, 10, 20}) {
        if (static_cast<float>(years) / static_cast<float>(step) * label_width <= width) {
            return step;
        }
    }
    return 50;
}

/// Place of an ISO date on a line of years; a month counts, a day does not.
float position_of(const std::string& iso, int first, int last)
{
    const int year = editor::year_of(iso);
    float months = 6;
    if (iso.size() >= 7 && iso[4] == '-') {
        months = static_cast<float>((iso[5] - '0') * 10 + (iso[6] - '0')) - 0.5F;
    }
    const float span = static_cast<float>(std::max(1, last - first + 1));
    return std::clamp((static_cast<float>(year - first) + months / 12) / span, 0.0F, 1.0F);
}

struct Track {
    ImVec2 at;
    float width = 0;
    int first = 0;
    int last = 0;

    [[nodiscard]] float x_of(float share) const noexcept { return at.x + share * width; }
    /// The middle of a year.
    [[nodiscard]] float x_of_year(int year) const noexcept
    {
        const float span = static_cast<float>(std::max(1, last - first + 1));
        return x_of((static_cast<float>(year - first) + 0.5F) / span);
    }
};

void draw_years(Canvas& canvas, const Track& track, float line_y)
{
    ImFont* font = canvas.theme.small_font();
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const int step = label_step(track.last - track.first + 1, track.width, canvas.px(48));
    for (int year = track.first; year <= track.last; ++year) {
        const float x = track.x_of_year(year);
        const bool is_written = year % step == 0 || year == track.last;
        // The last year is written always: its neighbour yields.
        if (!is_written || (year != track.last && track.last - year < step)) {
            if (year != track.last) {
                continue;
            }
        }
        const std::string text = std::to_string(year);
        const float width = font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.c_str()).x;
        draw.AddText(font, font->FontSize, {x - width / 2, line_y + canvas.px(8)},
                     canvas.colors().text_dim, text.c_str());
    }
}

void draw_events(Canvas& canvas, const Track& track, float line_y, float shown_x)
{
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    for (const editor::DatedEntity& dated : canvas.workspace.timeline().dated) {
        const float x = track.x_of(position_of(dated.date, track.first, track.last));
        const bool is_selected = canvas.workspace.view().selected == dated.entity;
        const float height = canvas.px(is_selected ? 16.0F : 9.0F);
        const ImU32 color = is_selected    ? canvas.colors().good
                            : x <= shown_x ? canvas.colors().accent
                                           : canvas.colors().text_dim;
        draw.AddLine({x, line_y - canvas.px(5) - height}, {x, line_y - canvas.px(5)}, color,
                     std::max(1.0F, canvas.px(1.6F)));
    }
}

} // namespace

void TimelinePanel::draw_track(Canvas& canvas, float width)
{
    const editor::Timeline& timeline = canvas.workspace.timeline();
    const int today_year = editor::year_of(today());
    Track track{ImGui::GetCursorScreenPos(), width, timeline.first_year,
                std::max(timeline.last_year, today_year)};
    const float height = canvas.px(54);
    ImGui::InvisibleButton("track", {width, height});
    const ImGuiID id = ImGui::GetItemID();
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    m_has_focus = ImGui::IsItemActive() || (context.NavId == id && !context.NavDisableHighlight);
    if (ImGui::IsItemActive()) {
        const float share = (ImGui::GetIO().MousePos.x - track.at.x) / std::max(1.0F, width);
        const int years = track.last - track.first + 1;
        const int year = std::clamp(
            track.first + static_cast<int>(std::floor(share * static_cast<float>(years))),
            track.first, track.last);
        canvas.workspace.set_date(year >= today_year ? std::string{}
                                                     : std::to_string(year) + "-12-31");
    }
    const float line_y = track.at.y + canvas.px(28);
    const bool is_today = canvas.workspace.view().date.empty();
    const float x = track.x_of_year(is_today ? today_year : canvas.workspace.shown_year());
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float half = canvas.px(1.5F);
    const Palette& colors = canvas.colors();
    draw.AddRectFilled({track.at.x, line_y - half}, {track.at.x + width, line_y + half},
                       colors.border, half);
    draw.AddRectFilled({track.at.x, line_y - half}, {x, line_y + half}, colors.accent, half);
    draw_years(canvas, track, line_y);
    draw_events(canvas, track, line_y, x);
    draw.AddCircleFilled({x, line_y}, canvas.px(7), colors.accent, 24);
    draw.AddCircleFilled({x, line_y}, canvas.px(3.5F), colors.background, 24);
    if (ImGui::IsItemHovered()) {
        canvas.hint = canvas.say("timeline.hint");
    }
    note_control(canvas, track.at, {track.at.x + width, track.at.y + height},
                 canvas.say("timeline.hint"));
}

void TimelinePanel::draw(Canvas& canvas, const Box& box)
{
    using editor::ActionId;
    begin_panel(canvas, "timeline", box);
    m_has_focus = false;
    if (canvas.workspace.timeline().first_year == 0) {
        ImGui::SetCursorPos({canvas.px(16), (box.height - canvas.theme.body()->FontSize) / 2});
        paragraph(canvas, canvas.theme.icon("clock") + "  " + canvas.say("timeline.empty"), true);
        ImGui::End();
        return;
    }
    const bool is_playing = canvas.workspace.is_playing();
    const bool is_today = canvas.workspace.view().date.empty();
    const std::string label =
        is_today ? canvas.say("timeline.today") : std::to_string(canvas.workspace.shown_year());
    const float top = (box.height - canvas.px(Theme::control_height)) / 2;
    ImGui::SetCursorPos({canvas.px(10), top});
    if (button(canvas, "play",
               {.icon = is_playing ? "pause" : "play",
                .hint = canvas.hint_of(ActionId::time_play),
                .is_on = is_playing})) {
        canvas.run(ActionId::time_play);
    }
    const float today_width =
        std::max(button_width(canvas, {.label = canvas.say("timeline.today")}), canvas.px(64));
    const float left = canvas.px(10 + Theme::control_height + 14);
    const float width = box.width - left - today_width - canvas.px(26);
    ImGui::SetCursorPos({left, canvas.px(8)});
    if (width > canvas.px(80)) {
        draw_track(canvas, width);
    }
    ImGui::SetCursorPos({box.width - today_width - canvas.px(10), top});
    if (button(canvas, "today",
               {.label = label,
                .hint = canvas.hint_of(ActionId::time_today),
                .look = ButtonLook::filled,
                .is_on = !is_today,
                .width = today_width})) {
        canvas.run(ActionId::time_today);
    }
    ImGui::End();
}

} // namespace dostyk::ui
