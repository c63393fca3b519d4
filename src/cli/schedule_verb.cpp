#include "cli/commit_edit.hpp"
#include "cli/console.hpp"
#include "cli/open_meeting.hpp"
#include "cli/options.hpp"
#include "cli/verbs.hpp"
#include "cli/why_report.hpp"
#include "editor/plan_search.hpp"
#include "editor/programme_edit.hpp"
#include "schedule/search/solve.hpp"
#include "schedule/soft_bound.hpp"
#include "json/document.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace dostyk::cli {

namespace {

using Json = nlohmann::json;
using schedule::Placement;

constexpr double usual_seconds = 10;
constexpr double most_seconds = 24 * 3600;
constexpr int usual_threads = 2;
constexpr int most_threads = 64;
constexpr std::int64_t most_moves = 1'000'000'000'000;

Result<schedule::SolveRequest> read_request(const Arguments& arguments)
{
    if (!arguments.iterations.empty() && !arguments.time.empty()) {
        return Error{ErrorCode::usage, {"usage.schedule_limits", {}}, {}};
    }
    const auto seed = read_number({"--seed", 1, 0, most_moves}, arguments.seed);
    const auto moves = arguments.iterations.empty()
                           ? Result<std::int64_t>(0)
                           : read_number({"--iterations", 0, 1, most_moves}, arguments.iterations);
    const auto threads =
        read_number({"--threads", usual_threads, 1, most_threads}, arguments.threads);
    for (const auto* each : {&seed, &moves, &threads}) {
        if (!*each) {
            return each->error();
        }
    }
    const auto seconds = read_seconds(arguments.time, usual_seconds, most_seconds);
    if (!seconds) {
        return seconds.error();
    }
    return schedule::SolveRequest{.seed = static_cast<std::uint64_t>(*seed),
                                  .moves = *moves,
                                  .seconds = *seconds,
                                  .threads = static_cast<int>(*threads)};
}

/// What a search has come to, and what is known beside it.
struct Outcome {
    const schedule::Solved& solved;
    const editor::PlannedMeeting& before;
    const editor::PlannedMeeting& after;
    std::optional<std::int64_t> soft_bound; ///< Nothing where there is no plan.
    std::optional<schedule::Contradiction> why;

    [[nodiscard]] bool is_infeasible() const
    {
        return why && rules_out_all(*why, before.problem(), before.plan());
    }
    [[nodiscard]] bool is_optimal() const
    {
        return solved.score.hard == 0 && soft_bound == solved.score.soft;
    }
    /// Hard conflicts that somebody answers for.
    [[nodiscard]] std::size_t accepted() const
    {
        const auto& all = after.conflicts();
        return static_cast<std::size_t>(
            std::count_if(all.begin(), all.end(), [](const schedule::Conflict& each) {
                return each.is_hard && !each.waiver.empty();
            }));
    }
};

const char* status_of(const Outcome& outcome)
{
    if (outcome.after.hard_count() > 0) {
        return outcome.is_infeasible() ? "infeasible" : "unknown";
    }
    return outcome.is_optimal() ? "optimal" : "feasible";
}

Json sessions_json(const Outcome& outcome)
{
    const schedule::Problem& problem = outcome.before.problem();
    Json sessions = Json::array();
    for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
        const Placement& now = outcome.solved.placements[i];
        Json session{{"session", problem.sessions[i].id},
                     {"moved", now != outcome.before.compiled().placements[i]}};
        if (now.is_placed()) {
            session.update(placement_json(problem, now));
        } else {
            session["dropped"] = now.is_dropped;
        }
        sessions.push_back(std::move(session));
    }
    return sessions;
}

Json json_of(const Outcome& outcome, const schedule::SolveRequest& request,
             const schedule::Telling& telling)
{
    const schedule::Solved& solved = outcome.solved;
    const bool has_bound = outcome.soft_bound && !outcome.is_infeasible();
    Json made{{"meeting", telling.problem.id},
              {"seed", request.seed},
              {"threads", request.threads},
              {"status", status_of(outcome)},
              {"hard_cost", solved.score.hard},
              {"hard_conflicts", outcome.after.hard_count()},
              {"accepted", outcome.accepted()},
              {"soft_cost", solved.score.soft},
              {"soft_bound", has_bound ? Json(*outcome.soft_bound) : Json()},
              {"why", why_json(outcome.why, outcome.after.project(), telling)},
              {"moves", solved.moves},
              {"seconds", solved.seconds},
              {"sessions", sessions_json(outcome)}};
    if (solved.first_feasible >= 0) {
        made["first_feasible"] = solved.first_feasible;
    }
    return made;
}

/// What the plan is worth, and why there is none without conflicts.
void say_worth(const Outcome& outcome, const schedule::Telling& telling)
{
    const auto text = [](auto number) { return std::to_string(number); };
    const Language language = telling.language;
    const std::string soft = text(outcome.solved.score.soft);
    if (const std::size_t open = outcome.after.hard_count(); open > 0) {
        say(tr(language, Message{"schedule.still_broken", {{"conflicts", text(open)}}}));
        say_why(outcome.why, outcome.after.project(), telling);
    } else if (const std::size_t accepted = outcome.accepted(); accepted > 0) {
        say(tr(language,
               Message{"schedule.accepted", {{"conflicts", text(accepted)}, {"soft", soft}}}));
    } else if (outcome.is_optimal()) {
        say(tr(language, Message{"schedule.optimal", {{"soft", soft}}}));
    } else if (const auto bound = outcome.soft_bound.value_or(0); bound > 0) {
        say(tr(language, Message{"schedule.cost_bound", {{"soft", soft}, {"bound", text(bound)}}}));
    } else {
        say(tr(language, Message{"schedule.cost", {{"soft", soft}}}));
    }
}

void print(const Outcome& outcome, const schedule::Telling& telling)
{
    const std::vector<Placement>& placements = outcome.solved.placements;
    std::size_t placed = 0;
    std::string unplaced;
    for (std::size_t i = 0; i < placements.size(); ++i) {
        if (placements[i].is_placed()) {
            ++placed;
        } else if (!placements[i].is_dropped) {
            unplaced += (unplaced.empty() ? "" : ", ") + telling.problem.sessions[i].id;
        }
    }
    const auto shifts = editor::shifts_between(outcome.before.compiled().placements, placements);
    say(tr(telling.language,
           Message{"schedule.planned",
                   {{"placed", std::to_string(placed)},
                    {"sessions", std::to_string(placements.size())},
                    {"moved", std::to_string(shifts.size())},
                    {"seconds", fmt::format("{:.1f}", outcome.solved.seconds)}}}));
    if (!unplaced.empty()) {
        say(tr(telling.language, Message{"schedule.unplaced", {{"sessions", unplaced}}}));
    }
    say_worth(outcome, telling);
}

/// Keep a plan as one step, where it changes anything.
Status keep(const editor::PlannedMeeting& meeting, const schedule::Solved& solved,
            const Arguments& arguments)
{
    const auto shifts = editor::shifts_between(meeting.compiled().placements, solved.placements);
    if (arguments.is_dry_run || shifts.empty()) {
        return ok();
    }
    const auto rev = commit_edit(
        arguments.target,
        [&](store::Rows& rows) {
            return editor::edit_of(editor::shift_sessions(meeting, shifts), rows);
        },
        arguments.language);
    return rev ? ok() : Status(rev.error());
}

/// Say how a plan came out; exit code 1 where hard conflicts are left that nobody has accepted.
int report(const editor::PlannedMeeting& meeting, const schedule::Solved& solved,
           const schedule::SolveRequest& request, const Arguments& arguments)
{
    schedule::Compiled compiled = meeting.compiled();
    compiled.placements = solved.placements;
    const editor::PlannedMeeting after(meeting.shared_project(), std::move(compiled));
    Outcome outcome{solved, meeting, after, soft_bound(meeting.problem(), meeting.plan()), {}};
    if (after.hard_count() > 0) {
        outcome.why = find_reason(after.problem(), after.plan());
    }
    const model::UnitNames no_units;
    const schedule::Telling telling = after.telling(arguments.language, no_units);
    if (arguments.is_json) {
        say_raw(json::to_canonical_text(json_of(outcome, request, telling)));
    } else {
        print(outcome, telling);
    }
    return after.hard_count() == 0 ? exit_clean : exit_failure;
}

} // namespace

int run_schedule(const Arguments& arguments)
{
    if (const Status status = need_target(arguments); !status) {
        return fail(status.error(), arguments.language);
    }
    const auto request = read_request(arguments);
    if (!request) {
        return fail(request.error(), arguments.language);
    }
    auto opened = open_meeting(arguments, Source::latest);
    if (!opened) {
        return fail(opened.error(), arguments.language);
    }
    const editor::PlannedMeeting meeting(std::move(opened->project), std::move(opened->compiled));
    const schedule::Problem& problem = meeting.problem();
    const schedule::Solved solved =
        schedule::solve(problem, meeting.compiled().placements, *request);
    if (const auto error = editor::disagreement(problem, solved.placements, solved.score)) {
        return fail(*error, arguments.language);
    }
    if (const Status kept = keep(meeting, solved, arguments); !kept) {
        return fail(kept.error(), arguments.language);
    }
    return report(meeting, solved, *request, arguments);
}

} // namespace dostyk::cli
