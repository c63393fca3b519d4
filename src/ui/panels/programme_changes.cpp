// What differs between two versions, in the lanes: where sessions were, and marks on those that
// are.

#include "editor/change_sheet.hpp"
#include "ui/panels/programme_panel.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace dostyk::ui {

using schedule::SessionChange;

namespace {

constexpr float hatch_step = 7, dash = 5, dash_gap = 3, mark_size = 18, least_for_mark = 44;

/// Diagonal stripes: a place that is empty now, whatever colours one can tell apart.
void draw_hatch(ImDrawList& draw, ImVec2 min, ImVec2 max, ImU32 ink, float step)
{
    draw.PushClipRect(min, max, true);
    const float height = max.y - min.y;
    for (float x = min.x - height; x < max.x; x += step) {
        draw.AddLine({x, max.y}, {x + height, min.y}, ink);
    }
    draw.PopClipRect();
}

void draw_dashed(ImDrawList& draw, ImVec2 from, ImVec2 to, ImU32 ink, float step, float width)
{
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    const auto at = [&](float share) {
        return ImVec2(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share);
    };
    for (float done = 0; done < length; done += step * (dash + dash_gap)) {
        draw.AddLine(at(done / length), at(std::min(1.0F, (done + step * dash) / length)), ink,
                     width);
    }
}

void draw_dashed_box(ImDrawList& draw, ImVec2 min, ImVec2 max, ImU32 ink, float px)
{
    draw_dashed(draw, min, {max.x, min.y}, ink, px, px);
    draw_dashed(draw, {min.x, max.y}, max, ink, px, px);
    draw_dashed(draw, min, {min.x, max.y}, ink, px, px);
    draw_dashed(draw, {max.x, min.y}, max, ink, px, px);
}

std::string_view title_in(const SessionChange& change, Language language)
{
    const schedule::ProgrammeSession& session = change.before ? *change.before : *change.after;
    const std::string_view title = session.title.in(language);
    return title.empty() ? std::string_view(session.id) : title;
}

} // namespace

const SessionChange* ProgrammePanel::find_change(Index session) const
{
    if (m_diff == nullptr) {
        return nullptr;
    }
    const std::string& id = m_meeting->problem().session(session).id;
    const auto& changes = m_diff->changes;
    const auto found = std::lower_bound(changes.begin(), changes.end(), id,
                                        [](const SessionChange& change, const std::string& wanted) {
                                            return change.session() < wanted;
                                        });
    return found != changes.end() && found->session() == id ? &*found : nullptr;
}

std::string ProgrammePanel::change_text(Canvas& canvas, const SessionChange& change) const
{
    return schedule::text_of(change, m_diff->zone, canvas.language,
                             model::make_resolver(m_meeting->project(), canvas.input.unit_names,
                                                  model::Pack::enriched, canvas.language));
}

void ProgrammePanel::draw_changes_button(Canvas& canvas)
{
    if (canvas.workspace.release_diff().releases().empty() || is_trying(canvas)) {
        return;
    }
    const bool is_on = canvas.workspace.are_changes_shown();
    if (button(canvas, "changes",
               {.icon = "release",
                .hint = canvas.hint_of(editor::ActionId::show_changes),
                .is_on = is_on})) {
        canvas.run(editor::ActionId::show_changes);
    }
    ImGui::SameLine(0, canvas.px(6));
}

void ProgrammePanel::draw_ghosts(Canvas& canvas, const editor::Lane& lane)
{
    if (m_diff == nullptr) {
        return;
    }
    for (const editor::Ghost& ghost : lane.ghosts) {
        draw_ghost_of(canvas, lane, ghost);
    }
}

void ProgrammePanel::draw_ghost_of(Canvas& canvas, const editor::Lane& lane,
                                   const editor::Ghost& ghost)
{
    const Palette& colors = canvas.colors();
    const SessionChange& change = m_diff->changes[ghost.change];
    const float gap = canvas.px(3);
    const float y = m_board.y_of_row(lane.first_row + ghost.row) + gap;
    const ImVec2 min{x_of(ghost.time.begin), y};
    const ImVec2 max{std::max(x_of(ghost.time.end) - 1, min.x + canvas.px(4)),
                     y + m_board.row - 2 * gap};
    if (max.x < m_board.min.x || min.x > m_board.max.x) {
        return;
    }
    const std::string id = "was " + change.session();
    ImGui::SetCursorScreenPos(min);
    const bool is_pressed = ImGui::InvisibleButton(id.c_str(), {max.x - min.x, max.y - min.y});
    const std::string title(title_in(change, canvas.language));
    note_control(canvas, min, max, {.id = id, .says = title, .use = ControlUse::place});
    if (ImGui::IsItemHovered() && !m_hand.is_holding()) {
        canvas.workspace.view().hovered = change.session();
        canvas.hint = change_text(canvas, change);
    }
    if (is_pressed && !m_hand.is_holding()) {
        canvas.workspace.select(change.session());
    }
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw_hatch(draw, min, max, tinted(colors.background, colors.text_dim, 0.35F),
               canvas.px(hatch_step));
    draw_dashed_box(draw, min, max, colors.text_dim, std::max(1.0F, canvas.px(1)));
    const float glyph = canvas.px(19);
    const float room = max.x - std::max(min.x, m_board.min.x) - canvas.px(8);
    if (room < glyph) {
        return;
    }
    ImFont* font = canvas.theme.small_font();
    const std::string words =
        canvas.theme.icon(change.is_removed() || !ghost.to_row ? "minus" : "undo") + " " + title;
    const std::string shown = shortened(font, words, room);
    const ImVec2 size = font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, shown.c_str());
    const ImVec2 at{std::max(min.x, m_board.min.x) + canvas.px(4),
                    min.y + (max.y - min.y - size.y) / 2};
    // The words are read on a ground of their own, not on the stripes.
    draw.AddRectFilled({at.x - canvas.px(1), at.y}, {at.x + size.x + canvas.px(2), at.y + size.y},
                       colors.background);
    draw.AddText(font, font->FontSize, at, colors.text_dim, shown.c_str());
}

void ProgrammePanel::draw_links(Canvas& canvas) const
{
    if (m_diff == nullptr) {
        return;
    }
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImU32 ink = canvas.colors().accent;
    const float arrow = canvas.px(4);
    draw.PushClipRect(m_board.min, m_board.max, true);
    for (const editor::Lane& lane : m_lanes.lanes()) {
        for (const editor::Ghost& ghost : lane.ghosts) {
            if (!ghost.to_row) {
                continue;
            }
            const float half = m_board.row / 2;
            const bool is_later = ghost.to >= ghost.time.end;
            const ImVec2 from{x_of(is_later ? ghost.time.end : ghost.time.begin),
                              m_board.y_of_row(lane.first_row + ghost.row) + half};
            const ImVec2 to{x_of(ghost.to), m_board.y_of_row(*ghost.to_row) + half};
            const float bend = std::max(canvas.px(14), std::abs(to.x - from.x) / 3);
            draw.AddBezierCubic(from, {from.x + (is_later ? bend : -bend), from.y},
                                {to.x - bend, to.y}, {to.x - arrow, to.y}, ink, canvas.px(1.5F));
            draw.AddTriangleFilled(to, {to.x - arrow * 2, to.y - arrow},
                                   {to.x - arrow * 2, to.y + arrow}, ink);
        }
    }
    draw.PopClipRect();
}

float ProgrammePanel::draw_change_mark(Canvas& canvas, Index session, ImVec2 min, ImVec2 max) const
{
    const SessionChange* change = find_change(session);
    if (change == nullptr || max.x - min.x < canvas.px(least_for_mark)) {
        return 0;
    }
    const Palette& colors = canvas.colors();
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    ImFont* font = canvas.theme.small_font();
    const std::string& icon = canvas.theme.icon(editor::icon_of(*change));
    const ImVec2 size = font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, icon.c_str());
    const float radius = canvas.px(mark_size) / 2;
    const ImVec2 centre{max.x - radius - canvas.px(3), (min.y + max.y) / 2};
    draw.AddCircleFilled(centre, radius, colors.accent, 24);
    draw.AddText(font, font->FontSize, {centre.x - size.x / 2, centre.y - size.y / 2},
                 colors.accent_text, icon.c_str());
    return 2 * radius + canvas.px(5);
}

} // namespace dostyk::ui
