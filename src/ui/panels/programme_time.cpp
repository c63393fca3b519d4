#include "ui/panels/programme_time.hpp"

#include "core/format.hpp"
#include "core/time.hpp"
#include "ui/widgets.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace dostyk::ui {

namespace {

using editor::ActionId;

float width_of(ImFont* font, const std::string& text)
{
    return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.c_str()).x;
}

} // namespace

void ProgrammeTime::refresh(Canvas& canvas)
{
    editor::Programme& programme = canvas.workspace.programme();
    if (m_version != programme.version() || m_meeting != programme.meeting()) {
        m_version = programme.version();
        m_meeting = programme.meeting();
        m_axis = m_meeting != nullptr ? editor::ProgrammeAxis(*m_meeting) : editor::ProgrammeAxis();
    }
}

float ProgrammeTime::x_of(const Track& track, double minute) const noexcept
{
    const double whole = std::floor(minute);
    const double low = m_axis.place_of(static_cast<schedule::Minute>(whole));
    const double high = m_axis.place_of(static_cast<schedule::Minute>(whole) + 1);
    const editor::TimeSpan span = m_axis.whole();
    const double share = (low + (minute - whole) * (high - low) - span.from) / span.length();
    return track.min.x + static_cast<float>(std::clamp(share, 0.0, 1.0)) * track.width();
}

std::string ProgrammeTime::moment_text(const Canvas& canvas) const
{
    const schedule::Calendar& calendar = m_meeting->problem().calendar;
    const auto minute =
        static_cast<schedule::Minute>(std::floor(canvas.workspace.programme_clock().minute()));
    std::string text = format_date(
        calendar.days()[static_cast<std::size_t>(calendar.day_of(minute))].date, canvas.language);
    for (const editor::VenueClock& clock : m_axis.clocks()) {
        text +=
            "  ·  " + time_in(clock.zone, calendar.instant_at(minute)).time + " " + clock.offset;
    }
    return text;
}

/// Waking hours as fields, a mark where each session begins, and hours where there is room.
void ProgrammeTime::draw_days(Canvas& canvas, const Track& track, float line_y) const
{
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const Palette& colors = canvas.colors();
    for (const schedule::Interval& day : m_axis.days()) {
        draw.AddRectFilled({x_of(track, day.begin), line_y - canvas.px(9)},
                           {x_of(track, day.end), line_y + canvas.px(5)}, colors.accent_soft,
                           canvas.px(3));
    }
    const schedule::Problem& problem = m_meeting->problem();
    for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
        const auto session = static_cast<schedule::Index>(i);
        if (m_meeting->plan()[session].is_placed()) {
            const float x = x_of(track, m_meeting->plan().interval(session).begin);
            const bool is_selected = canvas.workspace.view().selected == problem.sessions[i].id;
            draw.AddLine({x, line_y - canvas.px(is_selected ? 13.0F : 8.0F)},
                         {x, line_y - canvas.px(3)}, is_selected ? colors.good : colors.text_dim,
                         std::max(1.0F, canvas.px(1.4F)));
        }
    }
    ImFont* font = canvas.theme.small_font();
    const double apart =
        static_cast<double>(canvas.px(50) / track.width()) * m_axis.whole().length();
    float taken = track.min.x - canvas.px(20);
    for (const editor::AxisTick& tick :
         m_axis.ticks(*m_meeting, m_axis.clocks().front(), m_axis.whole(), apart)) {
        const float width = width_of(font, tick.text);
        const float x = std::clamp(x_of(track, tick.at) - width / 2, track.min.x,
                                   std::max(track.min.x, track.max.x - width));
        if (x >= taken + canvas.px(8)) {
            taken = x + width;
            draw.AddText(font, font->FontSize, {x, line_y + canvas.px(7)}, colors.text_dim,
                         tick.text.c_str());
        }
    }
}

void ProgrammeTime::draw_line(Canvas& canvas, const Track& track, float line_y) const
{
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const Palette& colors = canvas.colors();
    const float half = canvas.px(1.5F);
    const float x = x_of(track, canvas.workspace.programme_clock().minute());
    draw.AddRectFilled({track.min.x, line_y - half}, {track.max.x, line_y + half}, colors.border,
                       half);
    draw.AddRectFilled({track.min.x, line_y - half}, {x, line_y + half}, colors.accent, half);
    draw.AddCircleFilled({x, line_y}, canvas.px(7), colors.accent, 24);
    draw.AddCircleFilled({x, line_y}, canvas.px(3.5F), colors.background, 24);
}

void ProgrammeTime::draw_clocks(Canvas& canvas, const Track& track) const
{
    ImFont* font = canvas.theme.small_font();
    const std::string text = shortened(font, moment_text(canvas), track.width());
    ImGui::GetWindowDrawList()->AddText(font, font->FontSize, track.min, canvas.colors().text,
                                        text.c_str());
}

void ProgrammeTime::draw_track(Canvas& canvas, float width)
{
    const float height = canvas.px(58);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const Track track{corner, {corner.x + width, corner.y + height}};
    ImGui::InvisibleButton("minute", {width, height});
    const ImGuiID id = ImGui::GetItemID();
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    m_has_focus = ImGui::IsItemActive() || (context.NavId == id && !context.NavDisableHighlight);
    if (ImGui::IsItemActive() && ImGui::GetIO().MouseDown[0]) {
        const double share =
            std::clamp((ImGui::GetIO().MousePos.x - track.min.x) / track.width(), 0.0F, 1.0F);
        const editor::TimeSpan span = m_axis.whole();
        canvas.workspace.show_minute(m_axis.minute_at(span.from + share * span.length()));
    }
    const float line_y = track.min.y + canvas.px(31);
    draw_clocks(canvas, track);
    draw_days(canvas, track, line_y);
    draw_line(canvas, track, line_y);
    const std::string hint = canvas.say("programme.time.hint");
    if (ImGui::IsItemHovered()) {
        canvas.hint = hint + "\n" + moment_text(canvas);
    }
    note_control(canvas, track.min, track.max,
                 {.id = "minute", .says = hint, .use = ControlUse::place});
}

/// \returns the right edge of what is left.
float ProgrammeTime::draw_speed(Canvas& canvas, float right, float top)
{
    const std::string label = canvas.say(
        Message{"programme.speed",
                {{"minutes", std::to_string(canvas.workspace.programme_clock().speed())}}});
    const float width = button_width(canvas, {.label = label});
    ImGui::SetCursorPos({right - width, top});
    if (button(
            canvas, "speed",
            {.label = label, .hint = canvas.hint_of(ActionId::programme_speed), .width = width})) {
        canvas.run(ActionId::programme_speed);
    }
    return right - width - canvas.px(6);
}

/// \returns the right edge of what is left.
float ProgrammeTime::draw_reach(Canvas& canvas, float right, float top)
{
    const float square = canvas.px(Theme::control_height);
    const bool is_on = canvas.workspace.is_reach_shown();
    if (is_on) {
        const std::string hours = canvas.say(
            Message{"duration.hours",
                    {{"hours", std::to_string(canvas.workspace.programme_map().reach_hours())}}});
        const float width = width_of(canvas.theme.body(), hours);
        right -= square;
        ImGui::SetCursorPos({right, top});
        if (button(canvas, "reach longer",
                   {.icon = "plus", .hint = canvas.hint_of(ActionId::reach_longer)})) {
            canvas.run(ActionId::reach_longer);
        }
        right -= width + canvas.px(4);
        ImGui::SetCursorPos({right, top + (square - canvas.theme.body()->FontSize) / 2});
        ImGui::TextUnformatted(hours.c_str());
        right -= square + canvas.px(4);
        ImGui::SetCursorPos({right, top});
        if (button(canvas, "reach shorter",
                   {.icon = "minus", .hint = canvas.hint_of(ActionId::reach_shorter)})) {
            canvas.run(ActionId::reach_shorter);
        }
    }
    right -= square;
    ImGui::SetCursorPos({right, top});
    if (button(canvas, "reach",
               {.icon = "tool_buffer",
                .hint = canvas.hint_of(ActionId::show_reach),
                .is_on = is_on})) {
        canvas.run(ActionId::show_reach);
    }
    return right - canvas.px(6);
}

void ProgrammeTime::draw(Canvas& canvas, const Box& box, float left)
{
    refresh(canvas);
    m_has_focus = false;
    const float top = (box.height - canvas.px(Theme::control_height)) / 2;
    if (m_meeting == nullptr) {
        ImGui::SetCursorPos({left, (box.height - canvas.theme.body()->FontSize) / 2});
        paragraph(canvas, canvas.say("programme.none"), true);
        return;
    }
    const bool is_playing = canvas.workspace.is_playing();
    ImGui::SetCursorPos({left, top});
    if (button(canvas, "play",
               {.icon = is_playing ? "pause" : "play",
                .hint = canvas.hint_of(ActionId::time_play),
                .is_on = is_playing})) {
        canvas.run(ActionId::time_play);
    }
    left += canvas.px(Theme::control_height + 14);
    float right = box.width - canvas.px(10);
    const float least_track = canvas.px(220);
    // What the keys do as well yields where there is no room.
    if (right - left - canvas.px(150) > least_track) {
        right = draw_reach(canvas, right, top);
    }
    if (right - left - canvas.px(90) > least_track) {
        right = draw_speed(canvas, right, top);
    }
    ImGui::SetCursorPos({left, canvas.px(7)});
    if (const float width = right - left - canvas.px(8); width > canvas.px(60)) {
        draw_track(canvas, width);
    }
}

} // namespace dostyk::ui
