// Delegations, persons, interpreters and vehicles: whoever can be at one place at a time.

#include "model/date_text.hpp"
#include "schedule/compile_parts.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace dostyk::schedule {

namespace {

using model::Entity;
using model::Pack;

/// The ways of interpreting that sessions of the meeting ask for.
std::set<std::string> asked_ways_of(const Compiling& compiling)
{
    std::set<std::string> ways;
    for (const Entity& entity : compiling.project.entities) {
        if (entity.kind == "session" && compiling.ref(entity, "meeting") == compiling.meeting.id) {
            ways.insert(Compiling::word(entity, "interpretation"));
        }
    }
    ways.erase("");
    return ways;
}

/// The pairs that an interpreter works in, in any way and in each that is asked for and is theirs.
///
/// Where nothing is stated about the way, none is counted on.
std::vector<Index> pairs_of(Compiling& compiling, const Entity& interpreter,
                            const std::set<std::string>& asked)
{
    const std::string own = Compiling::word(interpreter, "interpretation");
    std::vector<Index> pairs;
    for (const std::string& text : compiling.texts(interpreter, "language_pairs")) {
        const std::string one = text.substr(0, 2);
        const std::string other = text.size() >= 5 ? text.substr(3, 2) : one;
        const auto add = [&](const std::string& way) {
            pairs.push_back(index_of(compiling.problem.pairs, pair_name(one, other, way)));
        };
        add("");
        for (const std::string& way : asked) {
            if (own == way || own == "both") {
                add(way);
            }
        }
    }
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

/// From when a delegation is there, and until when, by what is known of arrivals and departures.
std::map<std::string, Interval> stays_of(const Compiling& compiling)
{
    std::map<std::string, Interval> stays;
    for (const Entity& entity : compiling.project.entities) {
        const auto* date = entity.kind == "arrival"
                               ? model::find_value<model::DateText>(entity, "date", Pack::enriched)
                               : nullptr;
        const std::string direction = Compiling::word(entity, "direction");
        if (date == nullptr || direction.empty()) {
            continue;
        }
        const auto [begin, end] = model::ends_of(date->iso);
        const bool is_arrival = direction == "arrival";
        if (const auto instant = model::instant_of(is_arrival ? end : begin)) {
            const Minute at = compiling.problem.calendar.minute_of(*instant);
            Interval& stay =
                stays.try_emplace(compiling.ref(entity, "delegation"), compiling.horizon())
                    .first->second;
            // A part of the delegation may come earlier: the last arrival counts.
            stay.begin = is_arrival ? std::max(stay.begin, at) : stay.begin;
            stay.end = is_arrival ? stay.end : std::min(stay.end, at);
        }
    }
    return stays;
}

AttendeeKind kind_of(const Entity& entity)
{
    return entity.kind == "person"        ? AttendeeKind::person
           : entity.kind == "interpreter" ? AttendeeKind::interpreter
                                          : AttendeeKind::delegation;
}

void add_attendee(Compiling& compiling, const Entity& entity,
                  const std::map<std::string, Interval>& stays,
                  const std::set<std::string>& asked_ways)
{
    Problem& problem = compiling.problem;
    const Customs& customs = problem.book.customs;
    Attendee attendee;
    attendee.id = entity.id;
    attendee.kind = kind_of(entity);
    const auto members = static_cast<int>(compiling.refs(entity, "members").size());
    attendee.size = compiling.number(entity, "size", std::max(1, members), 1);
    const std::string& zone = problem.calendar.zone();
    attendee.available =
        compiling.periods(entity, "availability", zone).value_or(Intervals{compiling.horizon()});
    if (attendee.kind == AttendeeKind::delegation) {
        if (const auto stay = stays.find(entity.id); stay != stays.end()) {
            attendee.available = shared(attendee.available, {stay->second});
        }
        attendee.sessions_a_day =
            compiling.number(entity, "sessions_a_day", customs.sessions_a_day, 1);
        attendee.city_changes_a_day =
            compiling.number(entity, "city_changes_a_day", customs.city_changes_a_day);
    }
    const int hours = compiling.number(entity, "daily_hours", 0);
    attendee.day_load = hours > 0 ? hours * 60 : customs.day_load_min;
    attendee.pairs = pairs_of(compiling, entity, asked_ways);
    compiling.attendees.emplace(entity.id, static_cast<Index>(problem.attendees.size()));
    problem.attendees.push_back(std::move(attendee));
}

/// Who takes part in a session of the meeting.
std::set<std::string> participants_of(const Compiling& compiling)
{
    std::set<std::string> ids;
    for (const Entity& entity : compiling.project.entities) {
        if (entity.kind == "session" && compiling.ref(entity, "meeting") == compiling.meeting.id) {
            for (const char* field : {"participants", "optional_participants", "interpreters"}) {
                const auto refs = compiling.refs(entity, field);
                ids.insert(refs.begin(), refs.end());
            }
        }
    }
    return ids;
}

/// Let persons know the delegation that they are members of.
void join_parties(Compiling& compiling)
{
    for (const Entity& entity : compiling.project.entities) {
        const auto party = compiling.attendees.find(entity.id);
        if (entity.kind != "delegation" || party == compiling.attendees.end()) {
            continue;
        }
        for (const std::string& member : compiling.refs(entity, "members")) {
            if (const auto found = compiling.attendees.find(member);
                found != compiling.attendees.end()) {
                compiling.problem.attendees[static_cast<std::size_t>(found->second)].party =
                    party->second;
            }
        }
    }
}

bool is_of_meeting(const Compiling& compiling, const Entity& entity)
{
    const std::string meeting = compiling.ref(entity, "meeting");
    return meeting.empty() || meeting == compiling.meeting.id;
}

} // namespace

void compile_attendees(Compiling& compiling)
{
    const std::set<std::string> participants = participants_of(compiling);
    const auto stays = stays_of(compiling);
    const std::set<std::string> asked_ways = asked_ways_of(compiling);
    for (const Entity& entity : compiling.project.entities) {
        const bool is_attendee =
            entity.kind == "person" || entity.kind == "organisation"
                ? participants.contains(entity.id)
                : (entity.kind == "delegation" || entity.kind == "interpreter") &&
                      (is_of_meeting(compiling, entity) || participants.contains(entity.id));
        if (is_attendee) {
            add_attendee(compiling, entity, stays, asked_ways);
        } else if (entity.kind == "vehicle" && is_of_meeting(compiling, entity)) {
            Vehicle vehicle;
            vehicle.id = entity.id;
            vehicle.seats = compiling.number(entity, "capacity", 0);
            vehicle.available =
                compiling.periods(entity, "availability", compiling.problem.calendar.zone())
                    .value_or(Intervals{compiling.horizon()});
            // Seats that nobody states are none that a plan may count on; luggage has its own.
            if (vehicle.seats > 0 && Compiling::word(entity, "class") != "luggage") {
                compiling.problem.vehicles.push_back(std::move(vehicle));
            }
        }
    }
    join_parties(compiling);
}

} // namespace dostyk::schedule
