#include "ui/panels/free_busy_panel.hpp"

#include "core/format.hpp"
#include "editor/new_session.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/planned_meeting.hpp"
#include "ui/widgets.hpp"

#include <imgui_internal.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace dostyk::ui {

namespace {

using schedule::Index;
using schedule::Interval;
using schedule::Minute;
using schedule::Occupation;

constexpr Minute half_hour = 30, hour = 60;
constexpr std::array<Minute, 4> lengths{30, 60, 90, 120};
constexpr std::size_t most_slots = 400, most_offered = 8;
/// [px at scale 1]
constexpr float names_width = 210, row_height = 30, title_height = 40, narrowest = 13, widest = 26,
                day_gap = 8, gap = 6;

std::string clock_text(Minute minute_of_day)
{
    return fmt::format("{:02}:{:02}", minute_of_day / hour, minute_of_day % hour);
}

std::string occupation_text(const Canvas& canvas, Occupation occupation)
{
    return canvas.say(occupation == Occupation::free      ? "free_busy.free"
                      : occupation == Occupation::session ? "free_busy.session"
                      : occupation == Occupation::way     ? "free_busy.way"
                                                          : "free_busy.away");
}

/// Told apart without colours, too: filled, half as high, crossed out, empty.
void draw_cell(const Canvas& canvas, ImDrawList& draw, ImVec2 low, ImVec2 high,
               Occupation occupation)
{
    const Palette& colors = canvas.colors();
    const float middle = (low.y + high.y) / 2;
    switch (occupation) {
    case Occupation::session:
        draw.AddRectFilled(low, high, colors.accent);
        break;
    case Occupation::way:
        draw.AddRectFilled({low.x, middle}, high, colors.warning);
        break;
    case Occupation::away:
        draw.AddRectFilled(low, high, colors.raised);
        draw.AddLine({low.x, high.y}, {high.x, low.y}, colors.border);
        break;
    case Occupation::free:
        draw.AddLine({low.x, high.y}, high, colors.border);
        break;
    }
}

} // namespace

void FreeBusyPanel::refresh(Canvas& canvas)
{
    const editor::Programme& programme = canvas.workspace.programme();
    if (m_version == programme.version() && m_language == canvas.language) {
        return;
    }
    m_version = programme.version();
    m_language = canvas.language;
    m_free_busy = {};
    m_ids.clear();
    m_names.clear();
    m_is_day_first.clear();
    m_slots.clear();
    if (programme.meeting() == nullptr) {
        return;
    }
    const editor::PlannedMeeting& meeting = *programme.meeting();
    m_free_busy = make_free_busy(meeting.problem(), meeting.plan(), half_hour);
    for (const schedule::Attendee& attendee : meeting.problem().attendees) {
        m_ids.push_back(attendee.id);
        m_names.push_back(model::name_of(*meeting.project().find(attendee.id),
                                         model::Pack::enriched, canvas.language));
    }
    for (const Interval& column : m_free_busy.columns) {
        const auto& all = meeting.problem().hours;
        m_is_day_first.push_back(std::any_of(all.begin(), all.end(), [&](const Interval& hours) {
            return hours.begin == column.begin;
        }));
    }
    find_slots(canvas);
}

std::vector<Index> FreeBusyPanel::chosen() const
{
    std::vector<Index> found;
    for (std::size_t i = 0; i < m_ids.size(); ++i) {
        if (m_chosen.contains(m_ids[i])) {
            found.push_back(static_cast<Index>(i));
        }
    }
    return found;
}

void FreeBusyPanel::find_slots(const Canvas& canvas)
{
    m_slots.clear();
    const auto& meeting = canvas.workspace.programme().meeting();
    if (const auto attendees = chosen(); meeting != nullptr && !attendees.empty()) {
        // Of those that overlap one is enough.
        for (const schedule::Placement& slot : find_common_slots(
                 meeting->problem(), meeting->plan(), {attendees, m_duration, {}}, most_slots)) {
            const bool is_apart =
                m_slots.empty() || slot.start >= m_slots.back().start + m_duration;
            if (is_apart && m_slots.size() < most_offered) {
                m_slots.push_back(slot);
            }
        }
    }
}

void FreeBusyPanel::draw_lengths(Canvas& canvas)
{
    for (const Minute length : lengths) {
        const std::string label = schedule::duration_text(length, canvas.language);
        if (ImGui::GetContentRegionAvail().x < button_width(canvas, {.label = label})) {
            ImGui::NewLine();
        }
        if (button(canvas, std::to_string(length).c_str(),
                   {.label = label,
                    .hint = canvas.say("free_busy.length"),
                    .is_on = length == m_duration})) {
            m_duration = length;
            find_slots(canvas);
        }
        ImGui::SameLine(0, canvas.px(4));
    }
    if (!m_chosen.empty() &&
        button(canvas, "clear", {.icon = "close", .hint = canvas.say("free_busy.clear")})) {
        m_chosen.clear();
        find_slots(canvas);
    } else if (m_chosen.empty()) {
        ImGui::NewLine();
    }
}

void FreeBusyPanel::book(Canvas& canvas, schedule::Placement slot)
{
    const std::string id = canvas.workspace.free_id("session");
    if (canvas.workspace.submit(editor::new_session(*canvas.workspace.programme().meeting(),
                                                    {chosen(), m_duration, {}}, slot, id))) {
        m_booked = id; // to be selected once it is there
        m_chosen.clear();
    }
}

void FreeBusyPanel::draw_slots(Canvas& canvas)
{
    if (m_chosen.empty()) {
        paragraph(canvas, canvas.say("free_busy.choose"), true);
        return;
    }
    if (m_slots.empty()) {
        paragraph(canvas, canvas.say("free_busy.none"), true);
        return;
    }
    // The meeting stays what it is until the frame is over, whatever is booked.
    const auto meeting = canvas.workspace.programme().meeting();
    const auto telling = meeting->telling(canvas.language, canvas.input.unit_names);
    const auto slots = m_slots;
    // In a low dock the people matter more than a second line of times.
    const int most_lines = ImGui::GetContentRegionAvail().y < canvas.px(220) ? 1 : 2;
    int lines = 1;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        const schedule::Placement& slot = slots[i];
        const std::string label = time_text(telling, slot.start, slot.venue) + " · " +
                                  telling.name_of(meeting->problem().venue(slot.venue).id);
        const float room = ImGui::GetContentRegionAvail().x;
        const float needed = button_width(canvas, {.icon = "plus", .label = label});
        if (i > 0 && needed > room) {
            ImGui::NewLine();
            if (++lines > most_lines) {
                return;
            }
        }
        push_id(canvas, "slot " + std::to_string(i + 1));
        if (button(canvas, "book",
                   {.icon = "plus",
                    .label = label,
                    .hint = canvas.say("free_busy.book"),
                    .look = ButtonLook::filled,
                    .width = std::min(needed, ImGui::GetContentRegionAvail().x)})) {
            book(canvas, slot);
        }
        pop_id(canvas);
        ImGui::SameLine(0, canvas.px(4));
    }
    ImGui::NewLine();
}

std::string FreeBusyPanel::day_text(const Canvas& canvas, std::size_t column) const
{
    const auto& calendar = canvas.workspace.programme().meeting()->problem().calendar;
    const Index day = calendar.day_of(m_free_busy.columns[column].begin);
    return format_date(calendar.days()[static_cast<std::size_t>(day)].date, canvas.language);
}

void FreeBusyPanel::draw_titles(Canvas& canvas) const
{
    ImGui::BeginChild("titles", {0, canvas.px(title_height)}, false,
                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse |
                          ImGuiWindowFlags_NoNavFocus);
    const auto& calendar = canvas.workspace.programme().meeting()->problem().calendar;
    const ImVec2 at = ImGui::GetWindowPos();
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    ImFont* font = canvas.theme.small_font();
    const float first = at.x + canvas.px(names_width);
    draw.PushClipRect({first, at.y},
                      {at.x + ImGui::GetWindowWidth(), at.y + canvas.px(title_height)}, true);
    const float hour_step = 4 * m_cell_width > canvas.px(46) ? 2 : 4; // [h]
    for (std::size_t column = 0; column < m_free_busy.columns.size(); ++column) {
        const Minute begin = m_free_busy.columns[column].begin;
        const auto day = static_cast<std::size_t>(calendar.day_of(begin));
        const Minute clock = begin - calendar.days()[day].whole.begin;
        const float x = first + m_left[column] - m_scroll;
        if (m_is_day_first[column]) {
            draw.AddText(font, font->FontSize, {x, at.y}, canvas.colors().text,
                         day_text(canvas, column).c_str());
        }
        if (clock % (static_cast<Minute>(hour_step) * hour) == 0) {
            draw.AddText(font, font->FontSize, {x, at.y + font->FontSize + canvas.px(2)},
                         canvas.colors().text_dim, std::to_string(clock / hour).c_str());
        }
    }
    draw.PopClipRect();
    ImGui::EndChild();
}

void FreeBusyPanel::draw_cells(Canvas& canvas, std::size_t attendee, ImVec2 at, float height) const
{
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float top = at.y + canvas.px(4);
    const float bottom = at.y + height - canvas.px(4);
    for (std::size_t column = 0; column < m_free_busy.columns.size(); ++column) {
        const float x = at.x + m_left[column];
        draw_cell(canvas, draw, {x, top}, {x + m_cell_width - 1, bottom},
                  m_free_busy.at(static_cast<Index>(attendee), column));
    }
    if (!m_chosen.contains(m_ids[attendee]) || m_slots.empty()) {
        return;
    }
    // The first time at which all of them can.
    const Interval first{m_slots.front().start, m_slots.front().start + m_duration};
    for (std::size_t column = 0; column < m_free_busy.columns.size(); ++column) {
        if (overlap(m_free_busy.columns[column], first) > 0) {
            const float x = at.x + m_left[column];
            draw.AddRectFilled({x, bottom - canvas.px(4)}, {x + m_cell_width, bottom},
                               canvas.colors().good);
        }
    }
}

void FreeBusyPanel::explain_cell(Canvas& canvas, std::size_t attendee, float x) const
{
    const auto& calendar = canvas.workspace.programme().meeting()->problem().calendar;
    for (std::size_t column = 0; column < m_free_busy.columns.size(); ++column) {
        const float left = m_left[column];
        if (x < left || x >= left + m_cell_width) {
            continue;
        }
        const Interval time = m_free_busy.columns[column];
        const auto day = static_cast<std::size_t>(calendar.day_of(time.begin));
        const Minute midnight = calendar.days()[day].whole.begin;
        canvas.hint = m_names[attendee] + "\n" + day_text(canvas, column) + ", " +
                      clock_text(time.begin - midnight) + "–" + clock_text(time.end - midnight) +
                      "\n" +
                      occupation_text(canvas, m_free_busy.at(static_cast<Index>(attendee), column));
    }
}

void FreeBusyPanel::draw_row(Canvas& canvas, std::size_t attendee)
{
    const Palette& colors = canvas.colors();
    const ImRect seen = ImGui::GetCurrentWindow()->InnerRect;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = canvas.px(row_height);
    const float names = canvas.px(names_width);
    const float width = std::max(names + m_left.back(), seen.GetWidth());
    push_id(canvas, m_ids[attendee]);
    const bool is_pressed = ImGui::InvisibleButton("head", {width, height});
    const bool is_hot = ImGui::IsItemHovered();
    note_control(canvas, {seen.Min.x, at.y}, {seen.Max.x, at.y + height},
                 {.id = "head", .says = m_names[attendee]});
    pop_id(canvas);
    const bool is_on = m_chosen.contains(m_ids[attendee]);
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    if (is_on || is_hot) {
        draw.AddRectFilled({seen.Min.x, at.y}, {seen.Max.x, at.y + height},
                           is_on ? colors.accent_soft : colors.hover, canvas.px(Theme::corner));
    }
    draw.PushClipRect({seen.Min.x + names, at.y}, {seen.Max.x, at.y + height}, true);
    draw_cells(canvas, attendee, {at.x + names, at.y}, height);
    draw.PopClipRect();
    ImFont* font = canvas.theme.body();
    const float text_y = at.y + (height - font->FontSize) / 2;
    draw.AddText(font, font->FontSize, {seen.Min.x + canvas.px(6), text_y},
                 is_on ? colors.accent : colors.text_dim,
                 canvas.theme.icon(is_on ? "check" : "plus").c_str());
    const float left = seen.Min.x + canvas.px(32);
    const std::string name = shortened(font, m_names[attendee], names - canvas.px(32 + 8));
    draw.AddText(font, font->FontSize, {left, text_y}, colors.text, name.c_str());
    if (is_hot) {
        const float x = ImGui::GetIO().MousePos.x;
        if (x > seen.Min.x + names) {
            explain_cell(canvas, attendee, x - at.x - names);
        } else if (name != m_names[attendee]) {
            canvas.hint = m_names[attendee];
        }
    }
    if (is_pressed) {
        if (is_on) {
            m_chosen.erase(m_ids[attendee]);
        } else {
            m_chosen.insert(m_ids[attendee]);
        }
        find_slots(canvas);
    }
}

void FreeBusyPanel::draw_matrix(Canvas& canvas)
{
    const float between_days = canvas.px(day_gap);
    const auto days =
        static_cast<float>(std::count(m_is_day_first.begin(), m_is_day_first.end(), true));
    const float room =
        ImGui::GetContentRegionAvail().x - canvas.px(names_width + 14) - days * between_days;
    m_cell_width = std::clamp(
        std::floor(room / static_cast<float>(std::max<std::size_t>(1, m_free_busy.columns.size()))),
        canvas.px(narrowest), canvas.px(widest));
    m_left.assign(1, 0);
    for (std::size_t column = 0; column < m_is_day_first.size(); ++column) {
        const float gap = column > 0 && m_is_day_first[column] ? between_days : 0;
        m_left.back() += gap;
        m_left.push_back(m_left.back() + m_cell_width);
    }
    draw_titles(canvas);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::BeginChild("heads", {0, std::max(canvas.px(60), ImGui::GetContentRegionAvail().y)},
                      false, ImGuiWindowFlags_HorizontalScrollbar);
    m_scroll = ImGui::GetScrollX();
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(m_ids.size()), canvas.px(row_height));
    while (clipper.Step()) {
        for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row) {
            draw_row(canvas, static_cast<std::size_t>(row));
        }
    }
    ImGui::EndChild();
    ImGui::PopStyleVar(2);
}

void FreeBusyPanel::draw(Canvas& canvas)
{
    if (draw_planned_meeting(canvas) == nullptr ||
        canvas.workspace.programme().meeting() == nullptr) {
        return;
    }
    if (!m_booked.empty() && canvas.workspace.project().find(m_booked) != nullptr) {
        canvas.workspace.select(std::exchange(m_booked, {}));
    }
    refresh(canvas);
    if (m_ids.empty()) {
        empty_state(canvas, "delegation", canvas.say("free_busy.nobody"));
        return;
    }
    draw_lengths(canvas);
    draw_slots(canvas);
    draw_matrix(canvas);
}

} // namespace dostyk::ui
