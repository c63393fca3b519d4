#include "core/format.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

namespace dostyk::ui {

namespace {

/// Instant of a step, as the store writes it, for a person.
std::string when(const std::string& at, Language language)
{
    constexpr std::size_t date = 10, minute_end = 16;
    return at.size() >= minute_end ? format_date(at.substr(0, date), language) + ", " +
                                         at.substr(date + 1, minute_end - date - 1) + " UTC"
                                   : at;
}

} // namespace

const editor::StepText& HistoryPanel::text_of(Canvas& canvas, const store::Step& step)
{
    const auto found = m_texts.find(step.rev);
    if (found != m_texts.end()) {
        return found->second;
    }
    return m_texts.emplace(step.rev, canvas.workspace.edits().text_of(step, canvas.language))
        .first->second;
}

void HistoryPanel::draw_buttons(Canvas& canvas)
{
    const store::Stacks& stacks = canvas.workspace.edits().stacks();
    const auto tool = [&](const char* id, editor::ActionId action, bool is_enabled) {
        const std::string label = canvas.say("action." + std::string(action_of(action).name));
        if (button(canvas, id,
                   {.icon = id,
                    .label = label,
                    .hint = canvas.hint_of(action),
                    .look = ButtonLook::filled,
                    .is_enabled = is_enabled})) {
            canvas.run(action);
        }
    };
    tool("undo", editor::ActionId::undo, !stacks.undo.empty());
    ImGui::SameLine(0, canvas.px(6));
    tool("redo", editor::ActionId::redo, !stacks.redo.empty());
}

void HistoryPanel::draw_step(Canvas& canvas, const store::Step& step, bool is_now, bool is_undone)
{
    push_id(canvas, static_cast<int>(step.rev));
    const editor::StepText& text = text_of(canvas, step);
    std::string detail = text.what + " · " + when(step.at, canvas.language);
    if (is_undone) {
        detail = canvas.say("history.undone") + " · " + detail;
    }
    const std::string subject = text.subject.empty() ? text.what : text.subject;
    if (list_row(canvas, "step",
                 {.text = subject, .detail = detail, .kind = text.kind, .is_on = is_now})) {
        if (const Status status = canvas.workspace.edits().go_to(step.rev); !status) {
            canvas.workspace.tell(status.error());
        }
    }
    pop_id(canvas);
}

void HistoryPanel::draw(Canvas& canvas)
{
    if (m_version != canvas.workspace.project_version() || m_language != canvas.language) {
        m_version = canvas.workspace.project_version();
        m_language = canvas.language;
        m_texts.clear();
    }
    // A click changes the stacks while they are drawn.
    const store::Stacks stacks = canvas.workspace.edits().stacks();
    if (stacks.undo.empty() && stacks.redo.empty()) {
        empty_state(canvas, "history", canvas.say("history.empty"));
        return;
    }
    ImGui::Dummy({0, canvas.px(4)});
    draw_buttons(canvas);
    ImGui::Dummy({0, canvas.px(4)});
    begin_scroll(canvas, "steps");
    for (auto step = stacks.redo.rbegin(); step != stacks.redo.rend(); ++step) {
        draw_step(canvas, *step, false, true);
    }
    for (const store::Step& step : stacks.undo) {
        draw_step(canvas, step, step.rev == stacks.undo.front().rev, false);
    }
    if (list_row(
            canvas, "start",
            {.text = canvas.say("history.start"), .icon = "home", .is_on = stacks.undo.empty()})) {
        if (const Status status = canvas.workspace.edits().go_to(0); !status) {
            canvas.workspace.tell(status.error());
        }
    }
    ImGui::EndChild();
}

} // namespace dostyk::ui
