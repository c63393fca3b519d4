#include "cli/commit_edit.hpp"
#include "cli/console.hpp"
#include "cli/open_meeting.hpp"
#include "cli/options.hpp"
#include "cli/verbs.hpp"
#include "cli/why_report.hpp"
#include "core/files.hpp"
#include "editor/replan.hpp"
#include "schedule/affected.hpp"
#include "schedule/conflicts.hpp"
#include "json/document.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace dostyk::cli {

namespace {

using Json = nlohmann::json;
using editor::Replanning;
using schedule::Index;
using schedule::RepairEnd;
using schedule::Telling;

constexpr double usual_seconds = 10;
constexpr double most_seconds = 3600;

Result<editor::ProgrammeChange> change_of(const Arguments& arguments)
{
    if (arguments.change.empty()) {
        return Error{ErrorCode::usage, {"usage.replan", {}}, {}};
    }
    const auto text = read_file(arguments.change);
    if (!text) {
        return text.error();
    }
    Diagnostics diagnostics;
    auto change = editor::read_change(*text, arguments.change, diagnostics);
    complain_of(diagnostics, arguments.language);
    if (!change) {
        return Error{ErrorCode::parse, {"error.change.unreadable", {}}, arguments.change};
    }
    return *std::move(change);
}

template <typename Table>
Json ids_of(const std::vector<Index>& indices, const Table& table)
{
    Json ids = Json::array();
    for (const Index index : indices) {
        ids.push_back(table[static_cast<std::size_t>(index)].id);
    }
    return ids;
}

Json affected_json(const schedule::Affected& affected, const schedule::Problem& problem)
{
    return {{"delegations", ids_of(affected.delegations, problem.attendees)},
            {"persons", ids_of(affected.persons, problem.attendees)},
            {"interpreters", ids_of(affected.interpreters, problem.attendees)},
            {"venues", ids_of(affected.venues, problem.venues)}};
}

std::string_view word_of(RepairEnd end)
{
    return end == RepairEnd::found        ? "found"
           : end == RepairEnd::impossible ? "impossible"
                                          : "gave_up";
}

Json json_of(const Replanning& made, const editor::ProgrammeChange& change, const Telling& telling)
{
    const schedule::Problem& problem = made.after.problem;
    Json moves = Json::array();
    for (const schedule::Shift& move : made.repair.moves) {
        const schedule::Session& session = problem.session(move.session);
        moves.push_back({{"session", session.id},
                         {"from", placement_json(problem, telling.plan[move.session])},
                         {"to", placement_json(problem, move.to)},
                         {"participants", ids_of(session.required, problem.attendees)},
                         {"text", text_of(schedule::Fix{{move}, {}}, telling)}});
    }
    return {{"meeting", problem.id},
            {"change", name_of(change.kind)},
            {"end", word_of(made.repair.end)},
            {"moves", std::move(moves)},
            {"forced", made.repair.forced},
            {"fewest", made.repair.is_least},
            {"affected",
             affected_json(find_affected(problem, telling.plan, made.repair.moves), problem)},
            {"hard_cost", {{"before", made.cost_before.hard}, {"after", made.cost_after.hard}}},
            {"soft_cost", {{"before", made.cost_before.soft}, {"after", made.cost_after.soft}}},
            {"cpu_ms", made.search_s * 1000},
            {"why", why_json(made.why, made.project, telling)}};
}

std::string names_of(const std::vector<Index>& indices, const auto& table, const Telling& telling)
{
    std::string all;
    for (const Index index : indices) {
        all +=
            (all.empty() ? "" : ", ") + telling.name_of(table[static_cast<std::size_t>(index)].id);
    }
    return all.empty() ? "–" : all;
}

void say_moves(const Replanning& made, const Telling& telling)
{
    const schedule::Problem& problem = made.after.problem;
    const Language language = telling.language;
    if (made.repair.moves.empty()) {
        say(tr(language, "replan.none"));
        return;
    }
    for (const schedule::Shift& move : made.repair.moves) {
        const schedule::Placement& was = telling.plan[move.session];
        std::string line = text_of(schedule::Fix{{move}, {}}, telling);
        if (was.is_placed()) {
            line +=
                " (" +
                tr(language, Message{"replan.was",
                                     {{"time", time_text(telling, was.start, was.venue)},
                                      {"venue", telling.name_of(problem.venue(was.venue).id)}}}) +
                ")";
        }
        say("  " + line);
    }
    say(tr(language, Message{made.repair.is_least ? "replan.moves" : "replan.moves_some",
                             {{"count", std::to_string(made.repair.moves.size())}}}));
    const auto affected = find_affected(problem, telling.plan, made.repair.moves);
    const auto& people = problem.attendees;
    say(tr(language, Message{"replan.affected",
                             {{"delegations", names_of(affected.delegations, people, telling)},
                              {"persons", names_of(affected.persons, people, telling)},
                              {"interpreters", names_of(affected.interpreters, people, telling)},
                              {"venues", names_of(affected.venues, problem.venues, telling)}}}));
}

void say_end(const Replanning& made, const Telling& telling, double seconds)
{
    if (made.repair.end == RepairEnd::found) {
        say_moves(made, telling);
    } else if (made.repair.end == RepairEnd::impossible) {
        say(tr(telling.language, "replan.impossible"));
        say_why(made.why, made.project, telling);
    } else {
        say(tr(telling.language,
               Message{"replan.gave_up", {{"seconds", fmt::format("{}", seconds)}}}));
    }
}

} // namespace

int run_replan(const Arguments& arguments)
{
    if (const Status status = need_target(arguments); !status) {
        return fail(status.error(), arguments.language);
    }
    const auto seconds = read_seconds(arguments.time, usual_seconds, most_seconds);
    const auto change = seconds ? change_of(arguments) : seconds.error();
    if (!change) {
        return fail(change.error(), arguments.language);
    }
    const auto project = open_project(arguments.target, Source::latest, arguments.language);
    if (!project) {
        return fail(project.error(), arguments.language);
    }
    schedule::sat::Limits limits;
    limits.deadline = std::chrono::steady_clock::now() +
                      std::chrono::duration_cast<std::chrono::steady_clock::duration>(
                          std::chrono::duration<double>(*seconds));
    const auto made = editor::replan(*project, arguments.meeting, *change, limits);
    if (!made) {
        return fail(made.error(), arguments.language);
    }
    const bool is_found = (*made)->repair.end == RepairEnd::found;
    std::optional<store::Revision> rev;
    if (arguments.is_apply && is_found) {
        const auto applied = commit_edit(
            arguments.target,
            [&](store::Rows& rows) { return editor::edit_of((*made)->step, rows); },
            arguments.language);
        if (!applied) {
            return fail(applied.error(), arguments.language);
        }
        rev = *applied;
    }
    const schedule::Plan plan = (*made)->after.plan();
    const model::UnitNames no_units;
    const Telling telling{(*made)->after.problem, plan, arguments.language,
                          model::make_resolver((*made)->project, no_units, model::Pack::enriched,
                                               arguments.language)};
    if (arguments.is_json) {
        Json report = json_of(**made, *change, telling);
        report["applied"] = rev.has_value();
        report["rev"] = rev ? Json(*rev) : Json();
        say_raw(json::to_canonical_text(report));
    } else {
        say_end(**made, telling, *seconds);
        if (is_found) {
            say(tr(arguments.language, rev ? "replan.applied" : "replan.dry_run"));
        }
    }
    return is_found ? exit_clean : exit_failure;
}

} // namespace dostyk::cli
