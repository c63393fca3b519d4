// One row of an import: what becomes of it, why, and what can be decided about it.

#include "core/format.hpp"
#include "editor/import_preview.hpp"
#include "ui/panels/import_panel.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <array>

namespace dostyk::ui {

namespace {

using intake::Choice;
using intake::Verdict;

bool has_note(const intake::PlannedRow& row, std::string_view key)
{
    return std::any_of(row.notes.begin(), row.notes.end(),
                       [&](const intake::RowNote& note) { return note.note.message.key == key; });
}

} // namespace

void ImportPanel::draw_choices(Canvas& canvas, Session& session, const intake::PlannedRow& planned)
{
    const Choice chosen = session.choice(m_at.row);
    const bool has_twin = !planned.duplicate_of.empty() || chosen == Choice::add ||
                          has_note(planned, "import.row.many_of_name");
    struct Way {
        Choice choice;
        const char* icon;
        const char* label;
    };
    static constexpr std::array<Way, 3> ways{
        {{Choice::propose, "link", "import.choice.merge"},
         {Choice::add, "plus", "import.choice.add"},
         {Choice::leave_out, "eye_off", "import.choice.leave_out"}}};
    for (const Way& way : ways) {
        if (!has_twin && way.choice == Choice::add) {
            continue;
        }
        const bool is_plain = !has_twin && way.choice == Choice::propose;
        const std::string label = canvas.say(is_plain ? "import.choice.take" : way.label);
        const std::string_view icon = is_plain ? "check" : way.icon;
        const float needed = button_width(canvas, {.icon = icon, .label = label});
        if (ImGui::GetContentRegionAvail().x < needed) {
            ImGui::NewLine();
        }
        if (button(canvas, way.label,
                   {.icon = icon,
                    .label = label,
                    .look = ButtonLook::filled,
                    .is_on = chosen == way.choice})) {
            session.set_choice(m_at.row, way.choice);
        }
        ImGui::SameLine(0, canvas.px(6));
    }
    ImGui::NewLine();
    if (!planned.duplicate_of.empty()) {
        const model::Entity* twin = canvas.workspace.project().find(planned.duplicate_of);
        const std::string name = twin != nullptr
                                     ? model::name_of(*twin, model::Pack::enriched, canvas.language)
                                     : planned.duplicate_of;
        paragraph(canvas, canvas.say(Message{"import.merged_with", {{"name", name}}}), true);
    }
}

void ImportPanel::draw_dates(Canvas& canvas, Session& session, const intake::RowNote& note)
{
    const auto dates = Session::date_choice(note);
    if (!dates) {
        return;
    }
    const std::array<std::pair<const std::string*, intake::DateOrder>, 2> readings{
        {{&dates->day_first, intake::DateOrder::day_first},
         {&dates->month_first, intake::DateOrder::month_first}}};
    for (const auto& [iso, order] : readings) {
        const std::string label = format_date(*iso, canvas.language);
        if (ImGui::GetContentRegionAvail().x <
            button_width(canvas, {.icon = "calendar", .label = label})) {
            ImGui::NewLine();
        }
        if (button(
                canvas, order == intake::DateOrder::day_first ? "day first" : "month first",
                {.icon = "calendar",
                 .label = label,
                 .hint = canvas.say(order == intake::DateOrder::day_first ? "import.day_first"
                                                                          : "import.month_first"),
                 .look = ButtonLook::filled})) {
            session.set_date_order(note.field, order);
        }
        ImGui::SameLine(0, canvas.px(6));
    }
    ImGui::NewLine();
    small_print(canvas, canvas.say("import.dates_of_column"));
}

void ImportPanel::draw_note(Canvas& canvas, Session& session, const intake::RowNote& note,
                            int index)
{
    push_id(canvas, index);
    const auto column = session.column_of(note);
    const std::string where = column ? session.table().layer.fields[*column] : std::string();
    const std::string text = canvas.say(note.note.message);
    if (list_row(canvas, "note",
                 {.text = text,
                  .detail = where,
                  .icon = note.note.severity == Severity::error ? "warning" : "info"})) {
        go_to({m_at.row, column.value_or(m_at.column)});
    }
    draw_dates(canvas, session, note);
    pop_id(canvas);
}

void ImportPanel::draw_changes(Canvas& canvas, const intake::RowPlan& plan,
                               const intake::PlannedRow& planned)
{
    for (const editor::FieldChange& change : editor::changes_of(
             planned, plan, canvas.workspace.project(), canvas.input.unit_names, canvas.language)) {
        intake::Target target{change.field, {}};
        if (change.language) {
            target.part = code_of(*change.language);
        }
        const std::string title = title_of(canvas, target);
        const std::string text =
            change.before.empty() ? change.after : change.before + "  →  " + change.after;
        small_print(canvas, title);
        paragraph(canvas, text);
    }
}

void ImportPanel::draw_details(Canvas& canvas, Session& session, float height)
{
    const auto& plan = session.plan();
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(canvas.px(14), canvas.px(10)));
    ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, canvas.px(Theme::corner));
    ImGui::PushStyleColor(ImGuiCol_ChildBg, canvas.colors().raised);
    ImGui::BeginChild("details", {0, height}, false,
                      ImGuiWindowFlags_AlwaysUseWindowPadding | ImGuiWindowFlags_NoNavFocus);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    if (plan != nullptr && m_at.row < plan->rows.size()) {
        const intake::PlannedRow& planned = plan->rows[m_at.row];
        const std::string verdict =
            canvas.say("import.verdict." + std::string(name_of(planned.verdict)));
        const std::string title = canvas.say(Message{
            "import.row_title", {{"row", std::to_string(planned.number)}, {"verdict", verdict}}});
        ImGui::PushFont(canvas.theme.strong());
        ImGui::TextUnformatted(title.c_str());
        ImGui::PopFont();
        draw_choices(canvas, session, planned);
        int index = 0;
        for (const bool wants_faults : {true, false}) { // what has to be mended comes first
            for (const intake::RowNote& note : planned.notes) {
                if ((note.note.severity == Severity::error) == wants_faults) {
                    draw_note(canvas, session, note, index++);
                }
            }
        }
        if (planned.verdict == Verdict::insert || planned.verdict == Verdict::change) {
            draw_changes(canvas, *plan, planned);
        }
    } else {
        paragraph(
            canvas,
            canvas.say(session.mapping().kind.empty() ? "import.kind_first" : "import.looking"),
            true);
    }
    ImGui::EndChild();
}

} // namespace dostyk::ui
