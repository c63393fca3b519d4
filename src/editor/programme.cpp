#include "editor/programme.hpp"

#include "model/date_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace dostyk::editor {

using schedule::Conflict;
using schedule::Index;
using schedule::RuleId;

namespace {

/// Kinds that no programme is made of, and that none of its sentences names.
constexpr std::array<std::string_view, 9> kinds_beside{
    "b2b_request",        "document",  "joint_enterprise",
    "research_institute", "indicator", "goal",
    "commitment",         "award",     "source"};

/// True where an edit has left all alone that a programme speaks of: an entity that it has not
/// touched is the same one in both.
bool is_same_to_programmes(const model::Project& before, const model::Project& after)
{
    const auto is_beside = [](const model::Entity& entity) {
        return std::find(kinds_beside.begin(), kinds_beside.end(), entity.kind) !=
               kinds_beside.end();
    };
    auto mine = before.entities.begin();
    auto its = after.entities.begin();
    while (true) {
        mine = std::find_if_not(mine, before.entities.end(), is_beside);
        its = std::find_if_not(its, after.entities.end(), is_beside);
        if (mine == before.entities.end() || its == after.entities.end()) {
            return mine == before.entities.end() && its == after.entities.end();
        }
        if (&*mine++ != &*its++) {
            return false;
        }
    }
}

} // namespace

bool is_wish(RuleId rule) noexcept
{
    switch (rule) {
    case RuleId::s01: // idle time
    case RuleId::s02: // breaks
    case RuleId::s03: // fairness
    case RuleId::s04: // ways
    case RuleId::s06: // compact days
    case RuleId::s08: // empty seats
    case RuleId::s09: // one venue a day
    case RuleId::s12: // diversity
    case RuleId::s15: // larger first
    case RuleId::s17: // interpreters' load
    case RuleId::s18: // matches that may go unmet
        return false;
    default:
        return true;
    }
}

Level level_of(const Conflict& conflict) noexcept
{
    const bool is_open = conflict.waiver.empty();
    if (conflict.is_hard) {
        return is_open ? Level::hard : Level::soft;
    }
    return is_open && is_wish(conflict.violation.rule) ? Level::soft : Level::fine;
}

PlannedMeeting::PlannedMeeting(std::shared_ptr<const model::Project> project,
                               schedule::Compiled compiled)
: m_project(std::move(project)),
  m_compiled(std::move(compiled)),
  m_plan(m_compiled.plan()),
  m_conflicts(schedule::find_conflicts(*m_project, m_compiled, m_plan, {true, false})),
  m_levels(problem().sessions.size()),
  m_conflicts_of(problem().sessions.size())
{
    for (std::size_t i = 0; i < problem().sessions.size(); ++i) {
        m_sessions.emplace(problem().sessions[i].id, static_cast<Index>(i));
    }
    for (std::size_t i = 0; i < m_conflicts.size(); ++i) {
        const Level level = level_of(m_conflicts[i]);
        m_hard_count += level == Level::hard ? 1 : 0;
        if (level == Level::fine) {
            continue;
        }
        for (const Index session : m_conflicts[i].violation.sessions) {
            const auto at = static_cast<std::size_t>(session);
            m_levels[at] = std::max(m_levels[at], level);
            m_conflicts_of[at].push_back(i);
        }
    }
}

Index PlannedMeeting::find_session(std::string_view id) const
{
    const auto found = m_sessions.find(id);
    return found != m_sessions.end() ? found->second : schedule::none;
}

schedule::Telling PlannedMeeting::telling(Language language,
                                          const model::UnitNames& unit_names) const
{
    return {problem(), m_plan, language,
            model::make_resolver(*m_project, unit_names, model::Pack::enriched, language)};
}

std::string Programme::choice() const
{
    if (std::find(m_meetings.begin(), m_meetings.end(), m_wanted) != m_meetings.end()) {
        return m_wanted;
    }
    // A meeting that is being planned may say when it is by its sessions alone.
    std::map<std::string, std::string, std::less<>> latest;
    const auto note = [&](const std::string& meeting, const model::Entity& dated) {
        const auto* date = model::find_value<model::DateText>(dated, "date", model::Pack::enriched);
        std::string& iso = latest[meeting];
        if (date != nullptr && model::is_earlier(iso, date->iso)) {
            iso = date->iso;
        }
    };
    for (const model::Entity& entity : m_project->entities) {
        const auto* of =
            entity.kind == "session"
                ? model::find_value<model::Refs>(entity, "meeting", model::Pack::enriched)
                : nullptr;
        if (entity.kind == "meeting") {
            note(entity.id, entity);
        } else if (of != nullptr && !of->ids.empty()) {
            note(of->ids.front(), entity);
        }
    }
    const auto best = std::max_element(m_meetings.begin(), m_meetings.end(),
                                       [&](const std::string& a, const std::string& b) {
                                           return model::is_earlier(latest[a], latest[b]);
                                       });
    return best != m_meetings.end() ? *best : std::string();
}

void Programme::follow(const std::shared_ptr<const model::Project>& project)
{
    const bool is_new = m_project == nullptr ||
                        (m_project != project && !is_same_to_programmes(*m_project, *project));
    m_project = project;
    if (is_new) {
        m_meetings = schedule::meetings_with_sessions(*project);
    }
    std::string chosen = choice();
    if (!is_new && chosen == m_chosen) {
        return;
    }
    m_chosen = std::move(chosen);
    const MeetingPtr before = std::exchange(m_meeting, nullptr);
    m_error.reset();
    m_fixes = std::make_shared<Fixes>();
    ++m_version;
    if (m_chosen.empty()) {
        return;
    }
    auto compiled =
        schedule::compile(*project, m_chosen, before != nullptr ? &before->compiled() : nullptr);
    if (!compiled) {
        m_error = compiled.error();
        return;
    }
    m_meeting = std::make_shared<const PlannedMeeting>(project, *std::move(compiled));
}

const std::vector<schedule::Fix>* Programme::fixes(std::size_t conflict,
                                                   const Background& background)
{
    const auto [entry, is_first] = m_fixes->try_emplace(conflict);
    if (is_first) {
        (void)background.run(
            [meeting = m_meeting, conflict, kept = std::weak_ptr<Fixes>(m_fixes)](std::stop_token) {
                schedule::FixFinder finder(meeting->problem(), meeting->plan());
                auto found = finder.find(meeting->conflicts()[conflict].violation);
                return [kept, conflict, found = std::move(found)]() mutable {
                    if (const auto fixes = kept.lock()) {
                        (*fixes)[conflict] = std::move(found);
                    }
                };
            });
    }
    return entry->second ? &*entry->second : nullptr;
}

} // namespace dostyk::editor
