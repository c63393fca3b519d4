// The cells of an import: how each looks, and how one is mended.

#include "ui/panels/import_grid.hpp"
#include "ui/panels/import_panel.hpp"
#include "ui/widgets.hpp"

#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <array>
#include <utility>

namespace dostyk::ui {

using intake::Verdict;
using namespace import_grid;

namespace {

std::string one_line(std::string text)
{
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

} // namespace

import_grid::VerdictLook import_grid::look_of(const Canvas& canvas, Verdict verdict)
{
    const Palette& colors = canvas.colors();
    switch (verdict) {
    case Verdict::insert:
        return {"plus", colors.good};
    case Verdict::change:
        return {"edit", colors.accent};
    case Verdict::refused:
        return {"warning", colors.error};
    case Verdict::left_out:
        return {"eye_off", colors.text_dim};
    case Verdict::same:
        break;
    }
    return {"check", colors.text_dim};
}

std::map<std::size_t, ImportPanel::CellLook>
ImportPanel::looks_of(const Canvas& canvas, const Session& session,
                      const intake::PlannedRow& planned)
{
    std::map<std::size_t, CellLook> looks;
    for (const intake::RowNote& note : planned.notes) {
        CellLook& look = looks[session.column_of(note).value_or(0)];
        const bool is_fault = note.note.severity == Severity::error;
        look.is_fault = look.is_fault || is_fault;
        look.is_warning = look.is_warning || !is_fault;
        look.reason += (look.reason.empty() ? "" : "\n") + canvas.say(note.note.message);
    }
    if (planned.verdict == Verdict::change) {
        const auto& targets = session.mapping().targets;
        for (std::size_t i = 0; i < targets.size(); ++i) {
            const auto& fields = planned.changed_fields;
            if (std::find(fields.begin(), fields.end(), targets[i].field) != fields.end()) {
                looks[i].is_changed = true;
            }
        }
    }
    return looks;
}

void ImportPanel::draw_verdict(Canvas& canvas, const intake::PlannedRow* planned, ImVec2 at) const
{
    if (planned == nullptr) {
        return;
    }
    const auto [icon, color] = look_of(canvas, planned->verdict);
    ImFont* font = canvas.theme.body();
    ImFont* small = canvas.theme.small_font();
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float height = canvas.px(row_height);
    draw.AddText(font, font->FontSize,
                 {at.x + canvas.px(pad), at.y + (height - font->FontSize) / 2}, color,
                 canvas.theme.icon(icon).c_str());
    const bool is_twin = !planned->duplicate_of.empty() && planned->verdict != Verdict::refused;
    const std::string words =
        canvas.say(is_twin ? std::string("import.short.merged")
                           : "import.short." + std::string(name_of(planned->verdict)));
    const float room = canvas.px(verdict_width - pad - 30);
    draw.AddText(small, small->FontSize,
                 {at.x + canvas.px(pad + 26), at.y + (height - small->FontSize) / 2}, color,
                 shortened(small, words, room).c_str());
}

void ImportPanel::draw_cell(Canvas& canvas, const Session& session, Cell cell, const CellLook& look,
                            ImVec2 at)
{
    const Palette& colors = canvas.colors();
    const ImVec2 end{at.x + m_cell_width, at.y + canvas.px(row_height)};
    const std::string text = one_line(session.cell(cell));
    const bool is_left_out = cell.column >= session.mapping().targets.size() ||
                             session.mapping().targets[cell.column].field.empty();
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    if (look.is_fault || look.is_warning) {
        const ImU32 color = look.is_fault ? colors.error : colors.warning;
        const ImU32 faint = (color & ~IM_COL32_A_MASK) | (ImU32{44} << IM_COL32_A_SHIFT);
        if (look.is_fault) { // a mere notice is a line
            draw.AddRectFilled({at.x + 1, at.y + 1}, {end.x - 1, end.y - 1}, faint, canvas.px(3));
        }
        const float thick = canvas.px(look.is_fault ? 2.0F : 1.0F);
        draw.AddLine({at.x + canvas.px(pad), end.y - canvas.px(4)},
                     {end.x - canvas.px(pad), end.y - canvas.px(4)}, color, thick);
    }
    ImFont* font = canvas.theme.body();
    const std::string shown = shortened(font, text, m_cell_width - canvas.px(2 * pad));
    draw.AddText(font, font->FontSize,
                 {at.x + canvas.px(pad), at.y + (end.y - at.y - font->FontSize) / 2},
                 look.is_changed ? colors.accent
                 : is_left_out   ? colors.text_dim
                                 : colors.text,
                 shown.c_str());
    if (session.is_mended(cell)) {
        draw.AddTriangleFilled({end.x - canvas.px(9), at.y + 1}, {end.x - 1, at.y + 1},
                               {end.x - 1, at.y + canvas.px(9)}, colors.good);
    }
    if (m_has_keys && m_at == cell) {
        draw.AddRect({at.x + 1, at.y + 1}, {end.x - 1, end.y - 1}, colors.accent, canvas.px(3), 0,
                     std::max(1.0F, canvas.px(1.5F)));
    }
    if (ImGui::IsItemHovered() && ImGui::IsMouseHoveringRect(at, end)) {
        canvas.hint = !look.reason.empty() ? look.reason : shown != text ? text : canvas.hint;
    }
}

void ImportPanel::begin_edit(const Session& session, std::string text)
{
    const bool is_there = m_at.row < session.table().layer.features.size() &&
                          m_at.column < session.table().layer.fields.size();
    if (is_there) {
        m_edit = Edit{m_at, std::move(text), true};
    }
}

/// Until ImGui gives the field the keys, a frame or two, what is typed would be lost.
void ImportPanel::collect_letters(Edit& edit)
{
    ImVector<ImWchar>& letters = ImGui::GetIO().InputQueueCharacters;
    for (const ImWchar letter : letters) {
        std::array<char, 5> bytes{};
        ImTextCharToUtf8(bytes.data(), letter);
        edit.text += bytes.data();
    }
    letters.resize(0);
}

void ImportPanel::draw_edit(Canvas& canvas, Session& session, ImVec2 at)
{
    Edit& edit = *m_edit;
    ImGui::SetCursorScreenPos({at.x + 1, at.y + 1});
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding,
                        ImVec2(canvas.px(pad - 1), canvas.px((row_height - 20) / 2)));
    ImGui::SetNextItemWidth(m_cell_width - 2);
    const bool is_new = std::exchange(edit.is_new, false);
    if (is_new) {
        ImGui::SetKeyboardFocusHere();
    }
    if (edit.is_typed) {
        collect_letters(edit);
    }
    const bool is_entered =
        ImGui::InputText("##cell", &edit.text, ImGuiInputTextFlags_EnterReturnsTrue);
    ImGui::PopStyleVar();
    if (edit.is_typed && ImGui::IsItemActivated()) {
        // ImGui marks the whole text of a field that is entered by keys.
        if (ImGuiInputTextState* state = ImGui::GetInputTextState(ImGui::GetItemID())) {
            state->ClearSelection();
            state->Stb.cursor = state->CurLenW;
        }
        edit.is_typed = false;
    }
    note_control(canvas, ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                 {.id = "cell", .says = canvas.say("import.cell"), .use = ControlUse::text});
    const bool is_given_up = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape));
    const bool is_left = !is_new && ImGui::IsItemDeactivated();
    if (is_entered || (is_left && !is_given_up)) {
        session.set_cell(edit.at, std::exchange(edit.text, {}));
    }
    if (is_entered || is_left || is_given_up) {
        m_edit.reset();
        m_wants_grid = true;
    }
}

} // namespace dostyk::ui
