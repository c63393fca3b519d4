#include "schedule/whereabouts.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>

namespace dostyk::schedule {

namespace {

/// True for a person whose delegation stands in the same place.
bool is_counted_with(const Problem& problem, Index attendee, const std::vector<Index>& standing)
{
    const Index party = problem.attendee(attendee).party;
    return party != none && std::find(standing.begin(), standing.end(), party) != standing.end();
}

} // namespace

Itineraries::Itineraries(const Problem& problem, const Plan& plan, RouteFinder& routes)
: m_problem(problem),
  m_placements(plan.placements()),
  m_legs(problem.attendees.size()),
  m_spells(problem.attendees.size())
{
    for (const TravelPlace& place : routes.facts().places) {
        m_places.push_back(place.at);
    }
    for (std::size_t i = 0; i < problem.attendees.size(); ++i) {
        follow(static_cast<Index>(i), plan, routes);
    }
    note_changes();
    note_busy();
}

/// From session to session in their order. Who comes late is there for the rest of it; what no way
/// leads to is left out.
void Itineraries::follow(Index attendee, const Plan& plan, RouteFinder& routes)
{
    const Index lane = m_problem.lane(LaneKind::attendee, attendee);
    std::vector<Leg>& legs = m_legs[static_cast<std::size_t>(attendee)];
    std::vector<Spell>& spells = m_spells[static_cast<std::size_t>(attendee)];
    Index last = none;
    double free = 0;
    for (Index day = 0; day < m_problem.day_count(); ++day) {
        for (const Index session : plan.row(lane, day)) {
            const Interval held = plan.interval(session);
            free = last == none ? held.begin : free;
            if (last != none && plan.venue(last) != plan.venue(session)) {
                auto route = routes.find(plan.venue(last), plan.venue(session), free);
                if (!route) {
                    continue;
                }
                const double arriving = route->arriving();
                if (!route->stages.empty()) {
                    spells.push_back({free, arriving, session, static_cast<Index>(legs.size())});
                    legs.push_back({last, session, *std::move(route)});
                }
                free = arriving;
            }
            last = session;
            const double begin = std::max<double>(free, held.begin);
            if (begin < held.end) {
                spells.push_back({begin, static_cast<double>(held.end), session, none});
                free = held.end;
            }
        }
    }
}

void Itineraries::note_changes()
{
    for (std::size_t i = 0; i < m_placements.size(); ++i) {
        const Placement& placement = m_placements[i];
        if (placement.is_placed()) {
            m_changes.push_back(placement.start);
            m_changes.push_back(placement.start + m_problem.sessions[i].duration);
        }
    }
    for (const std::vector<Leg>& legs : m_legs) {
        for (const Leg& leg : legs) {
            double minute = leg.route.leaving;
            m_changes.push_back(minute);
            for (const Stage& stage : leg.route.stages) {
                minute += stage.minutes;
                if (is_standing(stage.kind)) {
                    m_changes.push_back(minute - stage.minutes);
                    m_changes.push_back(minute);
                }
            }
            m_changes.push_back(minute);
        }
    }
    std::sort(m_changes.begin(), m_changes.end());
    m_changes.erase(std::unique(m_changes.begin(), m_changes.end()), m_changes.end());
}

void Itineraries::note_busy()
{
    std::vector<std::pair<double, double>> all;
    for (std::size_t i = 0; i < m_placements.size(); ++i) {
        const Placement& placement = m_placements[i];
        if (placement.is_placed()) {
            all.emplace_back(placement.start, placement.start + m_problem.sessions[i].duration);
        }
    }
    for (const std::vector<Spell>& spells : m_spells) {
        for (const Spell& spell : spells) {
            all.emplace_back(spell.begin, spell.end);
        }
    }
    std::sort(all.begin(), all.end());
    for (const auto& stretch : all) {
        if (m_busy.empty() || m_busy.back().second < stretch.first) {
            m_busy.push_back(stretch);
        } else {
            m_busy.back().second = std::max(m_busy.back().second, stretch.second);
        }
    }
}

double Itineraries::busy_from(double minute) const noexcept
{
    const auto next = std::find_if(m_busy.begin(), m_busy.end(),
                                   [&](const auto& stretch) { return minute < stretch.second; });
    return next != m_busy.end() ? std::max(minute, next->first)
                                : std::numeric_limits<double>::infinity();
}

Whereabouts Itineraries::at(Index attendee, double minute) const
{
    const std::vector<Spell>& spells = m_spells[static_cast<std::size_t>(attendee)];
    const Intervals& available = m_problem.attendee(attendee).available;
    Whereabouts found;
    if (spells.empty()) {
        return found;
    }
    const auto after = std::find_if(spells.begin(), spells.end(),
                                    [&](const Spell& spell) { return minute < spell.end; });
    const bool is_before_all = after == spells.begin() && minute < after->begin;
    const bool is_after_all = after == spells.end();
    const bool is_away =
        (is_before_all && (available.empty() || minute < available.front().begin)) ||
        (is_after_all && (available.empty() || minute >= available.back().end));
    if (is_away) {
        return found;
    }
    const bool is_in_spell = !is_after_all && minute >= after->begin;
    // At rest one is where the last thing left one, or where the first one will begin.
    const Spell& spell = is_in_spell || is_before_all ? *after : *std::prev(after);
    const auto venue_of = [&](Index session) {
        return m_placements[static_cast<std::size_t>(session)].venue;
    };
    found.session = is_after_all ? none : after->session;
    found.venue = venue_of(spell.session);
    found.at = m_places[static_cast<std::size_t>(found.venue)];
    found.presence = Presence::resting;
    if (is_in_spell && spell.leg == none) {
        found.presence = Presence::in_session;
    } else if (is_in_spell) {
        const Leg& leg = legs_of(attendee)[static_cast<std::size_t>(spell.leg)];
        const RoutePoint point = point_at(leg.route, minute - leg.route.leaving);
        found.presence = Presence::under_way;
        found.leg = spell.leg;
        found.stage = point.stage;
        found.at = point.at;
        found.is_late = minute >= m_placements[static_cast<std::size_t>(spell.session)].start;
    }
    return found;
}

double Itineraries::free_from(Index attendee, double minute) const
{
    for (const Spell& spell : m_spells[static_cast<std::size_t>(attendee)]) {
        if (minute >= spell.begin && minute < spell.end) {
            return spell.end;
        }
    }
    return minute;
}

std::vector<CrossingQueue> Itineraries::queues_at(double minute) const
{
    std::map<std::string, CrossingQueue> queues;
    for (std::size_t i = 0; i < m_spells.size(); ++i) {
        const auto attendee = static_cast<Index>(i);
        const Whereabouts where = at(attendee, minute);
        if (where.presence != Presence::under_way) {
            continue;
        }
        const Leg& leg = legs_of(attendee)[static_cast<std::size_t>(where.leg)];
        const Stage& stage = leg.route.stages[where.stage];
        if (stage.kind == StageKind::wait || stage.kind == StageKind::queue) {
            CrossingQueue& queue = queues[stage.at];
            queue.crossing = stage.at;
            queue.at = stage.path.front();
            queue.attendees.push_back(attendee);
            queue.is_open |= stage.kind == StageKind::queue;
        }
    }
    std::vector<CrossingQueue> found;
    for (auto& [id, queue] : queues) {
        for (const Index attendee : queue.attendees) {
            queue.people += is_counted_with(m_problem, attendee, queue.attendees)
                                ? 0
                                : m_problem.attendee(attendee).size;
        }
        found.push_back(std::move(queue));
    }
    return found;
}

std::vector<Index> Itineraries::sessions_at(double minute) const
{
    std::vector<Index> held;
    for (std::size_t i = 0; i < m_placements.size(); ++i) {
        const Placement& placement = m_placements[i];
        if (placement.is_placed() && placement.start <= minute &&
            minute < placement.start + m_problem.sessions[i].duration) {
            held.push_back(static_cast<Index>(i));
        }
    }
    std::sort(held.begin(), held.end(), [&](Index a, Index b) {
        const Minute one = m_placements[static_cast<std::size_t>(a)].start;
        const Minute other = m_placements[static_cast<std::size_t>(b)].start;
        return one != other ? one < other : a < b;
    });
    return held;
}

} // namespace dostyk::schedule
