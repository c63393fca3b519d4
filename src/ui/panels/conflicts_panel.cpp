#include "ui/panels/conflicts_panel.hpp"

#include "core/fold.hpp"
#include "editor/programme_edit.hpp"
#include "ui/fields.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/planned_meeting.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <utility>

namespace dostyk::ui {

namespace {

using editor::ConflictState;
using schedule::Conflict;

/// [px at scale 1]
constexpr float mark_width = 30, code_width = 44, gap = 6, row_pad = 5;

struct StateLook {
    const char* icon;
    ImU32 ink;
};

/// A glyph as well as a colour: who cannot tell the colours apart reads the same.
StateLook look_of(const Canvas& canvas, ConflictState state)
{
    const Palette& colors = canvas.colors();
    return state == ConflictState::broken ? StateLook{"warning", colors.error}
           : state == ConflictState::wish ? StateLook{"info", colors.warning}
                                          : StateLook{"check", colors.good};
}

std::string state_text(const Canvas& canvas, ConflictState state)
{
    return canvas.say("conflicts.state." + std::string(name_of(state)));
}

/// A text over at most two lines, with dots where it has more.
void draw_two_lines(ImDrawList& draw, ImFont* font, ImVec2 at, ImU32 ink, const std::string& text,
                    float width)
{
    const char* const begin = text.c_str();
    const char* const end = begin + text.size();
    const char* rest = font->CalcWordWrapPositionA(1, begin, end, width);
    draw.AddText(font, font->FontSize, at, ink, begin, rest);
    while (rest < end && *rest == ' ') {
        ++rest;
    }
    const std::string second =
        shortened(font, std::string_view(rest, static_cast<std::size_t>(end - rest)), width);
    draw.AddText(font, font->FontSize, {at.x, at.y + font->FontSize}, ink, second.c_str());
}

bool has_two_lines(ImFont* font, const std::string& text, float width)
{
    return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.c_str()).x > width;
}

/// One press carries it out, as one step of the history.
void draw_fix(Canvas& canvas, const editor::PlannedMeeting& meeting, const schedule::Fix& fix)
{
    const std::string text =
        text_of(fix, meeting.telling(canvas.language, canvas.input.unit_names));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (button(canvas, "apply",
               {.icon = "check",
                .label = canvas.say("conflicts.apply"),
                .hint = text,
                .look = ButtonLook::filled}) &&
        canvas.workspace.submit(shift_sessions(meeting, fix.shifts))) {
        canvas.workspace.tell(Message{"conflicts.mended", {{"text", text}}});
    }
    const float below = ImGui::GetItemRectMax().y;
    const float line = (canvas.px(Theme::control_height) - canvas.theme.body()->FontSize) / 2;
    ImGui::SetCursorScreenPos({ImGui::GetItemRectMax().x + canvas.px(10), at.y + line});
    paragraph(canvas, text);
    ImGui::SetCursorScreenPos({at.x, std::max(below, ImGui::GetItemRectMax().y) + canvas.px(4)});
}

/// Whoever has to go from one of its sessions to the other, by the plan.
std::optional<editor::LegRef> leg_of(const Conflict& conflict)
{
    const schedule::Violation& violation = conflict.violation;
    if (violation.attendee == schedule::none || violation.sessions.size() != 2) {
        return std::nullopt;
    }
    return editor::LegRef{violation.attendee, violation.sessions[0], violation.sessions[1]};
}

} // namespace

void ConflictsPanel::refresh(Canvas& canvas)
{
    const editor::Programme& programme = canvas.workspace.programme();
    if (m_version == programme.version() && m_language == canvas.language) {
        return;
    }
    m_version = programme.version();
    m_language = canvas.language;
    m_rows.clear();
    m_counts.fill(0);
    if (const auto& meeting = programme.meeting()) {
        m_rows = editor::conflict_rows(*meeting,
                                       meeting->telling(canvas.language, canvas.input.unit_names));
    }
    for (const Row& row : m_rows) {
        ++m_counts[static_cast<std::size_t>(row.state)];
    }
    const bool is_mended =
        !m_chosen.empty() && std::none_of(m_rows.begin(), m_rows.end(),
                                          [&](const Row& row) { return row.key == m_chosen; });
    if (is_mended) {
        m_chosen.clear();
        m_goes_to_top = true;
    }
    show_rows();
}

void ConflictsPanel::show_rows()
{
    const std::string wanted = fold(m_filter);
    m_shown.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows[i];
        if ((!m_only || row.state == *m_only) && row.folded.find(wanted) != std::string::npos) {
            m_shown.push_back(i);
        }
    }
}

void ConflictsPanel::draw_tools(Canvas& canvas)
{
    const auto chip = [&](const char* id, const char* icon, const std::string& label,
                          std::optional<ConflictState> only) {
        const float needed = button_width(canvas, {.icon = icon, .label = label});
        if (ImGui::GetContentRegionAvail().x < needed) {
            ImGui::NewLine();
        }
        if (button(canvas, id, {.icon = icon, .label = label, .is_on = m_only == only})) {
            m_only = only;
            show_rows();
        }
        ImGui::SameLine(0, canvas.px(4));
    };
    const float room = ImGui::GetContentRegionAvail().x;
    const float width =
        room < canvas.px(440) ? room : std::clamp(room * 0.28F, canvas.px(140), canvas.px(320));
    if (text_field(canvas, "##filter", m_filter, "search", canvas.say("conflicts.filter"), width)) {
        show_rows();
    }
    ImGui::SameLine(0, canvas.px(gap));
    chip("all", "", canvas.say("conflicts.all") + " " + std::to_string(m_rows.size()),
         std::nullopt);
    for (const ConflictState state : editor::all_conflict_states) {
        const std::size_t count = m_counts[static_cast<std::size_t>(state)];
        if (count > 0 || m_only == state) {
            chip(std::string(name_of(state)).c_str(), look_of(canvas, state).icon,
                 state_text(canvas, state) + " " + std::to_string(count), state);
        }
    }
    ImGui::NewLine();
}

void ConflictsPanel::choose(Canvas& canvas, const Row& row)
{
    m_reason.clear();
    if (std::exchange(m_chosen, row.key) == row.key) {
        m_chosen.clear();
        canvas.workspace.show_leg(std::nullopt);
        return;
    }
    m_is_fresh = true;
    if (!row.sessions.empty()) {
        canvas.workspace.select_all(row.sessions, row.sessions.front());
        // In one slot with the card the list stays in front: one goes through it.
        canvas.workspace.settings().panels.bring_forward(editor::PanelId::conflicts);
    }
    canvas.workspace.show_leg(leg_of(canvas.workspace.programme().meeting()->conflicts()[row.at]));
}

void ConflictsPanel::draw_row(Canvas& canvas, const Row& row)
{
    const Palette& colors = canvas.colors();
    ImFont* font = canvas.theme.body();
    ImFont* small = canvas.theme.small_font();
    const bool is_open = row.key == m_chosen;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = 2 * font->FontSize + canvas.px(2 * row_pad);
    const bool is_pressed = ImGui::InvisibleButton("row", {std::max(1.0F, width), height});
    if (is_open && std::exchange(m_is_fresh, false)) {
        ImGui::SetScrollHereY(0); // what mends it comes into sight
    }
    const ImVec2 end{at.x + width, at.y + height};
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const bool is_hot = ImGui::IsItemHovered();
    if (is_open || is_hot) {
        draw.AddRectFilled(at, end, is_open ? colors.accent_soft : colors.hover,
                           canvas.px(Theme::corner));
    }
    const Conflict& conflict = canvas.workspace.programme().meeting()->conflicts()[row.at];
    const StateLook look = look_of(canvas, row.state);
    const float top = at.y + canvas.px(row_pad);
    draw.AddText(font, font->FontSize, {at.x + canvas.px(6), top + font->FontSize / 2}, look.ink,
                 canvas.theme.icon(look.icon).c_str());
    const float code = at.x + canvas.px(mark_width);
    draw.AddText(small, small->FontSize, {code, top}, colors.text, row.code.c_str());
    draw.AddText(small, small->FontSize, {code, top + font->FontSize}, colors.text_dim,
                 std::to_string(conflict.number).c_str());
    const float left = code + canvas.px(code_width);
    const float room = end.x - left - canvas.px(8);
    const bool is_long = has_two_lines(font, row.text, room);
    draw_two_lines(draw, font, {left, is_long ? top : top + font->FontSize / 2}, colors.text,
                   row.text, room);
    if (is_hot) {
        canvas.hint = state_text(canvas, row.state) + "\n" + row.text;
    }
    note_control(canvas, at, end, {.id = "row", .says = row.text});
    if (is_pressed) {
        choose(canvas, row);
    }
}

void ConflictsPanel::draw_fixes(Canvas& canvas, const Row& row)
{
    editor::Programme& programme = canvas.workspace.programme();
    const editor::PlannedMeeting& meeting = *programme.meeting();
    section(canvas, canvas.say("conflicts.fixes"));
    const auto* fixes = programme.fixes(row.at, canvas.workspace.background());
    if (fixes == nullptr) {
        paragraph(canvas, canvas.say("conflicts.looking"), true);
        return;
    }
    if (fixes->empty()) {
        paragraph(canvas, canvas.say("conflicts.no_fix"), true);
    }
    const auto telling = meeting.telling(canvas.language, canvas.input.unit_names);
    for (std::size_t i = 0; i < fixes->size(); ++i) {
        push_id(canvas, "fix " + std::to_string(i + 1));
        draw_fix(canvas, meeting, (*fixes)[i]);
        pop_id(canvas);
    }
}

void ConflictsPanel::draw_waiver(Canvas& canvas, const Row& row)
{
    const editor::PlannedMeeting& meeting = *canvas.workspace.programme().meeting();
    const Conflict& conflict = meeting.conflicts()[row.at];
    if (row.state == ConflictState::accepted) {
        const std::string reason = reason_of(meeting, conflict, canvas.language);
        section(canvas, canvas.say("conflicts.reason"));
        entity_link(canvas, conflict.waiver,
                    reason.empty() ? canvas.say("conflicts.no_reason") : reason);
        if (button(canvas, "withdraw",
                   {.icon = "undo",
                    .label = canvas.say("conflicts.withdraw"),
                    .look = ButtonLook::filled})) {
            (void)canvas.workspace.submit(withdraw_acceptance(meeting, conflict));
        }
        return;
    }
    section(canvas, canvas.say("conflicts.accept_why"));
    const std::string label = canvas.say("conflicts.accept");
    const float taken =
        button_width(canvas, {.icon = "check", .label = label}) + canvas.px(gap + 2);
    const float room = ImGui::GetContentRegionAvail().x;
    (void)edit_field(canvas, "reason", m_reason,
                     {.empty_words = canvas.say("conflicts.reason"),
                      .width = std::max(canvas.px(100), room - taken)});
    ImGui::SameLine(0, canvas.px(gap));
    const bool has_reason = m_reason.find_first_not_of(' ') != std::string::npos;
    if (button(canvas, "accept",
               {.icon = "check",
                .label = label,
                .hint = has_reason ? std::string() : canvas.say("conflicts.needs_reason"),
                .look = ButtonLook::filled,
                .is_enabled = has_reason})) {
        Text4 reason;
        reason[canvas.language] = m_reason;
        if (canvas.workspace.submit(
                accept_conflict(meeting, conflict, reason, canvas.workspace.free_id("waiver")))) {
            m_reason.clear();
        }
    }
}

/// How they come from one session to the other, once that is known.
void ConflictsPanel::draw_way(Canvas& canvas, const Row& row)
{
    const editor::ProgrammeMap& map = canvas.workspace.programme_map();
    const auto& meeting = canvas.workspace.programme().meeting();
    const auto leg = leg_of(meeting->conflicts()[row.at]);
    if (!leg || map.meeting() != meeting) {
        return;
    }
    const std::string text =
        map.text_of(*leg, meeting->telling(canvas.language, canvas.input.unit_names));
    if (!text.empty()) {
        paragraph(canvas, text);
    }
}

void ConflictsPanel::draw_details(Canvas& canvas, const Row& row)
{
    ImGui::Indent(canvas.px(mark_width + code_width));
    paragraph(
        canvas,
        canvas.say(
            "rule." +
            key_of(canvas.workspace.programme().meeting()->conflicts()[row.at].violation.rule)),
        true);
    draw_way(canvas, row);
    for (const std::string& id : row.sessions) {
        if (const model::Entity* session = canvas.workspace.project().find(id)) {
            entity_link(canvas, id, model::name_of(*session, canvas.pack(), canvas.language));
        }
    }
    if (row.state == ConflictState::broken) {
        draw_fixes(canvas, row);
    }
    draw_waiver(canvas, row);
    ImGui::Unindent(canvas.px(mark_width + code_width));
    ImGui::Dummy({0, canvas.px(4)});
    hairline(canvas);
}

void ConflictsPanel::draw_rows(Canvas& canvas)
{
    begin_scroll(canvas, "conflicts");
    if (std::exchange(m_goes_to_top, false)) {
        ImGui::SetScrollY(0);
    }
    const auto open = std::find_if(m_shown.begin(), m_shown.end(),
                                   [&](std::size_t i) { return m_rows[i].key == m_chosen; });
    const auto draw_between = [&](std::size_t first, std::size_t last) {
        const float height = 2 * canvas.theme.body()->FontSize + canvas.px(2 * row_pad) +
                             ImGui::GetStyle().ItemSpacing.y;
        ImGuiListClipper clipper;
        clipper.Begin(static_cast<int>(last - first), height);
        while (clipper.Step()) {
            for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
                const Row& row = m_rows[m_shown[first + static_cast<std::size_t>(i)]];
                push_id(canvas, row.key);
                draw_row(canvas, row);
                pop_id(canvas);
            }
        }
    };
    const std::size_t after = open == m_shown.end()
                                  ? m_shown.size()
                                  : static_cast<std::size_t>(open - m_shown.begin()) + 1;
    const std::size_t opened = open == m_shown.end() ? m_rows.size() : *open;
    draw_between(0, after);
    if (opened < m_rows.size()) {
        push_id(canvas, m_rows[opened].key);
        draw_details(canvas, m_rows[opened]);
        pop_id(canvas);
    }
    draw_between(after, m_shown.size());
    if (m_shown.empty()) {
        empty_state(canvas, "check",
                    canvas.say(m_rows.empty() ? "conflicts.none" : "conflicts.none_found"));
    }
    ImGui::EndChild();
}

void ConflictsPanel::draw(Canvas& canvas)
{
    if (draw_planned_meeting(canvas) == nullptr ||
        canvas.workspace.programme().meeting() == nullptr) {
        return; // what cannot be planned has no conflicts that one could speak of
    }
    refresh(canvas);
    draw_tools(canvas);
    draw_rows(canvas);
}

} // namespace dostyk::ui
