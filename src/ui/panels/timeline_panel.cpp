#include "core/time.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

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

/// An ISO date as a point of time; a month counts, a day does not. [years]
double time_of(const std::string& iso)
{
    constexpr double months_per_year = 12;
    double months = months_per_year / 2;
    if (iso.size() >= 7 && iso[4] == '-') {
        months = static_cast<double>((iso[5] - '0') * 10 + (iso[6] - '0')) - 0.5;
    }
    return static_cast<double>(editor::year_of(iso)) + months / months_per_year;
}

struct Track {
    ImVec2 at;
    float width = 0;
    editor::TimeSpan shown;

    [[nodiscard]] float x_of(double time) const noexcept
    {
        return at.x + static_cast<float>((time - shown.from) / shown.length()) * width;
    }
    /// The middle of a year.
    [[nodiscard]] float x_of_year(int year) const noexcept { return x_of(year + 0.5); }
    [[nodiscard]] double share_of(float x) const noexcept
    {
        return std::clamp(static_cast<double>((x - at.x) / std::max(1.0F, width)), 0.0, 1.0);
    }
    [[nodiscard]] int year_at(float x) const noexcept
    {
        const double time = shown.from + share_of(x) * shown.length();
        const int last = static_cast<int>(std::ceil(shown.to)) - 1;
        return std::min(static_cast<int>(std::floor(time)), last);
    }
};

/// Words under the line, none over another.
class YearLine {
public:
    YearLine(Canvas& canvas, const Track& track, float y)
    : m_canvas(canvas), m_track(track), m_font(canvas.theme.small_font()), m_y(y)
    {}

    [[nodiscard]] float width_of(const std::string& text) const
    {
        return m_font->CalcTextSizeA(m_font->FontSize, FLT_MAX, 0, text.c_str()).x;
    }

    /// Write a text about a place on the line, unless it would touch what stands there already.
    void write(const std::string& text, float x, ImU32 color)
    {
        const float width = width_of(text);
        const float overhang = m_canvas.px(6);
        const float gap = m_canvas.px(6);
        const float low = m_track.at.x - overhang;
        const float high = m_track.at.x + m_track.width + overhang - width;
        const float left = std::clamp(x - width / 2, low, std::max(low, high));
        const Stretch own{left, left + width};
        const bool is_free = std::none_of(m_taken.begin(), m_taken.end(), [&](Stretch other) {
            return own.from < other.to + gap && other.from < own.to + gap;
        });
        if (is_free) {
            m_taken.push_back(own);
            ImGui::GetWindowDrawList()->AddText(m_font, m_font->FontSize, {left, m_y}, color,
                                                text.c_str());
        }
    }

private:
    struct Stretch {
        float from = 0, to = 0; ///< [px]
    };

    Canvas& m_canvas;
    const Track& m_track;
    ImFont* m_font;
    float m_y;
    std::vector<Stretch> m_taken;
};

/// Both ends of the range, as one text where they stand too near for two.
void write_range(Canvas& canvas, const Track& track, YearLine& line)
{
    const editor::YearRange range = canvas.workspace.time_range();
    const auto write = [&](const std::string& text, float x) {
        if (x >= track.at.x && x <= track.at.x + track.width) {
            line.write(text, x, canvas.colors().accent);
        }
    };
    const float first = track.x_of_year(range.first);
    const float last = track.x_of_year(range.last);
    const bool has_both = range.first > 0 && range.last > range.first;
    if (has_both && last - first < line.width_of("2000") + canvas.px(10)) {
        write(std::to_string(range.first) + "–" + std::to_string(range.last), (first + last) / 2);
        return;
    }
    if (range.first > 0) {
        write(std::to_string(range.first), first);
    }
    if (range.last > 0) {
        write(std::to_string(range.last), last);
    }
}

void draw_years(Canvas& canvas, const Track& track, float line_y)
{
    // What matters most comes first: the rest yields.
    YearLine line(canvas, track, line_y + canvas.px(8));
    write_range(canvas, track, line);
    const int first = static_cast<int>(std::floor(track.shown.from));
    const int last = static_cast<int>(std::ceil(track.shown.to)) - 1;
    const auto write = [&](int year) {
        line.write(std::to_string(year), track.x_of_year(year), canvas.colors().text_dim);
    };
    write(last);
    const int step =
        label_step(static_cast<int>(std::ceil(track.shown.length())), track.width, canvas.px(48));
    for (int year = first; year <= last; ++year) {
        if (year % step == 0) {
            write(year);
        }
    }
}

void draw_events(Canvas& canvas, const Track& track, float line_y, float shown_x)
{
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    for (const editor::DatedEntity& dated : canvas.workspace.timeline().dated) {
        const double time = time_of(dated.date);
        if (time < track.shown.from || time > track.shown.to ||
            canvas.is_filtered_out(dated.kind, dated.entity)) {
            continue;
        }
        const float x = track.x_of(time);
        const bool is_selected = canvas.workspace.view().selected == dated.entity;
        const float height = canvas.px(is_selected ? 16.0F : 9.0F);
        const ImU32 color = is_selected    ? canvas.colors().good
                            : x <= shown_x ? canvas.colors().accent
                                           : canvas.colors().text_dim;
        draw.AddLine({x, line_y - canvas.px(5) - height}, {x, line_y - canvas.px(5)}, color,
                     std::max(1.0F, canvas.px(1.6F)));
    }
}

/// The years that playing repeats: a field with a bracket at each end that is set.
void draw_range(Canvas& canvas, const Track& track, float line_y)
{
    const editor::YearRange range = canvas.workspace.time_range();
    if (!range.is_set()) {
        return;
    }
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float end = track.at.x + track.width;
    const float low = range.first > 0 ? track.x_of(range.first) : track.at.x;
    const float high = range.last > 0 ? track.x_of(range.last + 1) : end;
    const float left = std::clamp(low, track.at.x, end);
    const float right = std::clamp(high, track.at.x, end);
    const float top = line_y - canvas.px(24);
    const float bottom = line_y + canvas.px(6);
    const Palette& colors = canvas.colors();
    draw.AddRectFilled({left, top}, {right, bottom}, colors.accent_soft, canvas.px(3));
    const auto bracket = [&](float x, float inward) {
        if (x < track.at.x || x > end) {
            return;
        }
        const float thick = std::max(1.5F, canvas.px(2));
        draw.AddLine({x, top}, {x, bottom}, colors.accent, thick);
        draw.AddLine({x, top}, {x + inward, top}, colors.accent, thick);
        draw.AddLine({x, bottom}, {x + inward, bottom}, colors.accent, thick);
    };
    if (range.first > 0) {
        bracket(low, canvas.px(5));
    }
    if (range.last > 0) {
        bracket(high, -canvas.px(5));
    }
}

void draw_line(Canvas& canvas, const Track& track, float line_y, int shown_year)
{
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float half = canvas.px(1.5F);
    const float end = track.at.x + track.width;
    const Palette& colors = canvas.colors();
    const float x = track.x_of_year(shown_year);
    draw_range(canvas, track, line_y);
    draw.AddRectFilled({track.at.x, line_y - half}, {end, line_y + half}, colors.border, half);
    draw.AddRectFilled({track.at.x, line_y - half}, {std::clamp(x, track.at.x, end), line_y + half},
                       colors.accent, half);
    draw_years(canvas, track, line_y);
    draw_events(canvas, track, line_y, x);
    if (x >= track.at.x && x <= end) {
        draw.AddCircleFilled({x, line_y}, canvas.px(7), colors.accent, 24);
        draw.AddCircleFilled({x, line_y}, canvas.px(3.5F), colors.background, 24);
    }
}

} // namespace

void TimelinePanel::draw_track(Canvas& canvas, float width)
{
    const editor::Timeline& timeline = canvas.workspace.timeline();
    const int today_year = editor::year_of(today());
    const editor::TimeSpan whole{static_cast<double>(timeline.first_year),
                                 static_cast<double>(std::max(timeline.last_year, today_year) + 1)};
    if (m_whole != whole) {
        m_whole = m_shown = whole;
    }
    const bool is_today = canvas.workspace.view().date.empty();
    const int year = is_today ? today_year : canvas.workspace.shown_year();
    // Where the time goes, the slider goes; where the wheel goes, it need not.
    if (const std::string& date = canvas.workspace.view().date;
        std::exchange(m_date, date) != date) {
        m_shown = editor::shown_with(m_shown, whole, year);
    }
    Track track{ImGui::GetCursorScreenPos(), width, m_shown};
    const float height = canvas.px(54);
    ImGui::InvisibleButton("track", {width, height});
    const ImGuiID id = ImGui::GetItemID();
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    const ImGuiIO& io = ImGui::GetIO();
    m_has_focus = ImGui::IsItemActive() || (context.NavId == id && !context.NavDisableHighlight);
    // Space and Enter make it active as well, with the mouse anywhere.
    if (ImGui::IsItemActive() && io.MouseDown[0]) {
        const int wanted = track.year_at(io.MousePos.x);
        canvas.workspace.set_date(wanted >= today_year ? std::string{}
                                                       : std::to_string(wanted) + "-12-31");
    } else if (ImGui::IsItemHovered() && io.MouseWheel != 0) {
        m_shown = editor::zoomed(m_shown, whole, track.share_of(io.MousePos.x),
                                 static_cast<double>(io.MouseWheel));
        track.shown = m_shown;
    }
    draw_line(canvas, track, track.at.y + canvas.px(28), year);
    if (ImGui::IsItemHovered()) {
        canvas.hint = canvas.say("timeline.hint");
    }
    const std::string hint = canvas.say("timeline.hint");
    note_control(canvas, track.at, {track.at.x + width, track.at.y + height},
                 {.id = "track", .says = hint, .use = ControlUse::place});
}

void TimelinePanel::draw_range_button(Canvas& canvas)
{
    if (button(canvas, "clear range",
               {.icon = "close", .hint = canvas.hint_of(editor::ActionId::time_range_clear)})) {
        canvas.run(editor::ActionId::time_range_clear);
    }
}

void TimelinePanel::draw(Canvas& canvas, const Box& box)
{
    using editor::ActionId;
    begin_panel(canvas, "timeline", box);
    m_has_focus = false;
    const bool is_programme = canvas.workspace.is_programme_shown();
    const float top = (box.height - canvas.px(Theme::control_height)) / 2;
    ImGui::SetCursorPos({canvas.px(10), top});
    if (button(canvas, "programme",
               {.icon = "session",
                .hint = canvas.hint_of(ActionId::toggle_programme_time),
                .is_on = is_programme})) {
        canvas.run(ActionId::toggle_programme_time);
    }
    const float left = canvas.px(10 + Theme::control_height + 4);
    if (is_programme) {
        m_programme.draw(canvas, box, left);
        m_has_focus = m_programme.has_focus();
    } else {
        draw_years(canvas, box, left);
    }
    ImGui::End();
}

void TimelinePanel::draw_years(Canvas& canvas, const Box& box, float from)
{
    using editor::ActionId;
    if (canvas.workspace.timeline().first_year == 0) {
        ImGui::SetCursorPos(
            {from + canvas.px(6), (box.height - canvas.theme.body()->FontSize) / 2});
        paragraph(canvas, canvas.theme.icon("clock") + "  " + canvas.say("timeline.empty"), true);
        return;
    }
    const bool is_playing = canvas.workspace.is_playing();
    const bool is_today = canvas.workspace.view().date.empty();
    const std::string label =
        is_today ? canvas.say("timeline.today") : std::to_string(canvas.workspace.shown_year());
    const float top = (box.height - canvas.px(Theme::control_height)) / 2;
    ImGui::SetCursorPos({from, top});
    if (button(canvas, "play",
               {.icon = is_playing ? "pause" : "play",
                .hint = canvas.hint_of(ActionId::time_play),
                .is_on = is_playing})) {
        canvas.run(ActionId::time_play);
    }
    const float today_width =
        std::max(button_width(canvas, {.label = canvas.say("timeline.today")}), canvas.px(64));
    const float left = from + canvas.px(Theme::control_height + 14);
    const bool has_range = canvas.workspace.time_range().is_set();
    const float range_width = has_range ? canvas.px(Theme::control_height + 2) : 0;
    const float width = box.width - left - today_width - range_width - canvas.px(26);
    ImGui::SetCursorPos({left, canvas.px(8)});
    if (width > canvas.px(80)) {
        draw_track(canvas, width);
    }
    if (has_range) {
        ImGui::SetCursorPos({box.width - today_width - range_width - canvas.px(10), top});
        draw_range_button(canvas);
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
}

} // namespace dostyk::ui
