// The head of the programme: days, and the hours of every clock.

#include "core/format.hpp"
#include "ui/panels/programme_panel.hpp"
#include "ui/widgets.hpp"

#include <algorithm>

namespace dostyk::ui {

namespace {

constexpr float line_height = 19, between_hours = 46;

ImVec2 size_of(ImFont* font, const std::string& text)
{
    return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.c_str());
}

} // namespace

float ProgrammePanel::axis_height(const Canvas& canvas) const
{
    return canvas.px(line_height) * static_cast<float>(1 + m_axis.clocks().size()) + canvas.px(3);
}

void ProgrammePanel::draw_axis(Canvas& canvas) const
{
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const Palette& colors = canvas.colors();
    ImFont* font = canvas.theme.small_font();
    const float line = canvas.px(line_height);
    const float top = m_board.min.y - axis_height(canvas);
    const double apart = m_board.places_of(canvas.px(between_hours));
    draw.PushClipRect({m_board.min.x, top}, {m_board.max.x, m_board.min.y}, true);
    for (std::size_t day = 0; day < m_axis.days().size(); ++day) {
        const auto& calendar = m_meeting->problem().calendar;
        const std::string& iso = calendar.days()[day].date;
        std::string date = format_date(iso, canvas.language);
        const float begin = x_of(m_axis.days()[day].begin);
        const float end = x_of(m_axis.days()[day].end);
        // The date stays in sight as long as anything of its day does.
        const float room = end - std::max(begin, m_board.min.x) - canvas.px(8);
        if (size_of(canvas.theme.strong(), date).x > room) {
            date = iso.substr(8, 2) + "." +
                   iso.substr(5, 2); // day and month matter more than the year
        }
        const std::string shown = shortened(canvas.theme.strong(), date, room);
        if (room > canvas.px(24)) {
            draw.AddText(canvas.theme.strong(), font->FontSize,
                         {std::max(begin, m_board.min.x) + canvas.px(4), top}, colors.text,
                         shown.c_str());
        }
    }
    for (std::size_t clock = 0; clock < m_axis.clocks().size(); ++clock) {
        const float y = top + line * static_cast<float>(clock + 1);
        float taken = m_board.min.x - canvas.px(20);
        for (const editor::AxisTick& tick :
             m_axis.ticks(*m_meeting, m_axis.clocks()[clock], m_board.shown, apart)) {
            const float width = size_of(font, tick.text).x;
            const float x = x_of(tick.at) - width / 2;
            if (x < taken + canvas.px(6)) {
                continue;
            }
            taken = x + width;
            draw.AddText(font, font->FontSize, {x, y}, clock == 0 ? colors.text : colors.text_dim,
                         tick.text.c_str());
        }
    }
    draw.PopClipRect();
    draw_scrubber(canvas, top);
    for (std::size_t clock = 0; clock < m_axis.clocks().size(); ++clock) {
        const editor::VenueClock& each = m_axis.clocks()[clock];
        std::string cities;
        for (const Index city : each.cities) {
            const auto& venues = m_meeting->problem().venues;
            const auto venue = std::find_if(venues.begin(), venues.end(),
                                            [&](const auto& of) { return of.city == city; });
            const model::Entity* entity = m_meeting->project().find(venue->id);
            const auto* name = model::find_value<Text4>(*entity, "city", model::Pack::enriched);
            if (name != nullptr) {
                cities += (cities.empty() ? "" : ", ") + std::string(name->in(canvas.language));
            }
        }
        const float y = top + line * static_cast<float>(clock + 1);
        const float room = m_board.min.x - m_board.names - canvas.px(10);
        const std::string text = each.offset + (cities.empty() ? "" : "  " + cities);
        const std::string shown = shortened(font, text, room);
        draw.AddText(font, font->FontSize, {m_board.names + canvas.px(4), y},
                     clock == 0 ? colors.text : colors.text_dim, shown.c_str());
        if (ImGui::IsMouseHoveringRect({m_board.names, y}, {m_board.min.x, y + line}) &&
            shown != text) {
            canvas.hint = text;
        }
    }
}

/// The head is a slider as well: of the minute that the map shows.
void ProgrammePanel::draw_scrubber(Canvas& canvas, float top) const
{
    const ImVec2 low{m_board.min.x, top};
    ImGui::SetCursorScreenPos(low);
    ImGui::InvisibleButton("minute", {m_board.width(), m_board.min.y - top});
    const ImGuiIO& io = ImGui::GetIO();
    // Space and Enter make it active as well, with the mouse anywhere.
    if (ImGui::IsItemActive() && io.MouseDown[0]) {
        const float x = std::clamp(io.MousePos.x, m_board.min.x, m_board.max.x);
        canvas.workspace.show_minute(m_axis.minute_at(m_board.place_at(x)));
    }
    const std::string hint = canvas.say("programme.time.hint");
    if (ImGui::IsItemHovered()) {
        canvas.hint = hint;
    }
    note_control(canvas, low, {m_board.max.x, m_board.min.y},
                 {.id = "minute", .says = hint, .use = ControlUse::place});
}

void ProgrammePanel::draw_days(Canvas& canvas) const
{
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const Palette& colors = canvas.colors();
    const double apart = m_board.places_of(canvas.px(between_hours));
    const auto& days = m_axis.days();
    for (std::size_t day = 0; day + 1 < days.size(); ++day) {
        // Nights are another ground, and in the middle of each one day becomes the next.
        const float evening = x_of(days[day].end);
        const float morning = x_of(days[day + 1].begin);
        draw.AddRectFilled({evening, m_board.min.y}, {morning, m_board.max.y}, colors.raised);
        const float x = (evening + morning) / 2;
        draw.AddLine({x, m_board.min.y - axis_height(canvas)}, {x, m_board.max.y}, colors.text_dim,
                     std::max(1.0F, canvas.px(1)));
    }
    for (const editor::AxisTick& tick :
         m_axis.ticks(*m_meeting, m_axis.clocks().front(), m_board.shown, apart)) {
        const float x = x_of(tick.at);
        draw.AddLine({x, m_board.min.y}, {x, m_board.max.y},
                     tinted(colors.background, colors.border, 0.55F));
    }
}

std::optional<float> ProgrammePanel::x_in_sight(Minute minute) const
{
    const double place = m_axis.place_of(minute);
    if (place < std::max(0.0, m_board.shown.from) ||
        place > std::min(m_axis.whole().to, m_board.shown.to)) {
        return std::nullopt;
    }
    return m_board.x_of_place(place);
}

void ProgrammePanel::draw_now(Canvas& canvas) const
{
    const Minute now = m_meeting->problem().calendar.minute_of(canvas.input.now);
    const auto x = x_in_sight(now);
    if (!x) {
        return;
    }
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float top = m_board.min.y - canvas.px(4);
    const float size = canvas.px(5);
    draw.AddLine({*x, top}, {*x, m_board.max.y}, canvas.colors().accent, canvas.px(2));
    draw.AddTriangleFilled({*x - size, top - size}, {*x + size, top - size}, {*x, top},
                           canvas.colors().accent);
    if (ImGui::IsMouseHoveringRect({*x - size, top - size}, {*x + size, m_board.min.y})) {
        canvas.hint = canvas.say("programme.now") + "\n" + clocks_text(canvas, {now, now});
    }
}

/// The minute that the map shows, with the knob of the slider below the map.
void ProgrammePanel::draw_shown_minute(Canvas& canvas) const
{
    if (!canvas.workspace.is_programme_shown()) {
        return;
    }
    const auto minute = static_cast<Minute>(canvas.workspace.programme_clock().minute());
    const auto x = x_in_sight(minute);
    if (!x) {
        return;
    }
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float radius = canvas.px(5);
    const float y = m_board.min.y - radius;
    draw.AddLine({*x, y}, {*x, m_board.max.y}, canvas.colors().accent, canvas.px(1));
    draw.AddCircleFilled({*x, y}, radius, canvas.colors().accent, 24);
    draw.AddCircleFilled({*x, y}, radius / 2, canvas.colors().background, 24);
    if (ImGui::IsMouseHoveringRect({*x - radius, y - radius}, {*x + radius, y + radius})) {
        canvas.hint =
            canvas.say("programme.time.hint") + "\n" + clocks_text(canvas, {minute, minute});
    }
}

} // namespace dostyk::ui
