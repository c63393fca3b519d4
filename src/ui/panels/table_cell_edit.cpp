// A cell that is being written, in its place; words are chosen from their list.

#include "ui/panels/table_grid.hpp"
#include "ui/widgets.hpp"

#include <imgui_stdlib.h>

#include <algorithm>
#include <utility>

namespace dostyk::ui {

namespace {

constexpr float pad = 10; ///< Beside the text, as the cells have it [px at scale 1]

} // namespace

void TableGrid::begin_edit(Canvas& canvas, editor::TableView& view, std::size_t row)
{
    const editor::TableColumn& column = view.columns()[m_column];
    if (column.rule == nullptr || !editor::is_written_in_cells(column.rule->type)) {
        canvas.workspace.tell(Error{ErrorCode::invalid, {"error.table.fixed", {}}, {}});
        return;
    }
    const model::Entity& entity = view.entity(row);
    Edit edit{entity.id, column.name,
              editor::cell_text(entity, *column.rule, {canvas.pack(), canvas.language})};
    if (column.rule->type == model::FieldType::word) {
        m_choice = std::move(edit);
        return;
    }
    m_edit = std::move(edit);
    canvas.workspace.overlays().has_cell_edit = true;
}

bool TableGrid::commit(Canvas& canvas, const model::Entity& entity, const model::FieldRule& rule)
{
    const auto command =
        editor::cell_edit(entity, rule, m_edit->text, {canvas.pack(), canvas.language});
    if (!command) {
        return false;
    }
    if (*command) {
        (void)canvas.workspace.submit(**command);
    }
    return true;
}

void TableGrid::draw_edit(Canvas& canvas, const model::Entity& entity, const model::FieldRule& rule,
                          Rect box)
{
    bool& is_open = canvas.workspace.overlays().has_cell_edit;
    if (!is_open) {
        m_edit.reset(); // Escape
        return;
    }
    ImFont* font = canvas.theme.body();
    const float width = std::max(box.max.x - box.min.x, canvas.px(160));
    ImGui::SetCursorScreenPos(box.min);
    ImGui::SetNextItemWidth(width);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding,
                        ImVec2(canvas.px(pad), (m_row_height - font->FontSize) / 2));
    if (m_edit->is_new) {
        ImGui::SetKeyboardFocusHere();
    }
    const bool is_entered =
        ImGui::InputText("##cell", &m_edit->text,
                         ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
    ImGui::PopStyleVar();
    const bool is_left = !m_edit->is_new && ImGui::IsItemDeactivated();
    m_edit->is_new = m_edit->is_new && !ImGui::IsItemActive();
    const ImVec2 end{box.min.x + width, box.max.y};
    note_control(canvas, box.min, end,
                 {.id = "cell", .says = m_edit->text, .use = ControlUse::text});
    const auto read =
        editor::cell_edit(entity, rule, m_edit->text, {canvas.pack(), canvas.language});
    ImGui::GetWindowDrawList()->AddRect(box.min, end,
                                        read ? canvas.colors().accent : canvas.colors().error,
                                        canvas.px(3), 0, std::max(1.0F, canvas.px(1.5F)));
    if (!read) {
        canvas.hint = canvas.say(read.error().message);
    }
    if (!is_entered && !is_left) {
        return;
    }
    const bool is_taken = commit(canvas, entity, rule);
    if (!is_taken) {
        canvas.workspace.tell(read.error());
    }
    if (is_taken || !is_entered) {
        m_edit.reset();
        is_open = false;
    } else {
        m_edit->is_new = true; // go on writing
    }
}

void TableGrid::draw_words(Canvas& canvas)
{
    constexpr const char* popup = "words";
    if (m_choice && m_choice->is_new) {
        m_choice->is_new = false;
        ImGui::OpenPopup(popup);
    }
    const model::Entity* entity =
        m_choice ? canvas.workspace.project().find(m_choice->id) : nullptr;
    ImGui::SetNextWindowSizeConstraints({canvas.px(240), 0}, {canvas.px(340), canvas.px(420)});
    if (!ImGui::BeginPopup(popup, ImGuiWindowFlags_NoMove)) {
        return;
    }
    const model::KindRule* kind = entity != nullptr ? model::find_kind(entity->kind) : nullptr;
    const model::FieldRule* rule =
        kind != nullptr ? model::find_field(*kind, m_choice->column) : nullptr;
    for (const std::string_view word :
         rule != nullptr ? rule->words : std::span<const std::string_view>{}) {
        const std::string text =
            canvas.say("word." + std::string(rule->name) + "." + std::string(word));
        if (list_row(canvas, std::string(word).c_str(),
                     {.text = text, .is_on = text == m_choice->text})) {
            const auto command =
                editor::cell_edit(*entity, *rule, word, {canvas.pack(), canvas.language});
            if (command && *command) {
                (void)canvas.workspace.submit(**command);
            }
            ImGui::CloseCurrentPopup();
        }
    }
    ImGui::EndPopup();
}

} // namespace dostyk::ui
