// The lanes of the programme: names, bars, and the ways between them.

#include "core/format.hpp"
#include "ui/panels/programme_panel.hpp"
#include "ui/place_mark.hpp"
#include "ui/widgets.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace dostyk::ui {

using editor::Level;

namespace {

constexpr float row_height = 30, widest_names = 230, edge = 6, least_for_edges = 30;
constexpr float least_for_control = 8, least_for_text = 60;

/// Work is filled, a pause is an outline.
bool is_pause(const editor::PlannedMeeting& meeting, schedule::Index session)
{
    return meeting.problem().session(session).is_meal;
}

} // namespace

schedule::Interval ProgrammePanel::shown_time() const noexcept
{
    return {m_axis.minute_at(m_board.shown.from), m_axis.minute_at(m_board.shown.to) + 1};
}

std::string ProgrammePanel::clocks_text(const Canvas& canvas, schedule::Interval time) const
{
    const auto& calendar = m_meeting->problem().calendar;
    std::string text;
    for (const editor::VenueClock& clock : m_axis.clocks()) {
        // "12 May 2026, 10:00–11:00 UTC+5"
        const std::string from = calendar.iso_at(time.begin, clock.zone);
        const std::string iso =
            time.begin == time.end ? from : from + "/" + calendar.iso_at(time.end, clock.zone);
        text += (text.empty() ? "" : "\n") + format_date(iso, canvas.language);
    }
    return text;
}

std::string ProgrammePanel::hint_of(Canvas& canvas, Index session) const
{
    constexpr std::size_t most_reasons = 3;
    const schedule::Placement& placement = m_meeting->plan()[session];
    std::string hint = session_name(canvas, *m_meeting, session);
    if (placement.is_placed()) {
        hint += "\n" + clocks_text(canvas, m_meeting->plan().interval(session));
        const model::Entity* venue =
            m_meeting->project().find(m_meeting->problem().venue(placement.venue).id);
        hint += "\n" + model::name_of(*venue, canvas.pack(), canvas.language);
    } else {
        hint += "\n" + schedule::duration_text(m_meeting->problem().session(session).duration,
                                               canvas.language);
    }
    if (const schedule::SessionChange* change = find_change(session)) {
        hint += "\n" + change_text(canvas, *change);
    }
    const auto telling = m_meeting->telling(canvas.language, canvas.input.unit_names);
    std::size_t told = 0;
    for (const std::size_t at : m_meeting->conflicts_of(session)) {
        if (told++ == most_reasons) {
            break;
        }
        const schedule::Conflict& conflict = m_meeting->conflicts()[at];
        hint += "\n" + glyph_of(canvas, editor::level_of(conflict)) + " " +
                text_of(conflict.violation, telling);
    }
    return hint;
}

void ProgrammePanel::draw_legs(Canvas& canvas, const editor::Lane& lane, bool are_late)
{
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const Palette& colors = canvas.colors();
    ImFont* font = canvas.theme.small_font();
    for (const editor::Leg& leg : legs_in(lane, shown_time())) {
        if (leg.is_late != are_late) {
            continue;
        }
        const float y = m_board.y_of_row(lane.first_row + leg.row) + m_board.row / 2;
        const float from = x_of(leg.time.begin);
        const float to = x_of(leg.time.end);
        const ImU32 ink = leg.is_late ? colors.error : colors.text_dim;
        const float arrow = canvas.px(4);
        const float low = leg.is_late ? y + m_board.row / 2 - canvas.px(3) : y;
        draw.AddLine({from, low}, {to, low}, ink, canvas.px(leg.is_late ? 3 : 2));
        draw.AddTriangleFilled({to, low}, {to - arrow * 2, low - arrow},
                               {to - arrow * 2, low + arrow}, ink);
        const auto& plan = m_meeting->plan();
        const schedule::Journey& way =
            m_meeting->problem().travel.journey(plan.venue(leg.from), plan.venue(leg.to));
        const std::string minutes = schedule::duration_text(length(leg.time), canvas.language);
        const model::Entity* crossing =
            way.crossing.empty() ? nullptr : m_meeting->project().find(way.crossing);
        const std::string by = crossing != nullptr
                                   ? model::name_of(*crossing, canvas.pack(), canvas.language)
                                   : way.crossing;
        const std::string full = by.empty() ? minutes : minutes + "  " + by;
        for (const std::string& text : {full, minutes}) {
            const ImVec2 size = font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.c_str());
            if (!leg.is_late && size.x + canvas.px(16) < to - from) {
                const ImVec2 at{(from + to - size.x) / 2, low - size.y / 2};
                draw.AddRectFilled({at.x - canvas.px(3), at.y},
                                   {at.x + size.x + canvas.px(3), at.y + size.y},
                                   colors.background);
                draw.AddText(font, font->FontSize, at, ink, text.c_str());
                break;
            }
        }
        const float reach = canvas.px(5);
        if (ImGui::IsWindowHovered() && !m_hand.is_holding() &&
            ImGui::IsMouseHoveringRect({from, low - reach}, {to, low + reach})) {
            canvas.hint = canvas.say(Message{leg.is_late ? "programme.way_late" : "programme.way",
                                             {{"from", session_name(canvas, *m_meeting, leg.from)},
                                              {"to", session_name(canvas, *m_meeting, leg.to)},
                                              {"duration", full}}});
        }
    }
}

void ProgrammePanel::draw_bar(Canvas& canvas, const editor::Lane& lane, const editor::Bar& bar)
{
    const Palette& colors = canvas.colors();
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float gap = canvas.px(2);
    const float y = m_board.y_of_row(lane.first_row + bar.row) + gap;
    const ImVec2 min{x_of(bar.time.begin), y};
    const ImVec2 max{std::max(x_of(bar.time.end) - 1, min.x + canvas.px(3)),
                     y + m_board.row - 2 * gap};
    if (max.x < m_board.min.x || min.x > m_board.max.x) {
        return;
    }
    const std::string& id = m_meeting->problem().session(bar.session).id;
    const Level level = m_meeting->level(bar.session);
    const bool is_selected = canvas.workspace.view().selected == id;
    const bool is_held = m_hand.is_holding() && m_hand.session() == bar.session;
    const float width = max.x - min.x;
    bool is_hot = canvas.workspace.view().hovered == id;
    if (width >= canvas.px(least_for_control)) {
        ImGui::SetCursorScreenPos(min);
        const bool is_pressed = ImGui::InvisibleButton(id.c_str(), {width, max.y - min.y});
        const bool is_over = ImGui::IsItemHovered();
        const std::string name = session_name(canvas, *m_meeting, bar.session);
        note_control(canvas, min, max, {.id = id, .says = name, .use = ControlUse::place});
        is_hot = is_hot || is_over;
        if (is_pressed && !m_hand.is_holding()) {
            canvas.workspace.select(id);
            m_seen_selection = id; // it is in sight
            m_has_keys = true;
        }
        const float mouse = ImGui::GetIO().MousePos.x;
        const bool has_edges = width >= canvas.px(least_for_edges);
        if (has_edges) {
            note_place(canvas, min, {min.x + canvas.px(edge), max.y}, id + ":start");
            note_place(canvas, {max.x - canvas.px(edge), min.y}, max, id + ":end");
        }
        const editor::Grip grip = has_edges && mouse < min.x + canvas.px(edge) ? editor::Grip::start
                                  : has_edges && mouse > max.x - canvas.px(edge)
                                      ? editor::Grip::end
                                      : editor::Grip::whole;
        if (is_over && !m_hand.is_holding()) {
            canvas.workspace.view().hovered = id;
            canvas.hint = hint_of(canvas, bar.session);
            if (grip != editor::Grip::whole) {
                ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
            }
        }
        if (ImGui::IsItemActivated() && is_over && ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
            press(bar.session, grip, grip == editor::Grip::end ? bar.time.end : bar.time.begin);
        }
    }
    const bool is_faint = canvas.is_filtered_out("session", id);
    const ImU32 ink = is_faint ? colors.text_dim : color_of(canvas, level);
    const bool is_outline = is_pause(*m_meeting, bar.session);
    const ImU32 base = level == Level::fine && !is_faint ? colors.accent : ink;
    const float share =
        is_held ? 0.06F : (is_outline || is_faint ? 0.08F : 0.24F) + (is_hot ? 0.10F : 0.0F);
    const float corner = std::min(canvas.px(5), width / 3);
    draw.AddRectFilled(min, max, tinted(colors.background, base, share), corner);
    draw.AddRect(min, max, tinted(colors.background, base, is_held ? 0.3F : 0.7F), corner, 0,
                 level == Level::hard ? canvas.px(2) : std::max(1.0F, canvas.px(1)));
    if (is_selected) {
        const float grow = canvas.px(1);
        draw.AddRect({min.x - grow, min.y - grow}, {max.x + grow, max.y + grow}, colors.text,
                     corner + grow, 0, canvas.px(2));
    }
    const float glyph = canvas.px(19);
    if (width < glyph) {
        return;
    }
    // What begins before the board does says its name where it is seen.
    const float mark = draw_change_mark(canvas, bar.session, min, max);
    const bool has_name = max.x - mark - std::max(min.x, m_board.min.x) > canvas.px(least_for_text);
    const float left = has_name ? std::max(min.x, m_board.min.x) + canvas.px(5)
                                : (min.x + max.x - mark - glyph) / 2 + canvas.px(1);
    ImFont* font = canvas.theme.small_font();
    const float text_y = min.y + (max.y - min.y - font->FontSize) / 2;
    draw.AddText(font, font->FontSize, {left, text_y}, ink, glyph_of(canvas, level).c_str());
    if (has_name) {
        const std::string name = session_name(canvas, *m_meeting, bar.session);
        const std::string shown = shortened(font, name, max.x - mark - left - glyph - canvas.px(4));
        draw.AddText(font, font->FontSize, {left + glyph, text_y},
                     is_held || is_faint ? colors.text_dim : colors.text, shown.c_str());
    }
}

void ProgrammePanel::draw_lane_name(Canvas& canvas, const editor::Lane& lane)
{
    const Palette& colors = canvas.colors();
    const float top = m_board.y_of_row(lane.first_row);
    const float bottom = top + m_board.row * static_cast<float>(lane.rows);
    const ImVec2 min{m_board.names, top};
    const ImVec2 max{m_board.min.x - canvas.px(4), bottom};
    const std::string name = name_of(*m_meeting, m_by, lane, canvas.language);
    const bool is_entity = m_by != editor::LanesBy::city;
    ImGui::SetCursorScreenPos(min);
    const bool is_pressed =
        ImGui::InvisibleButton("name", {std::max(1.0F, max.x - min.x), bottom - top});
    note_control(canvas, min, max, {.id = "name", .says = name, .is_enabled = is_entity});
    const bool is_hot = ImGui::IsItemHovered();
    const bool is_selected = is_entity && canvas.workspace.view().selected == lane.id;
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    if (is_selected || (is_hot && is_entity)) {
        draw.AddRectFilled(min, max, is_selected ? colors.accent_soft : colors.hover,
                           canvas.px(Theme::corner));
    }
    ImFont* font = canvas.theme.body();
    const std::string shown = shortened(font, name, max.x - min.x - canvas.px(12));
    draw.AddText(font, font->FontSize,
                 {min.x + canvas.px(6), top + (m_board.row - font->FontSize) / 2}, colors.text,
                 shown.c_str());
    if (is_hot && shown != name) {
        canvas.hint = name;
    }
    if (is_hot && is_entity) {
        canvas.workspace.view().hovered = lane.id;
    }
    if (is_pressed && is_entity) {
        canvas.workspace.select(lane.id);
    }
}

void ProgrammePanel::draw_lane(Canvas& canvas, const editor::Lane& lane)
{
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float bottom = m_board.y_of_row(lane.first_row + lane.rows);
    push_id(canvas, lane.id);
    draw_lane_name(canvas, lane);
    const editor::TimeSpan whole = m_axis.whole();
    note_place(canvas, {m_board.x_of_place(whole.from), m_board.y_of_row(lane.first_row)},
               {m_board.x_of_place(whole.to), bottom}, "times");
    draw.AddLine({m_board.names, bottom}, {m_board.max.x, bottom},
                 tinted(canvas.colors().background, canvas.colors().border, 0.6F));
    ImGui::PushClipRect(m_board.min, m_board.max, true); // clicks, too
    draw_ghosts(canvas, lane);
    draw_legs(canvas, lane, false);
    for (const editor::Bar& bar : bars_in(lane, shown_time())) {
        draw_bar(canvas, lane, bar);
    }
    draw_legs(canvas, lane, true);
    ImGui::PopClipRect();
    pop_id(canvas);
}

void ProgrammePanel::reveal(int row, schedule::Interval time)
{
    const float top = m_board.y_of_row(row);
    if (top < m_board.min.y || top + m_board.row > m_board.max.y) {
        const float middle = (m_board.max.y - m_board.min.y - m_board.row) / 2;
        ImGui::SetScrollY(std::max(0.0F, static_cast<float>(row) * m_board.row - middle));
    }
    const double from = m_axis.place_of(time.begin);
    const double to = m_axis.place_of(time.end);
    if (from < m_shown.from || to > m_shown.to) {
        m_shown =
            editor::moved(m_shown, m_axis.whole(), (from + to - m_shown.from - m_shown.to) / 2);
    }
}

void ProgrammePanel::reveal_wanted(Canvas& canvas)
{
    const std::string& selected = canvas.workspace.view().selected;
    if (m_seen_selection != selected) {
        m_seen_selection = selected;
        m_is_revealing = true;
    }
    if (!std::exchange(m_is_revealing, false)) {
        return;
    }
    if (const editor::Lane* lane = target_lane(); m_hand.is_holding() && lane != nullptr) {
        reveal(lane->first_row, m_hand.time());
        return;
    }
    const Index session = m_meeting->find_session(selected);
    for (const editor::Lane& lane : m_lanes.lanes()) {
        const auto bar =
            std::find_if(lane.bars.begin(), lane.bars.end(),
                         [&](const editor::Bar& each) { return each.session == session; });
        if (bar != lane.bars.end()) {
            reveal(lane.first_row + bar->row, bar->time);
            return;
        }
        if (lane.id == selected) {
            reveal(lane.first_row, shown_time());
            return;
        }
    }
}

void ProgrammePanel::draw_board(Canvas& canvas, ImVec2 size)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float names = std::min(canvas.px(widest_names), std::round(size.x * 0.3F));
    const float head = axis_height(canvas);
    const float bar = ImGui::GetStyle().ScrollbarSize;
    m_board = {{at.x + names, at.y + head},
               {at.x + size.x - bar, at.y + size.y},
               at.x,
               canvas.px(row_height),
               0,
               m_shown};
    if (m_board.max.x - m_board.min.x < canvas.px(40) || m_board.max.y <= m_board.min.y) {
        return;
    }
    draw_axis(canvas);
    ImGui::SetCursorScreenPos({at.x, at.y + head});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::BeginChild("board", {size.x, size.y - head}, false, ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleVar();
    m_board.top = ImGui::GetCursorScreenPos().y;
    reveal_wanted(canvas);
    if (std::exchange(m_takes_focus, false)) {
        ImGui::SetWindowFocus();
    }
    m_has_keys = m_has_keys && ImGui::IsWindowFocused();
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.PushClipRect({m_board.min.x, at.y}, m_board.max, false);
    draw_days(canvas);
    draw.PopClipRect();
    draw_slots(canvas);
    // Some more at both ends: the keys go on to what they reach there.
    constexpr int beyond = 3;
    const int first =
        std::max(0, static_cast<int>((m_board.min.y - m_board.top) / m_board.row) - beyond);
    const int rows = m_lanes.rows();
    for (std::size_t i = first < rows ? m_lanes.lane_at(first) : m_lanes.lanes().size();
         i < m_lanes.lanes().size(); ++i) {
        const editor::Lane& lane = m_lanes.lanes()[i];
        if (m_board.y_of_row(lane.first_row - beyond) > m_board.max.y) {
            break;
        }
        draw_lane(canvas, lane);
    }
    draw.PushClipRect({m_board.min.x, at.y}, m_board.max, false);
    draw_links(canvas);
    draw_now(canvas);
    draw_shown_minute(canvas);
    draw.PopClipRect();
    draw_ghost(canvas);
    move_view(canvas);
    ImGui::SetCursorScreenPos({at.x, m_board.y_of_row(rows)});
    ImGui::Dummy({1, 1});
    if (m_lanes.lanes().empty()) {
        ImGui::SetCursorScreenPos({m_board.min.x, m_board.min.y});
        paragraph(canvas, canvas.say("programme.no_lanes"), true);
    }
    ImGui::EndChild();
}

} // namespace dostyk::ui
