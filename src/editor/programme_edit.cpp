#include "editor/programme_edit.hpp"

#include "editor/field_edit.hpp"
#include "editor/own_claim.hpp"
#include "model/date_text.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace dostyk::editor {

using model::Claim;
using model::Entity;
using model::Pack;
using schedule::Index;
using schedule::Placement;

namespace {

constexpr const char* step_name = "plan";

/// Gives fields of one session other values.
class Changes {
public:
    Changes(const Entity& entity, Group& group)
    : m_entity(entity), m_kind(*model::find_kind(entity.kind)), m_group(group)
    {}

    /// Give a field a value; nothing is done where it has it.
    void set(std::string_view field, const model::Value& value)
    {
        const model::FieldRule& rule = *model::find_field(m_kind, field);
        const Claim* shown = model::find_claim(m_entity, field, Pack::enriched);
        if (shown != nullptr && shown->value == value) {
            return;
        }
        add(shown != nullptr && is_own(*shown)
                ? set_value(place_of(*shown, field), value, rule.type)
                : own_claim(m_entity, rule, value, model::flag::assumed));
    }

    /// Let a field say nothing, as far as a plan sees it.
    void clear(std::string_view field)
    {
        const Claim* shown = model::find_claim(m_entity, field, Pack::enriched);
        if (shown == nullptr || std::holds_alternative<std::monostate>(shown->value)) {
            return;
        }
        const bool is_alone = m_entity.fields.find(field)->second.size() == 1;
        if (is_own(*shown) && is_alone) {
            add(remove_claim(m_entity, place_of(*shown, field)));
        } else {
            set(field, std::monostate{});
        }
    }

    [[nodiscard]] bool has(std::string_view field) const
    {
        return model::find_claim(m_entity, field, Pack::enriched) != nullptr;
    }

private:
    [[nodiscard]] ClaimPlace place_of(const Claim& claim, std::string_view field) const
    {
        const auto& claims = m_entity.fields.find(field)->second;
        return {m_entity.kind, m_entity.id, std::string(field),
                static_cast<std::size_t>(&claim - claims.data())};
    }

    void add(Command command)
    {
        if (auto* group = std::get_if<Group>(&command)) {
            std::move(group->parts.begin(), group->parts.end(), std::back_inserter(m_group.parts));
        } else {
            m_group.parts.push_back(std::move(command));
        }
    }

    const Entity& m_entity;
    const model::KindRule& m_kind;
    Group& m_group;
};

const Entity& entity_of(const PlannedMeeting& meeting, Index session)
{
    return *meeting.project().find(meeting.problem().session(session).id);
}

void hold(const PlannedMeeting& meeting, Index session, Placement to, schedule::Minute duration,
          Group& group)
{
    const schedule::Calendar& calendar = meeting.problem().calendar;
    const schedule::Venue& venue = meeting.problem().venue(to.venue);
    Changes changes(entity_of(meeting, session), group);
    changes.set("date", model::DateText{calendar.iso_at(to.start, venue.zone) + "/" +
                                        calendar.iso_at(to.start + duration, venue.zone)});
    changes.set("venue", model::Refs{{venue.id}});
    // A length that is stated for itself counts before both ends.
    if (changes.has("duration")) {
        changes.set("duration", static_cast<double>(duration));
    }
    if (meeting.plan()[session].is_dropped) {
        changes.set("dropped", false);
    }
}

} // namespace

Command hold_session(const PlannedMeeting& meeting, Index session, Placement to,
                     schedule::Minute duration)
{
    Group group{{}, step_name};
    hold(meeting, session, to, duration, group);
    return group;
}

Command unschedule_session(const PlannedMeeting& meeting, Index session)
{
    Group group{{}, step_name};
    const schedule::Minute duration = meeting.problem().session(session).duration;
    Changes changes(entity_of(meeting, session), group);
    // Its length went with both ends of its time.
    changes.set("duration", static_cast<double>(duration));
    changes.clear("date");
    changes.clear("venue");
    return group;
}

Command shift_sessions(const PlannedMeeting& meeting, std::span<const schedule::Shift> shifts)
{
    Group group{{}, step_name};
    for (const schedule::Shift& shift : shifts) {
        if (shift.to.is_dropped) {
            Changes(entity_of(meeting, shift.session), group).set("dropped", true);
        } else {
            hold(meeting, shift.session, shift.to,
                 meeting.problem().session(shift.session).duration, group);
        }
    }
    return group;
}

Command name_interpreters(const PlannedMeeting& meeting, const schedule::InterpreterLists& named)
{
    const schedule::Problem& problem = meeting.problem();
    const auto before = schedule::interpreters_of(problem);
    Group group{{}, "interpreters"};
    for (std::size_t i = 0; i < named.size(); ++i) {
        if (named[i] == before[i]) {
            continue;
        }
        model::Refs refs;
        for (const Index each : named[i]) {
            refs.ids.push_back(problem.attendee(each).id);
        }
        Changes changes(entity_of(meeting, static_cast<Index>(i)), group);
        if (refs.ids.empty()) {
            changes.clear("interpreters");
        } else {
            changes.set("interpreters", refs);
        }
    }
    return group;
}

} // namespace dostyk::editor
