#include "schedule/b2b_desk.hpp"

#include "schedule/compile_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace dostyk::schedule {

namespace {

using model::Entity;
using model::Pack;

constexpr int usual_slot_min = 30;

std::size_t at(Index index)
{
    return static_cast<std::size_t>(index);
}

std::string word_of(const Entity& entity, std::string_view field)
{
    const auto* word = model::find_value<model::Word>(entity, field, Pack::enriched);
    return word != nullptr ? word->word : std::string();
}

/// Fills a desk, part by part.
class Desk {
public:
    Desk(const model::Project& project, const Entity& meeting, Compiled& compiled)
    : m_reading{project, meeting, compiled.problem, m_desk.findings, {}, {}, {}, {}},
      m_compiled(compiled)
    {}

    Result<B2bDesk> make()
    {
        m_desk.meeting = m_reading.meeting.id;
        m_desk.calendar = m_compiled.problem.calendar;
        if (const Status status = read_hall(); !status) {
            return status.error();
        }
        gather_wishes();
        if (const Status status = cut_slots(); !status) {
            return status.error();
        }
        fill_instance();
        return std::move(m_desk);
    }

private:
    [[nodiscard]] const Problem& problem() const { return m_compiled.problem; }

    [[nodiscard]] Error lacks(const char* key) const
    {
        return {ErrorCode::invalid,
                {key, {{"meeting", m_desk.meeting}}},
                "meeting/" + m_desk.meeting + ".json"};
    }

    Status read_hall()
    {
        m_desk.venue = m_reading.ref(m_reading.meeting, "b2b_venue");
        const auto& venues = problem().venues;
        const auto found = std::find_if(venues.begin(), venues.end(),
                                        [&](const Venue& each) { return each.id == m_desk.venue; });
        if (found == venues.end()) {
            return lacks("error.b2b.no_hall");
        }
        m_hall = static_cast<Index>(found - venues.begin());
        m_desk.zone = found->zone;
        m_desk.instance.tables = found->parallel;
        return ok();
    }

    /// Requests of the same people are one wish.
    void gather_wishes()
    {
        std::map<std::set<std::string>, std::size_t> known;
        std::map<std::size_t, std::set<std::string>> askers;
        for (const Entity& entity : m_reading.project.entities) {
            if (entity.kind != "b2b_request" ||
                m_reading.ref(entity, "meeting") != m_desk.meeting) {
                continue;
            }
            if (word_of(entity, "status") == "declined") {
                m_desk.declined.push_back(entity.id);
                continue;
            }
            const std::string asker = m_reading.ref(entity, "asker");
            std::vector<std::string> all = m_reading.refs(entity, "asked");
            all.insert(all.begin(), asker);
            const std::set<std::string> people(all.begin(), all.end());
            if (people.size() < 2 || asker.empty()) {
                m_reading.report("schedule.nobody_asked", entity, "asked", asker);
                continue;
            }
            const auto [place, is_new] = known.emplace(people, m_desk.wishes.size());
            if (is_new) {
                m_desk.wishes.emplace_back();
                add_people(m_desk.wishes.back(), all);
                m_desk.wishes.back().score = 0;
            }
            add_request(m_desk.wishes[place->second], entity);
            askers[place->second].insert(asker);
        }
        for (std::size_t i = 0; i < m_desk.wishes.size(); ++i) {
            B2bWish& wish = m_desk.wishes[i];
            // Who agrees counts as if they had asked as well.
            wish.score *= wish.is_mutual && askers[i].size() == 1 ? 2 : 1;
            wish.is_mutual = wish.is_mutual || askers[i].size() > 1;
        }
    }

    void add_people(B2bWish& wish, const std::vector<std::string>& ids)
    {
        for (const std::string& id : ids) {
            const Index person = index_of(m_desk.participants, id);
            if (std::find(wish.people.begin(), wish.people.end(), person) == wish.people.end()) {
                wish.people.push_back(person);
            }
        }
    }

    void add_request(B2bWish& wish, const Entity& request)
    {
        wish.requests.push_back(request.id);
        wish.score += m_reading.number(request, "match_score", 1, 1);
        wish.is_mutual = wish.is_mutual || m_reading.flag(request, "mutual") ||
                         word_of(request, "status") == "accepted";
        const std::string session = m_reading.ref(request, "session");
        const Entity* entity = m_reading.project.find(session);
        if (entity != nullptr && entity->kind == "session") {
            wish.session = session;
            m_planned.insert(session);
        }
    }

    /// Whether a session stays where it is, whatever is planned here.
    [[nodiscard]] bool is_given(Index session) const
    {
        return m_compiled.placements[at(session)].is_placed() &&
               (!m_planned.contains(problem().session(session).id) ||
                problem().session(session).pinned);
    }

    [[nodiscard]] Interval held(Index session) const
    {
        const Minute start = m_compiled.placements[at(session)].start;
        return {start, start + problem().session(session).duration};
    }

    /// The hours of B2B while the hall is open and nothing else is in it, cut into slots.
    Status cut_slots()
    {
        const auto hours = m_reading.periods(m_reading.meeting, "b2b_hours", m_desk.zone);
        const int minutes = m_reading.number(m_reading.meeting, "b2b_slot", usual_slot_min, 1);
        if (!hours) {
            return lacks("error.b2b.no_hours");
        }
        Intervals taken;
        for (Index i = 0; i < static_cast<Index>(problem().sessions.size()); ++i) {
            const bool is_table = m_planned.contains(problem().session(i).id);
            if (is_given(i) && !is_table && m_compiled.placements[at(i)].venue == m_hall) {
                taken.push_back(held(i));
            }
        }
        const std::vector<Day>& days = m_desk.calendar.days();
        const Intervals whole{{days.front().whole.begin, days.back().whole.end}};
        const Intervals open = shared(shared(*hours, problem().venue(m_hall).open), whole);
        const Intervals closed = united(std::move(taken));
        for (const Interval& part : open) {
            for (Minute begin = part.begin; begin + minutes <= part.end; begin += minutes) {
                const Interval slot{begin, begin + minutes};
                if (outside(slot, closed) == minutes) {
                    m_desk.slots.push_back(slot);
                }
            }
        }
        return m_desk.slots.empty() ? Status(lacks("error.b2b.no_slots")) : ok();
    }

    void fill_instance()
    {
        B2bInstance& instance = m_desk.instance;
        instance.participants = static_cast<int>(m_desk.participants.size());
        instance.slots = static_cast<int>(m_desk.slots.size());
        instance.morning_slots = instance.slots;
        instance.meetings_of.resize(m_desk.participants.size());
        for (const std::string& participant : m_desk.participants) {
            instance.forbidden.push_back(slots_without(free_of(participant)));
        }
        // All breaks that there could be, and one more.
        m_desk.score_cost =
            1 + std::int64_t{instance.participants} * std::int64_t{instance.slots} / 2;
        for (std::size_t i = 0; i < m_desk.wishes.size(); ++i) {
            find_seat(m_desk.wishes[i]);
            add_meeting(m_desk.wishes[i], static_cast<int>(i));
        }
        instance.earlier.resize(instance.meetings.size());
        if (const int most = m_reading.number(m_reading.meeting, "b2b_limit", 0, 1); most > 0) {
            instance.most.assign(m_desk.participants.size(), most);
        }
        if (problem().book[RuleId::h18].tier == Tier::hard) {
            m_desk.fairness = problem().book.customs.breaks_apart;
        }
    }

    void add_meeting(const B2bWish& wish, int index)
    {
        B2bInstance& instance = m_desk.instance;
        B2bMeeting meeting{wish.people[0], wish.people[1]};
        meeting.others.assign(wish.people.begin() + 2, wish.people.end());
        for (const std::string& request : wish.requests) {
            const Entity& entity = *m_reading.project.find(request);
            if (const auto windows = m_reading.periods(entity, "windows", m_desk.zone)) {
                const std::vector<int> closed = slots_without(*windows);
                meeting.closed.insert(meeting.closed.end(), closed.begin(), closed.end());
            }
        }
        const Session* pinned = find_pinned(wish.session);
        const int fixed = pinned != nullptr ? slot_of(*pinned) : -1;
        if (pinned != nullptr &&
            fixed < 0) { // It stays where it is, which is at none of our times.
            meeting.closed = slots_without({});
        }
        meeting.left_out_cost = fixed >= 0 ? 0 : m_desk.score_cost * wish.score;
        instance.fixed.push_back(fixed);
        for (const int person : wish.people) {
            instance.meetings_of[at(person)].push_back(index);
        }
        instance.meetings.push_back(std::move(meeting));
    }

    /// Where the session of a wish is held now.
    void find_seat(B2bWish& wish) const
    {
        for (std::size_t i = 0; i < problem().sessions.size(); ++i) {
            const Placement& placed = m_compiled.placements[i];
            if (problem().sessions[i].id != wish.session || placed.venue != m_hall) {
                continue;
            }
            const auto slot =
                std::find_if(m_desk.slots.begin(), m_desk.slots.end(),
                             [&](const Interval& each) { return each.begin == placed.start; });
            wish.slot =
                slot != m_desk.slots.end() ? static_cast<int>(slot - m_desk.slots.begin()) : -1;
            wish.table = m_reading.number(*m_reading.project.find(wish.session), "table", 0, 1) - 1;
        }
    }

    /// A session that is pinned; null for any other.
    [[nodiscard]] const Session* find_pinned(const std::string& id) const
    {
        const auto& sessions = problem().sessions;
        const auto found = std::find_if(sessions.begin(), sessions.end(), [&](const auto& each) {
            return each.id == id && each.pinned.has_value();
        });
        return found != sessions.end() ? &*found : nullptr;
    }

    /// The slot that a pinned session begins with in the hall, or -1.
    [[nodiscard]] int slot_of(const Session& session) const
    {
        const auto slot =
            std::find_if(m_desk.slots.begin(), m_desk.slots.end(), [&](const Interval& each) {
                return each.begin == session.pinned->start && session.pinned->venue == m_hall;
            });
        return slot != m_desk.slots.end() ? static_cast<int>(slot - m_desk.slots.begin()) : -1;
    }

    [[nodiscard]] std::vector<int> slots_without(const Intervals& free) const
    {
        std::vector<int> slots;
        for (std::size_t i = 0; i < m_desk.slots.size(); ++i) {
            if (outside(m_desk.slots[i], free) > 0) {
                slots.push_back(static_cast<int>(i));
            }
        }
        return slots;
    }

    /// When a participant may be in the hall.
    [[nodiscard]] Intervals free_of(const std::string& participant)
    {
        const Entity* entity = m_reading.project.find(participant);
        std::set<Index> who; // The participant, and the delegations that they belong to.
        Intervals available{m_reading.horizon()};
        for (std::size_t i = 0; i < problem().attendees.size(); ++i) {
            const Attendee& each = problem().attendees[i];
            if (each.id == participant) {
                available = each.available;
                who.insert(static_cast<Index>(i));
            } else if (each.kind == AttendeeKind::delegation && is_member(participant, each.id)) {
                who.insert(static_cast<Index>(i));
            }
        }
        if (entity != nullptr) {
            const auto stated = m_reading.periods(*entity, "availability", m_desk.calendar.zone());
            available = stated ? shared(available, *stated) : available;
        }
        Intervals busy;
        for (Index i = 0; i < static_cast<Index>(problem().sessions.size()); ++i) {
            const std::vector<Index>& required = problem().session(i).required;
            const bool is_theirs = std::any_of(required.begin(), required.end(),
                                               [&](Index each) { return who.contains(each); });
            if (is_theirs && is_given(i) && !is_at_table(problem().session(i))) {
                busy.push_back(with_ways(i));
            }
        }
        return without(available, united(std::move(busy)));
    }

    /// One of the meetings that are planned here, pinned to one of the slots.
    [[nodiscard]] bool is_at_table(const Session& session) const
    {
        return m_planned.contains(session.id) && session.pinned && slot_of(session) >= 0;
    }

    [[nodiscard]] bool is_member(const std::string& participant,
                                 const std::string& delegation) const
    {
        const Entity& entity = *m_reading.project.find(delegation);
        const auto members = m_reading.refs(entity, "members");
        return m_reading.ref(entity, "head") == participant ||
               std::find(members.begin(), members.end(), participant) != members.end();
    }

    /// From when one leaves the hall for a session to when one is back.
    [[nodiscard]] Interval with_ways(Index session) const
    {
        const Index venue = m_compiled.placements[at(session)].venue;
        const Interval time = held(session);
        const TravelTable& travel = problem().travel;
        return {time.begin - travel.usual(m_hall, venue), time.end + travel.usual(venue, m_hall)};
    }

    B2bDesk m_desk;
    Compiling m_reading;
    const Compiled& m_compiled;
    Index m_hall = none;
    std::set<std::string> m_planned; ///< Sessions that were made of requests
};

} // namespace

bool is_same_desk(const B2bDesk& a, const B2bDesk& b)
{
    return a.meeting == b.meeting && a.venue == b.venue && a.zone == b.zone && a.slots == b.slots &&
           a.calendar.iso_at(0, a.zone) == b.calendar.iso_at(0, b.zone) &&
           a.participants == b.participants && a.wishes == b.wishes && a.declined == b.declined &&
           a.instance == b.instance && a.fairness == b.fairness && a.score_cost == b.score_cost;
}

std::vector<std::string> meetings_with_requests(const model::Project& project)
{
    std::set<std::string> ids;
    for (const Entity& entity : project.entities) {
        const auto* refs = entity.kind == "b2b_request"
                               ? model::find_value<model::Refs>(entity, "meeting", Pack::enriched)
                               : nullptr;
        if (refs != nullptr && !refs->ids.empty()) {
            ids.insert(refs->ids.front());
        }
    }
    return {ids.begin(), ids.end()};
}

Result<B2bDesk> make_b2b_desk(const model::Project& project, std::string_view meeting)
{
    std::string id(meeting);
    if (id.empty()) {
        const auto ids = meetings_with_requests(project);
        if (ids.size() != 1) {
            return Error{ErrorCode::not_found,
                         {ids.empty() ? "error.b2b.no_requests" : "error.b2b.which_meeting",
                          {{"meetings", fmt::format("{}", fmt::join(ids, ", "))}}},
                         {}};
        }
        id = ids.front();
    }
    auto compiled = compile(project, id);
    if (!compiled) {
        return compiled.error();
    }
    return Desk(project, *project.find(id), *compiled).make();
}

} // namespace dostyk::schedule
