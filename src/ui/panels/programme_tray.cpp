// Sessions that wait to be scheduled: from here they are carried to the board, and back.

#include "ui/panels/panels.hpp"
#include "ui/panels/programme_panel.hpp"
#include "ui/widgets.hpp"

#include <algorithm>

namespace dostyk::ui {

void ProgrammePanel::draw_tray(Canvas& canvas, ImVec2 size)
{
    const Palette& colors = canvas.colors();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 end{at.x + size.x, at.y + size.y};
    const bool is_carried = m_hand.is_holding() && !m_is_by_keys;
    m_is_over_tray = is_carried && ImGui::IsMouseHoveringRect(at, end, false);
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled(at, end, m_is_over_tray ? colors.accent_soft : colors.raised,
                       canvas.px(Theme::corner));
    if (is_carried) {
        draw.AddRect(at, end, colors.accent, canvas.px(Theme::corner));
    }
    const auto& sessions = m_meeting->problem().sessions;
    const auto is_waiting = [&](std::size_t session) {
        const auto& placement = m_meeting->plan()[static_cast<Index>(session)];
        return !placement.is_placed() && !placement.is_dropped;
    };
    std::vector<std::size_t> waiting;
    for (std::size_t i = 0; i < sessions.size(); ++i) {
        if (is_waiting(i)) {
            waiting.push_back(i);
        }
    }
    push_id(canvas, "tray");
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(canvas.px(8), canvas.px(6)));
    ImGui::BeginChild("tray", size, false, ImGuiWindowFlags_AlwaysUseWindowPadding);
    ImGui::PopStyleVar();
    small_print(canvas, canvas.say(Message{"programme.waiting",
                                           {{"count", std::to_string(waiting.size())}}}));
    for (const std::size_t i : waiting) {
        const auto session = static_cast<Index>(i);
        const std::string name = session_name(canvas, *m_meeting, session);
        const std::string length = schedule::duration_text(sessions[i].duration, canvas.language);
        const bool is_pressed =
            list_row(canvas, sessions[i].id.c_str(),
                     {.text = name,
                      .detail = length,
                      .kind = "session",
                      .is_on = canvas.workspace.view().selected == sessions[i].id});
        if (ImGui::IsItemActivated() && ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
            press(session, editor::Grip::whole, 0);
            m_press->offset = 0; // it begins at the mouse
        }
        if (ImGui::IsItemHovered() && !m_hand.is_holding()) {
            canvas.workspace.view().hovered = sessions[i].id;
            canvas.hint = canvas.say("programme.carry");
        }
        if (is_pressed && !m_hand.is_holding()) {
            canvas.workspace.select(sessions[i].id);
            m_has_keys = m_takes_focus = true; // arrows carry it to the board
        }
    }
    ImGui::EndChild();
    pop_id(canvas);
}

} // namespace dostyk::ui
