#include "editor/programme_change.hpp"

#include "model/date_text.hpp"
#include "schedule/periods.hpp"

#include <algorithm>

namespace dostyk::editor {

namespace {

using schedule::Index;
using schedule::Interval;
using schedule::Intervals;
using schedule::Problem;
using Kind = ProgrammeChange::Kind;

Error unknown(std::string kind, const std::string& id)
{
    return {ErrorCode::not_found,
            {"error.change.unknown", {{"kind", std::move(kind)}, {"id", id}}},
            {}};
}

template <typename Table>
Index find_in(const Table& table, const std::string& id)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const auto& each) { return each.id == id; });
    return found != table.end() ? static_cast<Index>(found - table.begin()) : schedule::none;
}

class Changing {
public:
    Changing(const ProgrammeChange& change, const model::Project& project, const Problem& problem,
             const schedule::Plan& plan, ChangeEdit& edit)
    : m_change(change), m_project(project), m_problem(problem), m_plan(plan), m_edit(edit)
    {}

    Status run()
    {
        switch (m_change.kind) {
        case Kind::close_crossing:
            return close_crossing();
        case Kind::close_venue:
            return close_venue();
        case Kind::absent:
        case Kind::lose_interpreter:
        case Kind::lose_vehicle:
            return take_away();
        case Kind::pin_session:
            return pin_session();
        case Kind::add_session:
            break;
        }
        return add_session();
    }

private:
    /// The period on a zone's clock; all of the meeting's days where none is stated.
    [[nodiscard]] Result<Intervals> period(const std::string& zone) const
    {
        const auto& days = m_problem.calendar.days();
        if (m_change.period.empty()) {
            return Intervals{{days.front().whole.begin, days.back().whole.end}};
        }
        const auto read = model::is_date_text(m_change.period)
                              ? read_period(m_problem.calendar, zone, m_change.period)
                              : std::nullopt;
        if (!read) {
            return Error{
                ErrorCode::invalid, {"error.change.period", {{"period", m_change.period}}}, {}};
        }
        return *read;
    }

    /// As a field has them; days before the meeting for never, because no period at all is always.
    [[nodiscard]] std::vector<std::string> texts_of(const Intervals& intervals,
                                                    const std::string& zone) const
    {
        std::vector<std::string> texts;
        const auto add = [&](Interval each) {
            texts.push_back(m_problem.calendar.iso_at(each.begin, zone) + "/" +
                            m_problem.calendar.iso_at(each.end, zone));
        };
        std::for_each(intervals.begin(), intervals.end(), add);
        if (texts.empty()) {
            constexpr schedule::Minute day_min = 24 * 60;
            const Interval first = m_problem.calendar.days().front().whole;
            add({first.begin - day_min, first.begin});
        }
        return texts;
    }

    /// What a field of periods says, or always.
    [[nodiscard]] Intervals stated(const model::Entity& entity, const std::string& field,
                                   const std::string& zone) const
    {
        constexpr schedule::Minute beyond = 7 * 24 * 60;
        const auto& days = m_problem.calendar.days();
        const auto* texts =
            model::find_value<std::vector<std::string>>(entity, field, model::Pack::enriched);
        Intervals all;
        bool is_stated = false;
        for (const std::string& text : texts != nullptr ? *texts : std::vector<std::string>()) {
            if (const auto read = schedule::read_period(m_problem.calendar, zone, text)) {
                all.insert(all.end(), read->begin(), read->end());
                is_stated = true;
            }
        }
        return is_stated
                   ? schedule::united(std::move(all))
                   : Intervals{{days.front().whole.begin - beyond, days.back().whole.end + beyond}};
    }

    Status shorten(const std::string& id, const std::string& field, const std::string& zone)
    {
        const auto away = period(zone);
        if (!away) {
            return away.error();
        }
        const model::Entity& entity = *m_project.find(id);
        m_edit.set(id, field, texts_of(without(stated(entity, field, zone), *away), zone),
                   model::flag::assumed);
        return ok();
    }

    Status close_crossing()
    {
        const model::Entity* crossing = m_project.find(m_change.id);
        if (crossing == nullptr || crossing->kind != "crossing") {
            return unknown("crossing", m_change.id);
        }
        if (const auto closed = period("Asia/Almaty"); !closed) {
            return closed.error();
        }
        model::Claim claim;
        claim.value = model::Word{"all"};
        claim.pack = model::Pack::enriched;
        claim.at = m_change.period;
        claim.flags = model::flag::assumed;
        m_edit.add_claim(m_change.id, "closure", std::move(claim));
        return ok();
    }

    Status close_venue()
    {
        const Index venue = find_in(m_problem.venues, m_change.id);
        return venue != schedule::none ? shorten(m_change.id, "hours", m_problem.venue(venue).zone)
                                       : Status(unknown("venue", m_change.id));
    }

    Status take_away()
    {
        const Index attendee = find_in(m_problem.attendees, m_change.id);
        const bool is_vehicle = m_change.kind == Kind::lose_vehicle;
        const bool is_interpreter = m_change.kind == Kind::lose_interpreter;
        const bool is_there =
            is_vehicle ? find_in(m_problem.vehicles, m_change.id) != schedule::none
                       : attendee != schedule::none &&
                             (!is_interpreter || m_problem.attendee(attendee).kind ==
                                                     schedule::AttendeeKind::interpreter);
        if (!is_there) {
            return unknown(is_vehicle       ? "vehicle"
                           : is_interpreter ? "interpreter"
                                            : "participant",
                           m_change.id);
        }
        if (is_interpreter && m_change.period.empty()) {
            take_off_sessions();
        }
        return shorten(m_change.id, "availability", m_problem.calendar.zone());
    }

    void take_off_sessions()
    {
        for (const schedule::Session& session : m_problem.sessions) {
            const auto* named = model::find_value<model::Refs>(
                *m_project.find(session.id), "interpreters", model::Pack::enriched);
            if (named != nullptr &&
                std::find(named->ids.begin(), named->ids.end(), m_change.id) != named->ids.end()) {
                model::Refs left = *named;
                std::erase(left.ids, m_change.id);
                m_edit.set(session.id, "interpreters", std::move(left), model::flag::assumed);
            }
        }
    }

    Status pin_session()
    {
        const Index session = find_in(m_problem.sessions, m_change.id);
        if (session == schedule::none) {
            return unknown("session", m_change.id);
        }
        schedule::Placement to = m_plan[session];
        to.is_dropped = false;
        if (!m_change.start.empty()) {
            const auto start = model::instant_of(m_change.start);
            if (!start) {
                return Error{
                    ErrorCode::invalid, {"error.change.start", {{"start", m_change.start}}}, {}};
            }
            to.start = m_problem.calendar.minute_of(*start);
        }
        if (!m_change.venue.empty()) {
            to.venue = find_in(m_problem.venues, m_change.venue);
            if (to.venue == schedule::none) {
                return unknown("venue", m_change.venue);
            }
        }
        if (!to.is_placed()) {
            return Error{ErrorCode::invalid,
                         {"error.change.nothing_to_pin", {{"session", m_change.id}}},
                         {}};
        }
        const schedule::Shift shift{session, to};
        m_edit.move(m_problem, {&shift, 1});
        m_edit.set(m_change.id, "pinned", true, model::flag::assumed);
        if (m_plan[session].is_dropped) {
            m_edit.set(m_change.id, "dropped", false, model::flag::assumed);
        }
        return ok();
    }

    Status add_session()
    {
        const AddedSession& added = m_change.session;
        if (m_project.find(added.id) != nullptr) {
            return Error{ErrorCode::invalid, {"error.change.taken", {{"id", added.id}}}, {}};
        }
        for (const std::string& id : added.participants) {
            if (m_project.find(id) == nullptr) {
                return unknown("participant", id);
            }
        }
        for (const std::string& id : added.interpreters) {
            if (find_in(m_problem.attendees, id) == schedule::none) {
                return unknown("interpreter", id);
            }
        }
        for (const std::string& text : added.windows) {
            if (!read_period(m_problem.calendar, m_problem.calendar.zone(), text)) {
                return Error{ErrorCode::invalid, {"error.change.period", {{"period", text}}}, {}};
            }
        }
        m_edit.insert(entity_of(added));
        return ok();
    }

    [[nodiscard]] model::Entity entity_of(const AddedSession& added) const
    {
        model::Entity entity{added.id, "session", model::Pack::enriched, {}};
        const auto add = [&](const char* field, model::Value value) {
            model::Claim claim;
            claim.value = std::move(value);
            claim.pack = model::Pack::enriched;
            claim.flags = model::flag::assumed;
            entity.fields[field] = {std::move(claim)};
        };
        add("name", added.name);
        add("meeting", model::Refs{{m_problem.id}});
        add("duration", static_cast<double>(added.duration));
        if (added.size) {
            add("size", static_cast<double>(*added.size));
        }
        const auto add_some = [&](const char* field, const std::vector<std::string>& texts,
                                  bool is_refs) {
            if (!texts.empty()) {
                add(field, is_refs ? model::Value(model::Refs{texts}) : model::Value(texts));
            }
        };
        add_some("participants", added.participants, true);
        add_some("interpreters", added.interpreters, true);
        add_some("languages", added.languages, false);
        add_some("windows", added.windows, false);
        add_some("venue_needs", added.venue_needs, false);
        return entity;
    }

    const ProgrammeChange& m_change;
    const model::Project& m_project;
    const Problem& m_problem;
    const schedule::Plan& m_plan;
    ChangeEdit& m_edit;
};

} // namespace

Status add_change(const ProgrammeChange& change, const model::Project& project,
                  const Problem& problem, const schedule::Plan& plan, ChangeEdit& edit)
{
    return Changing(change, project, problem, plan, edit).run();
}

} // namespace dostyk::editor
