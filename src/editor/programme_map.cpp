#include "editor/programme_map.hpp"

#include "core/message.hpp"
#include "core/time.hpp"
#include "schedule/reachable.hpp"
#include "schedule/travel_text.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>
#include <utility>

namespace dostyk::editor {

namespace {

using scene::RouteLook;
using schedule::Index;
using schedule::Presence;

/// A session's ring opens and shuts within so many minutes of the programme.
constexpr double ring_min = 5;
/// At rest one could leave now: a new area each so often is enough. [min]
constexpr double reach_step = 5;

schedule::RouteFinder finder_of(const schedule::Compiled& compiled)
{
    return {compiled.roads, compiled.travel_facts, compiled.problem.travel,
            compiled.problem.book.customs};
}

/// "12:00", on a clock.
std::string clock_text(const schedule::Problem& problem, double minute, const std::string& zone)
{
    const auto whole = static_cast<schedule::Minute>(std::floor(minute + 0.5));
    return time_in(zone, problem.calendar.instant_at(whole)).time;
}

/// One way that several take together is one line.
class Ways {
public:
    bool is_new(const schedule::Leg& leg, const schedule::Plan& plan)
    {
        return m_seen.emplace(plan.venue(leg.from), plan.venue(leg.to), leg.route.leaving).second;
    }

private:
    std::set<std::tuple<Index, Index, double>> m_seen;
};

} // namespace

void ProgrammeMap::follow(const MeetingPtr& meeting, const Background& background)
{
    if (meeting == nullptr ||
        (m_meeting != nullptr && m_meeting->problem().id != meeting->problem().id)) {
        forget();
    }
    take_next();
    if (meeting != nullptr && meeting != m_meeting && m_next == nullptr) {
        work_out(meeting, background);
        take_next(); // without threads it is done
    }
}

void ProgrammeMap::forget()
{
    m_meeting = nullptr;
    m_found = std::make_shared<Found>();
    m_next = nullptr;
    m_question.reset();
}

void ProgrammeMap::take_next()
{
    if (m_next != nullptr && m_next->itineraries != nullptr) {
        m_found = std::exchange(m_next, nullptr);
        m_meeting = m_found->meeting;
        m_question.reset();
    }
}

void ProgrammeMap::work_out(const MeetingPtr& meeting, const Background& background)
{
    m_next = std::make_shared<Found>();
    m_next->meeting = meeting;
    (void)background.run([meeting, kept = std::weak_ptr<Found>(m_next)](std::stop_token) {
        schedule::RouteFinder finder = finder_of(meeting->compiled());
        auto made = std::make_shared<const schedule::Itineraries>(meeting->problem(),
                                                                  meeting->plan(), finder);
        // The problem that they speak of lives as long as they do.
        std::shared_ptr<const schedule::Itineraries> owning(
            made.get(), [meeting, made](const schedule::Itineraries*) {});
        return [kept, owning = std::move(owning)] {
            if (const auto found = kept.lock()) {
                found->itineraries = owning;
            }
        };
    });
}

Index ProgrammeMap::find_attendee(const std::string& entity) const
{
    const auto& attendees = m_meeting->problem().attendees;
    const auto found = std::find_if(attendees.begin(), attendees.end(),
                                    [&](const auto& each) { return each.id == entity; });
    return found != attendees.end() ? static_cast<Index>(found - attendees.begin())
                                    : schedule::none;
}

Index ProgrammeMap::find_venue(const std::string& entity) const
{
    const auto& venues = m_meeting->problem().venues;
    const auto found = std::find_if(venues.begin(), venues.end(),
                                    [&](const auto& each) { return each.id == entity; });
    return found != venues.end() ? static_cast<Index>(found - venues.begin()) : schedule::none;
}

const schedule::Leg* ProgrammeMap::find_leg(const LegRef& leg) const
{
    if (itineraries() == nullptr || leg.attendee == schedule::none) {
        return nullptr;
    }
    const auto legs = itineraries()->legs_of(leg.attendee);
    const auto found = std::find_if(legs.begin(), legs.end(), [&](const schedule::Leg& each) {
        return each.from == leg.from && each.to == leg.to;
    });
    return found != legs.end() ? &*found : nullptr;
}

scene::ProgrammeLayer ProgrammeMap::layer(const ProgrammeView& view) const
{
    scene::ProgrammeLayer layer;
    if (itineraries() == nullptr) {
        return layer;
    }
    add_chosen(layer, view);
    if (!view.has_minute) {
        return layer;
    }
    add_people(layer, view.minute);
    add_sessions(layer, view.minute);
    add_queues(layer, view);
    const auto& answered = m_found->answered;
    if (m_question && answered) {
        const schedule::Problem& problem = m_meeting->problem();
        const auto& place =
            m_meeting->compiled().travel_facts.places[static_cast<std::size_t>(answered->venue)];
        layer.reach.area = m_found->area;
        layer.reach.from = place.at.value_or(geo::LonLat{});
        layer.reach.text =
            tr(view.language, Message{"programme.reach",
                                      {{"time", clock_text(problem, answered->until,
                                                           problem.venue(answered->venue).zone)}}});
    }
    return layer;
}

void ProgrammeMap::add_people(scene::ProgrammeLayer& layer, double minute) const
{
    const schedule::Problem& problem = m_meeting->problem();
    Ways ways;
    for (std::size_t i = 0; i < problem.attendees.size(); ++i) {
        const auto attendee = static_cast<Index>(i);
        const schedule::Attendee& who = problem.attendees[i];
        const schedule::Whereabouts where = itineraries()->at(attendee, minute);
        if (where.presence == Presence::away || !where.at) {
            continue;
        }
        const model::Entity* entity = m_meeting->project().find(who.id);
        bool is_standing = true;
        if (where.presence == Presence::under_way) {
            const schedule::Leg& leg =
                itineraries()->legs_of(attendee)[static_cast<std::size_t>(where.leg)];
            is_standing = schedule::is_standing(leg.route.stages[where.stage].kind);
            if (ways.is_new(leg, m_meeting->plan())) {
                auto split = schedule::split_path(leg.route, minute - leg.route.leaving);
                layer.routes.push_back({std::move(split.ahead), RouteLook::ahead, who.id});
                layer.routes.push_back({std::move(split.behind), RouteLook::driven, who.id});
            }
        }
        // A delegation leads those who are with it, the largest first.
        const double rank = static_cast<double>(who.kind) * 1000 - who.size;
        layer.movers.push_back({who.id, entity != nullptr ? entity->kind : std::string(), *where.at,
                                is_standing, rank});
    }
}

/// The legs of the day of whom is selected, those to a session that is, and the one that was asked
/// for.
void ProgrammeMap::add_chosen(scene::ProgrammeLayer& layer, const ProgrammeView& view) const
{
    const schedule::Problem& problem = m_meeting->problem();
    const Index day = problem.calendar.day_of(static_cast<schedule::Minute>(view.minute));
    const Index session = m_meeting->find_session(view.selected);
    Ways ways;
    const auto add = [&](Index attendee, const schedule::Leg& leg) {
        if (ways.is_new(leg, m_meeting->plan())) {
            layer.routes.push_back(
                {schedule::path_of(leg.route), RouteLook::chosen, problem.attendee(attendee).id});
        }
    };
    if (view.leg) {
        if (const schedule::Leg* leg = find_leg(*view.leg)) {
            add(view.leg->attendee, *leg);
        }
    }
    for (std::size_t i = 0; i < problem.attendees.size() && view.has_minute; ++i) {
        const auto attendee = static_cast<Index>(i);
        for (const schedule::Leg& leg : itineraries()->legs_of(attendee)) {
            const bool is_of_day =
                problem.calendar.day_of(static_cast<schedule::Minute>(leg.route.leaving)) == day;
            const bool is_theirs = problem.attendees[i].id == view.selected && is_of_day;
            if (is_theirs || (session != schedule::none && leg.to == session)) {
                add(attendee, leg);
            }
        }
    }
}

void ProgrammeMap::add_sessions(scene::ProgrammeLayer& layer, double minute) const
{
    const schedule::Problem& problem = m_meeting->problem();
    const auto& places = m_meeting->compiled().travel_facts.places;
    for (const Index session : itineraries()->sessions_at(minute)) {
        const schedule::Interval held = m_meeting->plan().interval(session);
        const auto& at = places[static_cast<std::size_t>(m_meeting->plan().venue(session))].at;
        if (!at) {
            continue;
        }
        const double since = minute - held.begin;
        const double left = held.end - minute;
        const double open = std::clamp(std::min(since, left) / ring_min, 0.0, 1.0);
        layer.rings.push_back({problem.session(session).id, *at, static_cast<float>(open),
                               static_cast<float>(since / length(held))});
    }
}

void ProgrammeMap::add_queues(scene::ProgrammeLayer& layer, const ProgrammeView& view) const
{
    for (const schedule::CrossingQueue& queue : itineraries()->queues_at(view.minute)) {
        layer.queues.push_back(
            {queue.crossing, queue.at,
             tr(view.language, Message{queue.is_open ? "programme.people" : "programme.people.shut",
                                       {{"people", std::to_string(queue.people)}}})});
    }
}

std::optional<ReachQuestion> ProgrammeMap::question_of(const ProgrammeView& view) const
{
    if (itineraries() == nullptr || view.selected.empty()) {
        return std::nullopt;
    }
    ReachQuestion question;
    question.leaving = std::floor(view.minute / reach_step) * reach_step;
    const Index attendee = find_attendee(view.selected);
    const Index session = m_meeting->find_session(view.selected);
    if (attendee != schedule::none) {
        const schedule::Whereabouts where = itineraries()->at(attendee, view.minute);
        if (where.presence != Presence::away) {
            question.venue = where.venue;
            question.leaving = where.presence == Presence::resting
                                   ? question.leaving
                                   : itineraries()->free_from(attendee, view.minute);
        }
    } else if (session != schedule::none && m_meeting->plan()[session].is_placed()) {
        question.venue = m_meeting->plan().venue(session);
        question.leaving = m_meeting->plan().interval(session).end;
    } else {
        question.venue = find_venue(view.selected);
    }
    if (question.venue == schedule::none) {
        return std::nullopt;
    }
    question.until = question.leaving + m_hours * 60;
    return question;
}

void ProgrammeMap::set_reach_hours(int hours) noexcept
{
    m_hours = std::clamp(hours, 1, most_hours);
}

void ProgrammeMap::seek_reach(const ProgrammeView& view, const Background& background)
{
    m_question = question_of(view);
    if (!m_question || m_found->is_seeking || m_found->answered == m_question) {
        return;
    }
    m_found->is_seeking = true;
    (void)background.run([meeting = m_meeting, question = *m_question,
                          kept = std::weak_ptr<Found>(m_found)](std::stop_token) {
        schedule::RouteFinder finder = finder_of(meeting->compiled());
        auto made = std::make_shared<const schedule::Reachable>(
            schedule::find_reachable(finder, question.venue, question.leaving, question.until));
        return [kept, question, made = std::move(made)] {
            if (const auto found = kept.lock()) {
                found->is_seeking = false;
                found->answered = question;
                found->area = std::shared_ptr<const geo::MultiPolygon>(made, &made->area);
            }
        };
    });
}

std::string ProgrammeMap::text_of(const std::string& entity, double minute,
                                  const schedule::Telling& telling) const
{
    const Index attendee = itineraries() != nullptr ? find_attendee(entity) : schedule::none;
    if (attendee == schedule::none) {
        return {};
    }
    const schedule::TravelFacts& facts = m_meeting->compiled().travel_facts;
    const schedule::Whereabouts where = itineraries()->at(attendee, minute);
    std::string text = schedule::text_of(where, attendee, *itineraries(), facts, telling);
    if (where.presence == Presence::under_way) {
        const schedule::Leg& leg =
            itineraries()->legs_of(attendee)[static_cast<std::size_t>(where.leg)];
        text += "\n" + schedule::text_of(leg.route, facts, telling);
    }
    return text;
}

std::string ProgrammeMap::text_of(const LegRef& leg, const schedule::Telling& telling) const
{
    const schedule::Leg* found = find_leg(leg);
    return found != nullptr
               ? schedule::text_of(found->route, m_meeting->compiled().travel_facts, telling)
               : std::string();
}

} // namespace dostyk::editor
