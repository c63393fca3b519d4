// Sessions of the programme in the hand: carried by the mouse or by keys, and put down.

#include "editor/programme_edit.hpp"
#include "ui/focus.hpp"
#include "ui/panels/programme_panel.hpp"
#include "ui/place_mark.hpp"
#include "ui/widgets.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace dostyk::ui {

using editor::Grip;
using editor::Level;

namespace {

constexpr float threshold = 4;
constexpr double shortest_shown = 60;
constexpr float rows_per_s = 8; ///< That pass under what is carried to an end of the board
constexpr std::chrono::milliseconds look_budget(6);

bool was_pressed(ImGuiKey key)
{
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key), true);
}

} // namespace

void ProgrammePanel::move_view(Canvas& canvas)
{
    const ImGuiIO& io = ImGui::GetIO();
    const ImVec2 low{m_board.names, m_board.min.y - axis_height(canvas)};
    const bool is_here = ImGui::IsWindowHovered(ImGuiHoveredFlags_RootAndChildWindows |
                                                ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) &&
                         ImGui::IsMouseHoveringRect(low, m_board.max, false);
    const editor::TimeSpan whole = m_axis.whole();
    const bool is_over_names = io.MousePos.x < m_board.min.x;
    if (io.MouseWheel != 0 && is_here) {
        if (is_over_names || io.KeyCtrl) {
            ImGui::SetScrollY(ImGui::GetScrollY() - io.MouseWheel * m_board.row * 2);
        } else if (io.KeyShift) {
            m_shown = editor::moved(m_shown, whole,
                                    static_cast<double>(-io.MouseWheel) * m_shown.length() / 8);
        } else {
            const double share =
                static_cast<double>((io.MousePos.x - m_board.min.x) / m_board.width());
            m_shown = editor::zoomed(m_shown, whole, share, static_cast<double>(io.MouseWheel),
                                     shortest_shown);
        }
    }
    // What is carried to the first or the last row in sight comes to those beyond.
    if (m_press && m_hand.is_holding() && io.MouseWheel == 0 && m_board.holds(io.MousePos)) {
        const float margin = std::min(canvas.px(18), (m_board.max.y - m_board.min.y) / 4);
        const float pull = io.MousePos.y > m_board.max.y - margin   ? 1.0F
                           : io.MousePos.y < m_board.min.y + margin ? -1.0F
                                                                    : 0.0F;
        const float rows = std::min(io.DeltaTime, 0.1F) * rows_per_s;
        const float scroll = std::clamp(ImGui::GetScrollY() + pull * rows * m_board.row, 0.0F,
                                        ImGui::GetScrollMaxY());
        if (scroll != ImGui::GetScrollY()) {
            ImGui::SetScrollY(scroll);
            canvas.wake(0);
        }
    }
    // The ground is pulled by its own, what lies on it by the middle button.
    const bool is_taken = (ImGui::IsMouseClicked(ImGuiMouseButton_Left) &&
                           m_board.holds(io.MousePos) && !ImGui::IsAnyItemHovered()) ||
                          ImGui::IsMouseClicked(ImGuiMouseButton_Middle);
    m_is_pulling = (m_is_pulling && (ImGui::IsMouseDown(ImGuiMouseButton_Left) ||
                                     ImGui::IsMouseDown(ImGuiMouseButton_Middle))) ||
                   (is_here && is_taken);
    if (m_is_pulling && !m_hand.is_holding()) {
        m_shown = editor::moved(m_shown, whole, m_board.places_of(-io.MouseDelta.x));
        ImGui::SetScrollY(ImGui::GetScrollY() - io.MouseDelta.y);
    }
}

void ProgrammePanel::press(Index session, Grip grip, Minute grabbed)
{
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    m_press = Press{session, grip, mouse, m_axis.minute_at(m_board.place_at(mouse.x)) - grabbed};
}

bool ProgrammePanel::take(Canvas& canvas, Index session, Grip grip)
{
    if (const auto reason = canvas.workspace.why_not_edit()) {
        canvas.workspace.tell(*reason);
        return false;
    }
    m_hand.take(m_meeting, session, grip);
    m_over.reset();
    canvas.workspace.overlays().has_session_in_hand = true;
    return true;
}

void ProgrammePanel::let_go(Canvas& canvas)
{
    m_hand.let_go();
    m_press.reset();
    m_over.reset();
    m_is_by_keys = false;
    canvas.workspace.overlays().has_session_in_hand = false;
}

void ProgrammePanel::submit(Canvas& canvas, const editor::Command& command)
{
    (void)canvas.workspace.submit(command); // where it fails, the workspace says why
}

void ProgrammePanel::put_down(Canvas& canvas)
{
    const auto command = m_hand.put();
    const std::string id = m_meeting->problem().session(m_hand.session()).id;
    let_go(canvas);
    if (command) {
        submit(canvas, *command);
    }
    canvas.workspace.select(id);
    m_seen_selection = id;
}

const editor::Lane* ProgrammePanel::target_lane() const
{
    return m_over && *m_over < m_lanes.lanes().size() ? &m_lanes.lanes()[*m_over] : nullptr;
}

void ProgrammePanel::follow_mouse(Canvas& canvas)
{
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    m_over.reset();
    const int row = static_cast<int>(std::floor((mouse.y - m_board.top) / m_board.row));
    if (!m_board.holds(mouse) || row < 0 || row >= m_lanes.rows()) {
        return;
    }
    const std::size_t over = m_lanes.lane_at(row);
    const Index venue = venue_in(*m_meeting, m_by, m_lanes.lanes()[over], m_hand.session());
    if (venue == schedule::none) {
        return;
    }
    m_over = over;
    m_hand.carry_to(m_axis.minute_at(m_board.place_at(mouse.x)) - m_press->offset, venue);
    // What lies beyond the edge comes into sight.
    const float margin = canvas.px(24);
    const double pull = mouse.x > m_board.max.x - margin   ? 1
                        : mouse.x < m_board.min.x + margin ? -1
                                                           : 0;
    if (pull != 0) {
        m_shown = editor::moved(m_shown, m_axis.whole(),
                                pull * m_shown.length() *
                                    static_cast<double>(ImGui::GetIO().DeltaTime) / 2);
        canvas.wake(0);
    }
}

void ProgrammePanel::carry(Canvas& canvas)
{
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const bool is_down = ImGui::IsMouseDown(ImGuiMouseButton_Left);
    if (m_hand.is_holding() && !canvas.workspace.overlays().has_session_in_hand) {
        let_go(canvas); // Escape
        return;
    }
    if (m_press && !m_hand.is_holding()) {
        const float moved = std::hypot(mouse.x - m_press->at.x, mouse.y - m_press->at.y);
        if (!is_down ||
            (moved >= canvas.px(threshold) && !take(canvas, m_press->session, m_press->grip))) {
            m_press.reset();
        }
    }
    if (m_press && m_hand.is_holding()) {
        follow_mouse(canvas);
        if (!is_down) {
            if (m_is_over_tray) {
                const Index session = m_hand.session();
                let_go(canvas);
                if (m_meeting->plan()[session].is_placed()) {
                    submit(canvas, unschedule_session(*m_meeting, session));
                }
            } else if (m_over) {
                put_down(canvas);
            } else {
                let_go(canvas);
            }
        }
    }
    take_keys(canvas);
    if (m_hand.is_holding() && target_lane() != nullptr) {
        if (m_hand.look(shown_time(), look_budget)) {
            canvas.wake(0);
        }
    }
}

void ProgrammePanel::step_lane(int by)
{
    const auto count = static_cast<int>(m_lanes.lanes().size());
    const int to = static_cast<int>(m_over.value_or(0)) + by;
    if (m_by != editor::LanesBy::venue && m_by != editor::LanesBy::city) {
        return; // in other lanes a session stays in its hall
    }
    if (m_hand.grip() != Grip::whole) {
        m_hand.step(0, false);
    }
    m_over = static_cast<std::size_t>(std::clamp(to, 0, count - 1));
    const Index venue = venue_in(*m_meeting, m_by, m_lanes.lanes()[*m_over], m_hand.session());
    m_hand.carry_to(m_hand.target().start, venue);
}

bool ProgrammePanel::take_by_keys(Canvas& canvas, Index session)
{
    const bool is_placed = m_meeting->plan()[session].is_placed();
    const auto& lanes = m_lanes.lanes();
    // One that waits comes to the first lane that can have it, at the first minute in sight.
    const auto lane = std::find_if(lanes.begin(), lanes.end(), [&](const editor::Lane& each) {
        return is_placed
                   ? std::any_of(each.bars.begin(), each.bars.end(),
                                 [&](const editor::Bar& bar) { return bar.session == session; })
                   : venue_in(*m_meeting, m_by, each, session) != schedule::none;
    });
    if (lane == lanes.end() || !take(canvas, session, Grip::whole)) {
        return false;
    }
    m_is_by_keys = true;
    m_over = static_cast<std::size_t>(lane - lanes.begin());
    if (!is_placed) {
        m_hand.carry_to(m_axis.minute_at(m_shown.from), venue_in(*m_meeting, m_by, *lane, session));
    }
    return true;
}

void ProgrammePanel::take_keys(Canvas& canvas)
{
    const ImGuiIO& io = ImGui::GetIO();
    const Index session = m_meeting->find_session(canvas.workspace.view().selected);
    m_has_keys = m_has_keys && session != schedule::none;
    if (!m_has_keys || m_press || io.WantTextInput || io.KeyAlt || io.KeyCtrl) {
        return;
    }
    const int across =
        (was_pressed(ImGuiKey_RightArrow) ? 1 : 0) - (was_pressed(ImGuiKey_LeftArrow) ? 1 : 0);
    const int down =
        (was_pressed(ImGuiKey_DownArrow) ? 1 : 0) - (was_pressed(ImGuiKey_UpArrow) ? 1 : 0);
    const bool is_placed = m_meeting->plan()[session].is_placed();
    if ((across != 0 || down != 0) && !m_hand.is_holding()) {
        clear_focus(); // what Tab marked would go with the arrows
        if (!take_by_keys(canvas, session)) {
            return;
        }
    }
    if (!m_hand.is_holding()) {
        if (is_placed && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Delete), false)) {
            submit(canvas, unschedule_session(*m_meeting, session));
        }
        return;
    }
    m_is_revealing = m_is_revealing || across != 0 || down != 0;
    if (across != 0) {
        m_hand.step(across, io.KeyShift);
    }
    if (down != 0 && !io.KeyShift) {
        step_lane(down);
    }
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false)) {
        put_down(canvas);
    }
}

void ProgrammePanel::draw_slots(Canvas& canvas)
{
    const editor::Lane* lane = target_lane();
    if (!m_hand.is_holding() || lane == nullptr) {
        return;
    }
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    ImFont* font = canvas.theme.small_font();
    const float top = m_board.y_of_row(lane->first_row);
    const float bottom = m_board.y_of_row(lane->first_row + lane->rows);
    draw.PushClipRect(m_board.min, m_board.max, true);
    for (const editor::Slots& slots : m_hand.slots()) {
        const float from = x_of(slots.time.begin);
        const float to = x_of(slots.time.end);
        const ImU32 ink = color_of(canvas, slots.level);
        draw.AddRectFilled({from, top}, {to, bottom},
                           tinted(canvas.colors().background, ink, 0.28F));
        const float line = canvas.px(3);
        draw.AddRectFilled({from, bottom - line}, {to, bottom}, ink);
        const std::string& glyph = glyph_of(canvas, slots.level);
        const ImVec2 size = font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, glyph.c_str());
        if (to - from >= size.x) {
            // One at least in each stretch, and one for each hour or so of a long one.
            const int count = std::max(1, static_cast<int>((to - from) / canvas.px(90)));
            for (int i = 0; i < count; ++i) {
                const float x =
                    from + (to - from) * (static_cast<float>(i) + 0.5F) / static_cast<float>(count);
                draw.AddText(font, font->FontSize,
                             {x - size.x / 2, top + (m_board.row - size.y) / 2}, ink,
                             glyph.c_str());
            }
        }
    }
    draw.PopClipRect();
}

void ProgrammePanel::draw_ghost(Canvas& canvas)
{
    const editor::Lane* lane = target_lane();
    if (!m_hand.is_holding() || lane == nullptr || !m_hand.target().is_placed()) {
        return;
    }
    const Palette& colors = canvas.colors();
    const schedule::Interval time = m_hand.time();
    const Level level = m_hand.level();
    const ImU32 ink = color_of(canvas, level);
    const float gap = canvas.px(2);
    const float top = m_board.y_of_row(lane->first_row);
    const ImVec2 min{x_of(time.begin), top + gap};
    const ImVec2 max{std::max(x_of(time.end), min.x + canvas.px(4)), top + m_board.row - gap};
    note_place(canvas, min, max, "hand");
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.PushClipRect(m_board.min, m_board.max, true);
    draw.AddRectFilled(min, max, tinted(colors.background, ink, 0.5F), canvas.px(5));
    draw.AddRect(min, max, ink, canvas.px(5), 0, canvas.px(2));
    ImFont* font = canvas.theme.small_font();
    const float y = min.y + (max.y - min.y - font->FontSize) / 2;
    const std::string name =
        glyph_of(canvas, level) + " " + session_name(canvas, *m_meeting, m_hand.session());
    const std::string shown = shortened(font, name, max.x - min.x - canvas.px(8));
    draw.AddText(font, font->FontSize, {min.x + canvas.px(5), y}, colors.text, shown.c_str());
    draw.PopClipRect();

    // Both clocks and the reason, above what is carried where there is room.
    std::string words = clocks_text(canvas, time);
    const std::string& reason = m_hand.reason(canvas.language, canvas.input.unit_names);
    words += reason.empty() ? std::string() : "\n" + glyph_of(canvas, level) + " " + reason;
    const float wrap = canvas.px(360);
    const ImVec2 size = font->CalcTextSizeA(font->FontSize, FLT_MAX, wrap, words.c_str());
    const ImVec2 pad{canvas.px(10), canvas.px(6)};
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    ImVec2 at{std::clamp(min.x, 0.0F, std::max(0.0F, screen.x - size.x - 2 * pad.x)),
              min.y - size.y - 2 * pad.y - canvas.px(6)};
    if (at.y < canvas.free_top) {
        at.y = max.y + canvas.px(6);
    }
    const ImVec2 end{at.x + size.x + 2 * pad.x, at.y + size.y + 2 * pad.y};
    ImDrawList& over = *ImGui::GetForegroundDrawList();
    over.AddRectFilled(at, end, colors.raised, canvas.px(Theme::corner));
    over.AddRect(at, end, ink, canvas.px(Theme::corner), 0, canvas.px(2));
    over.AddText(font, font->FontSize, {at.x + pad.x, at.y + pad.y}, colors.text, words.c_str(),
                 nullptr, wrap);
}

} // namespace dostyk::ui
