#include "editor/conflict_list.hpp"

#include "core/fold.hpp"
#include "editor/field_edit.hpp"
#include "editor/own_entity.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace dostyk::editor {

namespace {

using model::Entity;
using model::Pack;
using model::Refs;
using schedule::Conflict;
using schedule::Index;
using schedule::Problem;
using schedule::Violation;

constexpr const char* waiver_kind = "waiver";

std::vector<std::string> sessions_of(const Problem& problem, const Violation& violation)
{
    std::vector<std::string> ids;
    for (const Index session : violation.sessions) {
        ids.push_back(problem.session(session).id);
    }
    return ids;
}

std::string key_of(const Problem& problem, const Violation& violation)
{
    std::string key = code_of(violation.rule);
    key += violation.aspect > 0 ? "." + std::to_string(violation.aspect) : "";
    for (const std::string& session : sessions_of(problem, violation)) {
        key += " " + session;
    }
    if (violation.attendee != schedule::none) {
        key += " " + problem.attendee(violation.attendee).id;
    }
    return violation.venue != schedule::none ? key + " " + problem.venue(violation.venue).id : key;
}

/// Ids of whom and what a conflict is about. Where nobody is named it is all who are to come.
std::set<std::string> concerned_by(const schedule::Telling& telling, const Violation& violation)
{
    const Problem& problem = telling.problem;
    std::set<std::string> ids;
    if (violation.attendee != schedule::none) {
        ids.insert(problem.attendee(violation.attendee).id);
    }
    if (violation.venue != schedule::none) {
        ids.insert(problem.venue(violation.venue).id);
    }
    for (const Index session : violation.sessions) {
        if (telling.plan[session].is_placed()) {
            ids.insert(problem.venue(telling.plan.venue(session)).id);
        }
        for (const Index attendee : problem.session(session).required) {
            if (violation.attendee == schedule::none) {
                ids.insert(problem.attendee(attendee).id);
            }
        }
    }
    return ids;
}

/// "H03: Talks, Signing", in each language.
Text4 name_of_waiver(const PlannedMeeting& meeting, const Violation& violation)
{
    Text4 name;
    for (const Language language : all_languages) {
        std::string text = code_of(violation.rule);
        const char* join = ": ";
        for (const std::string& id : sessions_of(meeting.problem(), violation)) {
            text += std::exchange(join, ", ") +
                    model::name_of(*meeting.project().find(id), Pack::enriched, language);
        }
        name[language] = std::move(text);
    }
    return name;
}

const Entity* waiver_of(const PlannedMeeting& meeting, const Conflict& conflict)
{
    return conflict.waiver.empty() ? nullptr : meeting.project().find(conflict.waiver);
}

} // namespace

std::string_view name_of(ConflictState state) noexcept
{
    return state == ConflictState::broken ? "broken"
           : state == ConflictState::wish ? "wish"
                                          : "accepted";
}

ConflictState state_of(const Conflict& conflict) noexcept
{
    return !conflict.waiver.empty() ? ConflictState::accepted
           : conflict.is_hard       ? ConflictState::broken
                                    : ConflictState::wish;
}

std::vector<ConflictRow> conflict_rows(const PlannedMeeting& meeting,
                                       const schedule::Telling& telling)
{
    std::vector<ConflictRow> rows;
    std::map<std::string, int> keys;
    const auto& conflicts = meeting.conflicts();
    for (std::size_t i = 0; i < conflicts.size(); ++i) {
        const Violation& violation = conflicts[i].violation;
        ConflictRow row{i,
                        state_of(conflicts[i]),
                        key_of(meeting.problem(), violation),
                        code_of(violation.rule),
                        text_of(violation, telling),
                        sessions_of(meeting.problem(), violation),
                        {}};
        if (const int before = keys[row.key]++; before > 0) {
            row.key += " #" + std::to_string(before + 1);
        }
        std::string all = row.code + " " + row.text;
        for (const std::string& id : concerned_by(telling, violation)) {
            all += " " + telling.name_of(id);
        }
        row.folded = fold(all);
        rows.push_back(std::move(row));
    }
    return rows;
}

Command accept_conflict(const PlannedMeeting& meeting, const Conflict& conflict,
                        const Text4& reason, const std::string& id)
{
    const Problem& problem = meeting.problem();
    const Violation& violation = conflict.violation;
    OwnEntity waiver(waiver_kind, id);
    waiver.say("name", name_of_waiver(meeting, violation));
    waiver.say("meeting", Refs{{problem.id}});
    waiver.say("rule", code_of(violation.rule));
    if (!violation.sessions.empty()) {
        waiver.say("sessions", Refs{sessions_of(problem, violation)});
    }
    if (violation.attendee != schedule::none) {
        waiver.say("participants", Refs{{problem.attendee(violation.attendee).id}});
    }
    waiver.say("reason", reason);
    return waiver.insert();
}

Command withdraw_acceptance(const PlannedMeeting& meeting, const Conflict& conflict)
{
    const Entity& waiver = *waiver_of(meeting, conflict);
    const model::Claim* named = model::find_claim(waiver, "participants", Pack::enriched);
    const Refs* refs = named != nullptr ? std::get_if<Refs>(&named->value) : nullptr;
    if (refs == nullptr || refs->ids.size() < 2 || conflict.violation.attendee == schedule::none) {
        return Remove{waiver.kind, waiver.id};
    }
    Refs others = *refs;
    std::erase(others.ids, meeting.problem().attendee(conflict.violation.attendee).id);
    const auto& claims = waiver.fields.find("participants")->second;
    const ClaimPlace place{waiver.kind, waiver.id, "participants",
                           static_cast<std::size_t>(named - claims.data())};
    return set_value(place, others, model::FieldType::refs);
}

std::string reason_of(const PlannedMeeting& meeting, const Conflict& conflict, Language language)
{
    const Entity* waiver = waiver_of(meeting, conflict);
    const auto* reason =
        waiver != nullptr ? model::find_value<Text4>(*waiver, "reason", Pack::enriched) : nullptr;
    return reason != nullptr ? std::string(reason->in(language)) : std::string();
}

} // namespace dostyk::editor
