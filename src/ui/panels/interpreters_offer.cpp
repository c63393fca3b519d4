// What was found for the ledger of interpreters: looked at before anything is changed.

#include "schedule/fact_text.hpp"
#include "ui/panels/interpreters_panel.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <string>
#include <utility>

namespace dostyk::ui {

namespace {

constexpr float gap = 6, inset = 12; // [px at scale 1]

} // namespace

void InterpretersPanel::read_offer(const Canvas& canvas)
{
    if (std::exchange(m_told, m_ledger.found()) == m_ledger.found()) {
        return;
    }
    m_changes.clear();
    m_shortages.clear();
    const auto telling = m_ledger.meeting()->telling(canvas.language, canvas.input.unit_names);
    for (const schedule::InterpreterChange& change : m_told->assignment.changes) {
        const schedule::Placement& placement = telling.plan[change.session];
        const std::string& id = telling.problem.session(change.session).id;
        m_changes.push_back({id, telling.name_of(id),
                             text_of(change, telling) +
                                 (placement.is_placed()
                                      ? " · " + time_text(telling, placement.start, placement.venue)
                                      : std::string())});
    }
    // Shortages are about the meeting without those who are absent.
    const schedule::Telling absent{m_told->present, m_told->plan, canvas.language, telling.name_of};
    const auto cities = city_names(m_ledger.meeting()->project(), absent);
    for (const schedule::Contradiction& shortage : m_told->assignment.shortages) {
        Shortage& told = m_shortages.emplace_back(Shortage{summary_of(shortage, absent), {}});
        for (const schedule::Fact& fact : shortage.facts) {
            told.facts.push_back("• " + text_of(fact, shortage, absent, cities));
        }
    }
}

void InterpretersPanel::draw_shortages(Canvas& canvas) const
{
    for (const Shortage& shortage : m_shortages) {
        paragraph(canvas, shortage.summary);
        ImGui::Indent(canvas.px(inset));
        for (const std::string& fact : shortage.facts) {
            small_print(canvas, fact);
        }
        ImGui::Unindent(canvas.px(inset));
        ImGui::Dummy({0, canvas.px(2)});
    }
    if (m_told->assignment.is_proved) {
        small_print(canvas, canvas.say("interpreters.proved_short"));
    }
}

void InterpretersPanel::draw_changes(Canvas& canvas)
{
    push_id(canvas, "change");
    for (const Line& change : m_changes) {
        if (list_row(canvas, change.id.c_str(),
                     {.text = change.text, .detail = change.detail, .icon = "edit"})) {
            canvas.workspace.select(change.id);
        }
    }
    pop_id(canvas);
}

/// What was found, before anything is changed.
void InterpretersPanel::draw_offer(Canvas& canvas)
{
    if (m_ledger.found() == nullptr) {
        return;
    }
    read_offer(canvas);
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
        draw_shortages(canvas); // what the sentence leads to
    }
    draw_changes(canvas);
    if (made.is_least && changes) {
        small_print(canvas, canvas.say("interpreters.least"));
    }
    if (is_dropped) {
        m_ledger.drop();
    }
}

} // namespace dostyk::ui
