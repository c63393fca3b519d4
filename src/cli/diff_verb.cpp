#include "cli/console.hpp"
#include "cli/open_meeting.hpp"
#include "cli/options.hpp"
#include "cli/verbs.hpp"
#include "schedule/programme_diff.hpp"
#include "json/document.hpp"

#include <nlohmann/json.hpp>

namespace dostyk::cli {

namespace {

using Json = nlohmann::json;
using schedule::ProgrammeDiff;
using schedule::ProgrammeSession;
using schedule::SessionChange;

/// Says a diff; what it is about must outlive it.
class Teller {
public:
    Teller(const model::Project& project, const ProgrammeDiff& diff, Language language)
    : m_project(project),
      m_diff(diff),
      m_language(language),
      m_name_of(model::make_resolver(project, m_no_units, model::Pack::enriched, language))
    {}

    [[nodiscard]] Json json() const
    {
        Json changes = Json::array();
        for (const SessionChange& change : m_diff.changes) {
            changes.push_back(json_of(change));
        }
        Json moves = Json::array();
        for (const schedule::VenueMove& move : venue_moves(m_diff)) {
            moves.push_back({{"session", move.session}, {"from", move.from}, {"to", move.to}});
        }
        Json sheet = Json::array();
        for (const auto& [id, places] : affected_by(m_diff)) {
            Json sessions = Json::array();
            for (const std::size_t place : places) {
                sessions.push_back(m_diff.changes[place].session());
            }
            const model::Entity* entity = m_project.find(id);
            sheet.push_back({{"id", id},
                             {"kind", entity != nullptr ? Json(entity->kind) : Json()},
                             {"name", m_name_of(id)},
                             {"sessions", std::move(sessions)}});
        }
        return {{"changes", std::move(changes)}, {"moves", std::move(moves)}, {"sheet", sheet}};
    }

    void print() const
    {
        for (const SessionChange& change : m_diff.changes) {
            say(text_of(change));
        }
        if (m_diff.changes.empty()) {
            say(tr(m_language, "diff.none"));
            return;
        }
        say("");
        say(tr(m_language, "diff.sheet"));
        for (const auto& [id, places] : affected_by(m_diff)) {
            say("  " + m_name_of(id));
            for (const std::size_t place : places) {
                say("    " + text_of(m_diff.changes[place]));
            }
        }
    }

private:
    [[nodiscard]] std::string text_of(const SessionChange& change) const
    {
        return schedule::text_of(change, m_diff.zone, m_language, m_name_of);
    }

    [[nodiscard]] Json json_of(const SessionChange& change) const
    {
        const char* kind = change.is_added()     ? "added"
                           : change.is_removed() ? "removed"
                                                 : "changed";
        Json differs = Json::array();
        const std::pair<const char*, bool> parts[] = {{"time", change.has_other_time()},
                                                      {"venue", change.has_other_venue()},
                                                      {"duration", change.has_other_duration()},
                                                      {"title", change.has_other_title()},
                                                      {"people", change.has_other_people()}};
        for (const auto& [name, is_other] : parts) {
            if (is_other) {
                differs.push_back(name);
            }
        }
        return {{"session", change.session()},      {"change", kind},
                {"differs", std::move(differs)},    {"text", text_of(change)},
                {"before", json_of(change.before)}, {"after", json_of(change.after)}};
    }

    [[nodiscard]] static Json json_of(const std::optional<ProgrammeSession>& session)
    {
        if (!session) {
            return {};
        }
        return {{"start", schedule::iso_on(session->zone, session->start)},
                {"duration", session->duration},
                {"venue", session->venue},
                {"who", session->who}};
    }

    const model::Project& m_project;
    const ProgrammeDiff& m_diff;
    Language m_language;
    model::UnitNames m_no_units;
    model::NameResolver m_name_of;
};

} // namespace

int run_diff(const Arguments& arguments)
{
    const Language language = arguments.language;
    if (const Status status = need_target(arguments); !status) {
        return fail(status.error(), language);
    }
    if (arguments.from.empty() || arguments.to.empty()) {
        return fail(Error{ErrorCode::usage, {"usage.diff", {}}, {}}, language);
    }
    const auto meeting = open_meeting(arguments, source_of(arguments));
    if (!meeting) {
        return fail(meeting.error(), language);
    }
    const model::Project& project = *meeting->project;
    const auto diff = read_diff(project, meeting->compiled, arguments.from, arguments.to, language);
    if (!diff) {
        return fail(diff.error(), language);
    }
    const Teller teller(project, *diff, language);
    if (arguments.is_json) {
        Json told = teller.json();
        told["meeting"] = meeting->compiled.problem.id;
        told["from"] = arguments.from;
        told["to"] = arguments.to;
        say_raw(json::to_canonical_text(told));
    } else {
        teller.print();
    }
    return exit_clean;
}

} // namespace dostyk::cli
