#include "editor/replan.hpp"

#include "schedule/plan_check.hpp"

#include <ctime>
#include <utility>

namespace dostyk::editor {

namespace {

/// The problem before the change has other places of its sessions, where one was added.
schedule::BreakAmounts debts(const Replanning& made)
{
    const schedule::Plan plan = made.before.plan();
    return translated(count_breaks(made.before.problem, plan), made.before.problem,
                      made.after.problem);
}

schedule::Plan moved(const Replanning& made)
{
    schedule::Plan plan = made.after.plan();
    for (const schedule::Shift& move : made.repair.moves) {
        plan.place(move.session, move.to);
    }
    return plan;
}

/// By code that shares nothing with the search, too: no more is broken than was.
bool is_sound(const Replanning& made)
{
    return made.cost_after.hard <= made.cost_before.hard &&
           check_plan(made.after.problem, moved(made).placements()).size() <=
               check_plan(made.before.problem, made.before.placements).size();
}

} // namespace

Result<std::unique_ptr<Replanning>> replan(const model::Project& project, std::string_view meeting,
                                           const ProgrammeChange& change,
                                           const schedule::sat::Limits& limits)
{
    using schedule::RepairEnd;
    auto before = schedule::compile(project, meeting);
    if (!before) {
        return before.error();
    }
    auto made = std::make_unique<Replanning>();
    made->before = *std::move(before);
    const schedule::Plan plan_before = made->before.plan();
    ChangeEdit edit(project);
    if (const Status added = add_change(change, project, made->before.problem, plan_before, edit);
        !added) {
        return added.error();
    }
    made->project = edit.project();
    auto after = schedule::compile(made->project, made->before.problem.id, &made->before);
    if (!after) {
        return after.error();
    }
    made->after = *std::move(after);
    const schedule::Plan plan_after = made->after.plan();

    const std::clock_t begin = std::clock();
    const auto owed = debts(*made);
    made->repair = repair(made->after.problem, plan_after, {.allowed = owed, .limits = limits});
    made->search_s = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;

    made->cost_before = compute_score(made->before.problem, plan_before);
    made->cost_after = compute_score(made->after.problem, moved(*made));
    if (made->repair.end == RepairEnd::found && !is_sound(*made)) {
        made->repair.end = RepairEnd::gave_up;
    }
    if (made->repair.end == RepairEnd::found) {
        edit.move(made->after.problem, made->repair.moves);
        made->step = edit.group("replan");
    } else {
        made->repair.moves.clear();
    }
    if (made->repair.end != RepairEnd::found) {
        schedule::sat::Limits of_reason{limits.stop, std::chrono::steady_clock::now() +
                                                         schedule::time_for_reason};
        made->why = find_why(made->after.problem, made->repair.looked_at, of_reason);
        // A repair that proves nothing may have left a reason that does.
        if (made->why && made->why->is_proved && owed.empty()) {
            made->repair.end = RepairEnd::impossible;
        }
    }
    return made;
}

} // namespace dostyk::editor
