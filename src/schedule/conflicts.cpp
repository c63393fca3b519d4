#include "schedule/conflicts.hpp"

#include "core/message.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

namespace dostyk::schedule {

namespace {

using Ids = std::set<std::string, std::less<>>;

/// What somebody has accepted: a rule, between these sessions, for these people.
struct Waiver {
    std::string id;
    std::string rule;
    Ids sessions;
    Ids participants;
};

Ids ids_of(const model::Entity& entity, std::string_view field)
{
    const auto* refs = model::find_value<model::Refs>(entity, field, model::Pack::enriched);
    return refs != nullptr ? Ids(refs->ids.begin(), refs->ids.end()) : Ids{};
}

std::vector<Waiver> waivers_of(const model::Project& project, const std::string& meeting)
{
    std::vector<Waiver> waivers;
    for (const model::Entity& entity : project.entities) {
        const auto* rule =
            entity.kind == "waiver"
                ? model::find_value<std::string>(entity, "rule", model::Pack::enriched)
                : nullptr;
        if (rule != nullptr && ids_of(entity, "meeting").contains(meeting)) {
            waivers.push_back(
                {entity.id, *rule, ids_of(entity, "sessions"), ids_of(entity, "participants")});
        }
    }
    return waivers;
}

bool accepts(const Waiver& waiver, const Problem& problem, const Violation& violation)
{
    if (waiver.rule != code_of(violation.rule)) {
        return false;
    }
    Ids sessions;
    for (const Index session : violation.sessions) {
        sessions.insert(problem.session(session).id);
    }
    const bool is_for_them =
        violation.attendee == none
            ? waiver.participants.empty()
            : waiver.participants.contains(problem.attendee(violation.attendee).id);
    return waiver.sessions == sessions && is_for_them;
}

std::string shift_text(const Shift& shift, const Telling& telling)
{
    const Placement& now = telling.plan[shift.session];
    const std::string session = session_name(telling, shift.session);
    if (shift.to.is_dropped) {
        return tr(telling.language, Message{"schedule.fix.drop", {{"session", session}}});
    }
    const bool is_moved = shift.to.start != now.start;
    const bool is_elsewhere = shift.to.venue != now.venue;
    const char* key = is_moved && is_elsewhere ? "schedule.fix.move_to"
                      : is_moved               ? "schedule.fix.move"
                                               : "schedule.fix.hold_at";
    return tr(telling.language,
              Message{key,
                      {{"session", session},
                       {"time", time_text(telling, shift.to.start, shift.to.venue)},
                       {"venue", telling.name_of(telling.problem.venue(shift.to.venue).id)}}});
}

} // namespace

std::vector<Conflict> find_conflicts(const model::Project& project, const Compiled& compiled,
                                     const Plan& plan, ConflictRequest request)
{
    const Problem& problem = compiled.problem;
    const std::vector<Waiver> waivers = waivers_of(project, problem.id);
    std::vector<Conflict> conflicts;
    for (Violation& violation : explain(problem, plan)) {
        Conflict conflict;
        conflict.is_hard = problem.book[violation.rule].tier == Tier::hard;
        if (!conflict.is_hard && !request.has_soft) {
            continue;
        }
        const auto waiver = std::find_if(waivers.begin(), waivers.end(), [&](const Waiver& each) {
            return accepts(each, problem, violation);
        });
        conflict.waiver = waiver != waivers.end() ? waiver->id : "";
        conflict.violation = std::move(violation);
        conflicts.push_back(std::move(conflict));
    }
    std::stable_sort(conflicts.begin(), conflicts.end(), [](const Conflict& a, const Conflict& b) {
        const auto key = [](const Conflict& each) {
            return std::tuple(!each.is_hard, !each.waiver.empty());
        };
        return key(a) < key(b);
    });
    std::optional<FixFinder> finder;
    if (request.has_fixes) {
        finder.emplace(problem, plan);
    }
    for (std::size_t i = 0; i < conflicts.size(); ++i) {
        conflicts[i].number = static_cast<int>(i) + 1;
        if (finder && conflicts[i].is_hard && conflicts[i].waiver.empty()) {
            conflicts[i].fixes = finder->find(conflicts[i].violation);
        }
    }
    return conflicts;
}

std::string text_of(const Fix& fix, const Telling& telling)
{
    std::string all;
    for (const Shift& shift : fix.shifts) {
        all += (all.empty() ? "" : " ") + shift_text(shift, telling);
    }
    return all;
}

} // namespace dostyk::schedule
