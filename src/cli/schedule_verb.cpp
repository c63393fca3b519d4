#include "cli/commit_edit.hpp"
#include "cli/console.hpp"
#include "cli/open_meeting.hpp"
#include "cli/options.hpp"
#include "cli/verbs.hpp"
#include "editor/plan_search.hpp"
#include "editor/programme_edit.hpp"
#include "schedule/plan_check.hpp"
#include "schedule/search/solve.hpp"
#include "json/document.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <memory>

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
                                  .walks = static_cast<int>(*threads)};
}

Json json_of(const schedule::Problem& problem, const schedule::Solved& solved,
             const std::vector<Placement>& before, const schedule::SolveRequest& request)
{
    Json sessions = Json::array();
    for (std::size_t i = 0; i < solved.placements.size(); ++i) {
        const Placement& now = solved.placements[i];
        Json session{{"session", problem.sessions[i].id}, {"moved", now != before[i]}};
        if (now.is_placed()) {
            session.update(placement_json(problem, now));
        } else {
            session["dropped"] = now.is_dropped;
        }
        sessions.push_back(std::move(session));
    }
    Json made{{"meeting", problem.id},          {"seed", request.seed},
              {"threads", request.walks},       {"hard_cost", solved.score.hard},
              {"soft_cost", solved.score.soft}, {"moves", solved.moves},
              {"seconds", solved.seconds},      {"sessions", std::move(sessions)}};
    if (solved.first_feasible >= 0) {
        made["first_feasible"] = solved.first_feasible;
    }
    return made;
}

void print(const schedule::Problem& problem, const schedule::Solved& solved, std::size_t moved,
           Language language)
{
    std::size_t placed = 0;
    std::string unplaced;
    for (std::size_t i = 0; i < solved.placements.size(); ++i) {
        const Placement& each = solved.placements[i];
        if (each.is_placed()) {
            ++placed;
        }
        if (!each.is_placed() && !each.is_dropped) {
            unplaced += (unplaced.empty() ? "" : ", ") + problem.sessions[i].id;
        }
    }
    say(tr(language, Message{"schedule.planned",
                             {{"placed", std::to_string(placed)},
                              {"sessions", std::to_string(solved.placements.size())},
                              {"moved", std::to_string(moved)},
                              {"seconds", fmt::format("{:.1f}", solved.seconds)}}}));
    if (!unplaced.empty()) {
        say(tr(language, Message{"schedule.unplaced", {{"sessions", unplaced}}}));
    }
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
    const std::vector<Placement>& before = meeting.compiled().placements;
    const schedule::Solved solved = schedule::solve(problem, before, *request);
    if (const auto error = editor::disagreement(problem, solved.placements, solved.score)) {
        return fail(*error, arguments.language);
    }
    const auto shifts = editor::shifts_between(before, solved.placements);
    if (!arguments.is_dry_run && !shifts.empty()) {
        const auto rev = commit_edit(
            arguments.target,
            [&](store::Rows& rows) {
                return editor::edit_of(editor::shift_sessions(meeting, shifts), rows);
            },
            arguments.language);
        if (!rev) {
            return fail(rev.error(), arguments.language);
        }
    }
    if (arguments.is_json) {
        say_raw(json::to_canonical_text(json_of(problem, solved, before, *request)));
    } else {
        print(problem, solved, shifts.size(), arguments.language);
        const auto breaches = schedule::check_plan(problem, solved.placements);
        say(breaches.empty()
                ? tr(arguments.language,
                     Message{"schedule.cost", {{"soft", std::to_string(solved.score.soft)}}})
                : tr(arguments.language,
                     Message{"schedule.still_broken",
                             {{"conflicts", std::to_string(breaches.size())}}}));
    }
    return solved.score.hard == 0 ? exit_clean : exit_failure;
}

} // namespace dostyk::cli
