// What was found for the ledger of interpreters: looked at before anything is changed.

#include "schedule/fact_text.hpp"
#include "ui/panels/interpreters_panel.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <string>

namespace dostyk::ui {

namespace {

constexpr float gap = 6, inset = 12; // [px at scale 1]

} // namespace

void InterpretersPanel::draw_shortages(Canvas& canvas) const
{
    const editor::FoundInterpreters& found = *m_ledger.found();
    const schedule::Telling telling{
        found.present, found.plan, canvas.language,
        m_ledger.meeting()->telling(canvas.language, canvas.input.unit_names).name_of};
    const auto cities = city_names(m_ledger.meeting()->project(), telling);
    for (std::size_t i = 0; i < found.assignment.shortages.size(); ++i) {
        const schedule::Contradiction& shortage = found.assignment.shortages[i];
        push_id(canvas, "shortage " + std::to_string(i + 1));
        paragraph(canvas, summary_of(shortage, telling));
        ImGui::Indent(canvas.px(inset));
        for (const schedule::Fact& fact : shortage.facts) {
            small_print(canvas, "• " + text_of(fact, shortage, telling, cities));
        }
        ImGui::Unindent(canvas.px(inset));
        pop_id(canvas);
        ImGui::Dummy({0, canvas.px(2)});
    }
    if (found.assignment.is_proved) {
        small_print(canvas, canvas.say("interpreters.proved_short"));
    }
}

void InterpretersPanel::draw_changes(Canvas& canvas)
{
    const auto telling = m_ledger.meeting()->telling(canvas.language, canvas.input.unit_names);
    for (const schedule::InterpreterChange& change : m_ledger.found()->assignment.changes) {
        const schedule::Placement& placement = telling.plan[change.session];
        const std::string& id = telling.problem.session(change.session).id;
        const std::string text = telling.name_of(id);
        const std::string detail =
            text_of(change, telling) +
            (placement.is_placed() ? " · " + time_text(telling, placement.start, placement.venue)
                                   : std::string());
        push_id(canvas, "change");
        if (list_row(canvas, id.c_str(), {.text = text, .detail = detail, .icon = "edit"})) {
            canvas.workspace.select(id);
        }
        pop_id(canvas);
    }
}

/// What was found, before anything is changed.
void InterpretersPanel::draw_offer(Canvas& canvas)
{
    if (m_ledger.found() == nullptr) {
        return;
    }
    const schedule::InterpreterAssignment& made = m_ledger.found()->assignment;
    const bool changes = !made.changes.empty();
    section(canvas, canvas.say("interpreters.offer"));
    const auto reason = canvas.workspace.why_not_edit();
    if (changes &&
        button(canvas, "apply",
               {.icon = "check",
                .label = canvas.say("interpreters.apply"),
                .hint = canvas.say(reason.value_or(Message{"interpreters.apply.hint", {}})),
                .look = ButtonLook::accent,
                .is_enabled = !reason})) {
        apply(canvas, m_ledger.command());
    }
    if (changes) {
        ImGui::SameLine(0, canvas.px(gap));
    }
    const bool is_dropped = button(
        canvas, "drop",
        {.icon = "close", .label = canvas.say("interpreters.drop"), .look = ButtonLook::filled});
    if (made.uncovered.empty()) {
        paragraph(canvas, canvas.say(changes ? "interpreters.all_covered"
                                             : "interpreters.nothing_to_change"));
    } else {
        paragraph(canvas, canvas.say(Message{"interpreters.still_short",
                                             {{"count", std::to_string(made.uncovered.size())}}}));
    }
    draw_changes(canvas);
    if (!made.uncovered.empty()) {
        draw_shortages(canvas);
    }
    if (made.is_least && changes) {
        small_print(canvas, canvas.say("interpreters.least"));
    }
    if (is_dropped) {
        m_ledger.drop();
    }
}

} // namespace dostyk::ui
