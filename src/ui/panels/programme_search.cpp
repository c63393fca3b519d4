// Planning the meeting by itself: the best plan so far stands on the board until it is kept.

#include "core/format.hpp"
#include "ui/panels/programme_panel.hpp"
#include "ui/widgets.hpp"

#include <fmt/format.h>

namespace dostyk::ui {

namespace {

/// Some forty seconds for a forum of 400 sessions; the same plan each time, as it is counted in
/// moves.
constexpr std::int64_t moves_each_session = 6'000;
constexpr float least_for_words = 330, least_for_sentence = 260;

} // namespace

void ProgrammePanel::follow_search(Canvas& canvas)
{
    const auto& tried = canvas.workspace.tried_meeting();
    if (tried != nullptr && tried != m_meeting) {
        m_meeting = tried;
        lay_lanes(canvas);
    }
}

void ProgrammePanel::stop_search(Canvas& canvas)
{
    canvas.workspace.plan_search().clear();
    m_version = 0; // so that the board shows what is kept
}

void ProgrammePanel::draw_search(Canvas& canvas)
{
    const float gap = canvas.px(6);
    // In a narrow dock the signs have to do, with their words as hints.
    const bool has_words = ImGui::GetContentRegionAvail().x >= canvas.px(least_for_words);
    const auto label = [&](const char* key) { return has_words ? canvas.say(key) : std::string(); };
    const auto hint = [&](const char* key, const char* longer) {
        return has_words ? canvas.say(longer) : canvas.say(key) + ". " + canvas.say(longer);
    };
    editor::PlanSearch& search = canvas.workspace.plan_search();
    if (!is_trying(canvas)) {
        const auto reason = canvas.workspace.why_not_edit();
        const std::string plan = canvas.say("programme.plan");
        const bool has_word = ImGui::GetContentRegionAvail().x >=
                              button_width(canvas, {.icon = "play", .label = plan});
        if (button(canvas, "plan",
                   {.icon = "play",
                    .label = has_word ? std::string_view(plan) : std::string_view(),
                    .hint = reason     ? canvas.say(*reason)
                            : has_word ? canvas.say("programme.plan.hint")
                                       : plan + ". " + canvas.say("programme.plan.hint"),
                    .is_enabled = !reason})) {
            let_go(canvas);
            const auto sessions = static_cast<std::int64_t>(m_meeting->problem().sessions.size());
            search.start(m_meeting, {.moves = moves_each_session * sessions},
                         canvas.workspace.background());
            canvas.workspace.fly_to_venues(true); // whatever it finds is then seen
        }
        return;
    }
    const bool is_running = search.is_running();
    if (is_running) {
        if (button(canvas, "stop",
                   {.icon = "close",
                    .label = label("programme.plan.stop"),
                    .hint = canvas.say("programme.plan.stop")})) {
            search.cancel();
        }
        ImGui::SameLine(0, gap);
    }
    const editor::FoundPlan* found = search.best();
    if (button(canvas, "keep",
               {.icon = "check",
                .label = label("programme.plan.keep"),
                .hint = found != nullptr && found->error
                            ? canvas.say(found->error->message)
                            : hint("programme.plan.keep", "programme.plan.keep.hint"),
                .look = is_running ? ButtonLook::quiet : ButtonLook::accent,
                .is_enabled = found != nullptr && !found->error})) {
        const editor::Command command = search.command();
        stop_search(canvas);
        submit(canvas, command);
        return;
    }
    ImGui::SameLine(0, gap);
    if (button(canvas, "drop",
               {.icon = "undo",
                .label = label("programme.plan.drop"),
                .hint = canvas.say("programme.plan.drop.hint")})) {
        stop_search(canvas);
        return;
    }
    if (found == nullptr) {
        return;
    }
    ImGui::SameLine(0, gap);
    if (ImGui::GetContentRegionAvail().x >= canvas.px(least_for_sentence)) {
        ImGui::AlignTextToFramePadding();
        ImGui::TextUnformatted(
            canvas
                .say(Message{"programme.plan.found",
                             {{"conflicts", std::to_string(m_meeting->hard_count())},
                              {"cost", format_number(static_cast<double>(found->score.soft),
                                                     canvas.language)},
                              {"seconds", fmt::format("{:.0f}", found->seconds)}}})
                .c_str());
    } else {
        ImGui::NewLine();
    }
}

} // namespace dostyk::ui
