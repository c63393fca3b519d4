#include "cli/console.hpp"
#include "cli/open_meeting.hpp"
#include "cli/options.hpp"
#include "cli/verbs.hpp"
#include "cli/why_report.hpp"
#include "core/files.hpp"
#include "schedule/conflicts.hpp"
#include "schedule/instance_json.hpp"
#include "json/document.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace dostyk::cli {

namespace {

using Json = nlohmann::json;
using schedule::Conflict;
using schedule::Telling;

/// Of a conflict that somebody answers for.
std::string reason_of(const model::Project& project, const std::string& waiver, Language language)
{
    const model::Entity* entity = project.find(waiver);
    const auto* reason = entity != nullptr
                             ? model::find_value<Text4>(*entity, "reason", model::Pack::enriched)
                             : nullptr;
    return reason != nullptr ? std::string(reason->in(language)) : std::string();
}

Json json_of(const schedule::Fix& fix, const Telling& telling)
{
    Json moves = Json::array();
    for (const schedule::Shift& shift : fix.shifts) {
        Json move{{"session", telling.problem.session(shift.session).id}};
        if (shift.to.is_dropped) {
            move["dropped"] = true;
        } else {
            move.update(placement_json(telling.problem, shift.to));
        }
        moves.push_back(std::move(move));
    }
    return {{"text", text_of(fix, telling)}, {"moves", std::move(moves)}};
}

/// The way that is too long, with what is assumed of it.
Json json_of(const schedule::Journey& journey)
{
    using schedule::TravelMode;
    Json way{{"minutes", journey.minutes},
             {"mode", journey.mode == TravelMode::air    ? "air"
                      : journey.mode == TravelMode::city ? "city"
                                                         : "road"}};
    if (!journey.crossing.empty()) {
        way["crossing"] = journey.crossing;
        way["queue_p50"] = journey.queue_p50;
        way["queue_p90"] = journey.queue_p90;
        way["queue_is_assumed"] = journey.is_queue_assumed;
    }
    return way;
}

Json json_of(const Conflict& conflict, const Telling& telling)
{
    const schedule::Violation& violation = conflict.violation;
    const schedule::Problem& problem = telling.problem;
    Json sessions = Json::array();
    for (const schedule::Index session : violation.sessions) {
        sessions.push_back(problem.session(session).id);
    }
    Json fixes = Json::array();
    for (const schedule::Fix& fix : conflict.fixes) {
        fixes.push_back(json_of(fix, telling));
    }
    Json made{{"number", conflict.number},  {"rule", code_of(violation.rule)},
              {"hard", conflict.is_hard},   {"sessions", std::move(sessions)},
              {"needed", violation.needed}, {"has", violation.has},
              {"amount", violation.amount}, {"text", text_of(violation, telling)},
              {"fixes", std::move(fixes)}};
    if (violation.attendee != schedule::none) {
        made["participant"] = problem.attendee(violation.attendee).id;
    }
    if (violation.venue != schedule::none) {
        made["venue"] = problem.venue(violation.venue).id;
    }
    if (const auto* journey = find_journey(violation, problem, telling.plan)) {
        made["way"] = json_of(*journey);
    }
    if (!conflict.waiver.empty()) {
        made["accepted"] = conflict.waiver;
    }
    return made;
}

void print(const std::vector<Conflict>& conflicts, const model::Project& project,
           const Telling& telling)
{
    int hard = 0;
    int accepted = 0;
    for (const Conflict& conflict : conflicts) {
        say(fmt::format("{:>4}  {}  {}", conflict.number, code_of(conflict.violation.rule),
                        text_of(conflict.violation, telling)));
        for (const schedule::Fix& fix : conflict.fixes) {
            say("           → " + text_of(fix, telling));
        }
        if (!conflict.waiver.empty()) {
            ++accepted;
            const std::string reason = reason_of(project, conflict.waiver, telling.language);
            say("           " +
                tr(telling.language, Message{"conflicts.accepted", {{"reason", reason}}}));
        }
        hard += conflict.is_hard ? 1 : 0;
    }
    say(hard == 0 ? std::string(tr(telling.language, "conflicts.none"))
                  : tr(telling.language, Message{"conflicts.summary",
                                                 {{"hard", std::to_string(hard)},
                                                  {"accepted", std::to_string(accepted)}}}));
}

/// Why the sessions that are to be held cannot all be; exit code 1 unless they are.
int answer_why(const schedule::Plan& plan, const model::Project& project, const Telling& telling,
               bool is_json)
{
    const bool is_sound = compute_score(telling.problem, plan).hard == 0;
    const auto why = is_sound ? std::nullopt : find_reason(telling.problem, plan);
    if (is_json) {
        say_raw(json::to_canonical_text(Json{{"meeting", telling.problem.id},
                                             {"sound", is_sound},
                                             {"why", why_json(why, project, telling)}}));
    } else if (is_sound) {
        say(tr(telling.language, "why.possible"));
    } else {
        say_why(why, project, telling);
    }
    return is_sound ? exit_clean : exit_failure;
}

/// What is looked at: the meeting of a project, or an instance in a file of its own. The project of
/// an instance is empty: ids stand for names.
Result<OpenMeeting> read_subject(const Arguments& arguments)
{
    if (std::filesystem::path(arguments.target).extension() == ".json") {
        const auto text = read_file(arguments.target);
        if (!text) {
            return text.error();
        }
        auto instance = schedule::read_instance(*text, arguments.target);
        if (!instance) {
            return instance.error();
        }
        return OpenMeeting{
            std::make_shared<const model::Project>(),
            {std::move(instance->problem), std::move(instance->placements), {}, {}, {}}};
    }
    return open_meeting(arguments, source_of(arguments));
}

} // namespace

int run_conflicts(const Arguments& arguments)
{
    if (const Status status = need_target(arguments); !status) {
        return fail(status.error(), arguments.language);
    }
    const auto subject = read_subject(arguments);
    if (!subject) {
        return fail(subject.error(), arguments.language);
    }
    const model::Project* const project = subject->project.get();
    const schedule::Compiled* const compiled = &subject->compiled;
    const schedule::Plan plan = compiled->plan();
    const model::UnitNames no_units;
    const Telling telling{
        compiled->problem, plan, arguments.language,
        model::make_resolver(*project, no_units, model::Pack::enriched, arguments.language)};
    if (arguments.has_why) {
        return answer_why(plan, *project, telling, arguments.is_json);
    }
    const auto conflicts =
        schedule::find_conflicts(*project, *compiled, plan, {arguments.has_wishes, true});
    bool is_clean = true;
    Json list = Json::array();
    for (const Conflict& conflict : conflicts) {
        is_clean = is_clean && !(conflict.is_hard && conflict.waiver.empty());
        if (arguments.is_json) {
            list.push_back(json_of(conflict, telling));
        }
    }
    if (arguments.is_json) {
        const schedule::Score score = compute_score(compiled->problem, plan);
        say_raw(json::to_canonical_text(Json{{"meeting", compiled->problem.id},
                                             {"hard_cost", score.hard},
                                             {"soft_cost", score.soft},
                                             {"conflicts", std::move(list)}}));
    } else {
        print(conflicts, *project, telling);
    }
    return is_clean ? exit_clean : exit_failure;
}

} // namespace dostyk::cli
