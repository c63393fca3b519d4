#include "editor/programme_trial.hpp"

#include <algorithm>
#include <utility>

namespace dostyk::editor {

using schedule::Index;
using schedule::Placement;
using schedule::RuleId;
using schedule::Tier;

namespace {

constexpr Placement left_out{Placement::unplaced, schedule::none, true};

/// The meeting as a session of it is tried out: sums are off, and where it is held so far is a
/// promise to nobody unless it is published.
schedule::Compiled tried(const schedule::Compiled& compiled, Index session)
{
    schedule::Compiled made = compiled;
    for (std::size_t i = 0; i < schedule::rule_count; ++i) {
        const auto id = static_cast<RuleId>(i);
        schedule::Rule& rule = made.problem.book[id];
        rule.tier = is_wish(id) ? rule.tier : Tier::off;
    }
    schedule::Session& facts = made.problem.sessions[static_cast<std::size_t>(session)];
    if (!facts.is_published) {
        facts.baseline.reset();
    }
    return made;
}

bool has_waiver(const PlannedMeeting& meeting, Index session)
{
    const std::string& id = meeting.problem().session(session).id;
    const auto& entities = meeting.project().entities;
    return std::any_of(entities.begin(), entities.end(), [&](const model::Entity& entity) {
        const auto* sessions =
            entity.kind == "waiver"
                ? model::find_value<model::Refs>(entity, "sessions", model::Pack::enriched)
                : nullptr;
        return sessions != nullptr &&
               std::find(sessions->ids.begin(), sessions->ids.end(), id) != sessions->ids.end();
    });
}

bool is_about(const schedule::Conflict& conflict, Index session)
{
    const auto& sessions = conflict.violation.sessions;
    return std::find(sessions.begin(), sessions.end(), session) != sessions.end();
}

} // namespace

Trial::Trial(Programme::MeetingPtr meeting, Index session)
: m_meeting(std::move(meeting)),
  m_session(session),
  m_compiled(tried(m_meeting->compiled(), session)),
  m_scorer(m_compiled.problem, m_compiled.plan()),
  m_has_waiver(has_waiver(*m_meeting, session))
{
    put(left_out);
    m_without = m_scorer.score();
}

schedule::Minute Trial::duration() const noexcept
{
    return m_compiled.problem.sessions[static_cast<std::size_t>(m_session)].duration;
}

void Trial::set_duration(schedule::Minute minutes)
{
    // It is left out: no cost that is kept has to do with it.
    m_compiled.problem.sessions[static_cast<std::size_t>(m_session)].duration = minutes;
}

void Trial::put(Placement to)
{
    const schedule::Shift shift{m_session, to};
    m_scorer.apply({&shift, 1});
}

schedule::Plan Trial::plan_with(Placement to) const
{
    schedule::Plan plan = m_scorer.plan();
    plan.place(m_session, to);
    return plan;
}

Level Trial::accepted_level(Placement to) const
{
    const schedule::Plan plan = plan_with(to);
    Level level = Level::fine;
    for (const schedule::Conflict& conflict :
         schedule::find_conflicts(m_meeting->project(), m_compiled, plan, {true, false})) {
        level = is_about(conflict, m_session) ? std::max(level, level_of(conflict)) : level;
    }
    return level;
}

Level Trial::at(Placement to)
{
    put(to);
    const schedule::Score with = m_scorer.score();
    put(left_out);
    const Level level = with.hard > m_without.hard   ? Level::hard
                        : with.soft > m_without.soft ? Level::soft
                                                     : Level::fine;
    return level == Level::hard && m_has_waiver ? accepted_level(to) : level;
}

std::string Trial::reason(Placement to, Language language, const model::UnitNames& unit_names) const
{
    const schedule::Plan plan = plan_with(to);
    const schedule::Telling telling{
        m_compiled.problem, plan, language,
        model::make_resolver(m_meeting->project(), unit_names, model::Pack::enriched, language)};
    const auto conflicts =
        schedule::find_conflicts(m_meeting->project(), m_compiled, plan, {true, false});
    const auto find = [&](const auto& is_wanted) {
        return std::find_if(conflicts.begin(), conflicts.end(), is_wanted);
    };
    auto found = find([&](const schedule::Conflict& each) {
        return is_about(each, m_session) && level_of(each) != Level::fine;
    });
    if (found == conflicts.end() || level_of(*found) != Level::hard) {
        // What it breaks for others: nothing of the kind was broken before.
        const auto broken = find([&](const schedule::Conflict& each) {
            const auto& before = m_meeting->conflicts();
            return level_of(each) == Level::hard &&
                   std::none_of(before.begin(), before.end(), [&](const auto& earlier) {
                       return is_same_conflict(earlier.violation, each.violation);
                   });
        });
        found = broken != conflicts.end() ? broken : found;
    }
    return found != conflicts.end() ? text_of(found->violation, telling) : std::string();
}

} // namespace dostyk::editor
