#include "editor/programme_lanes.hpp"

#include "editor/programme_ghosts.hpp"

#include <algorithm>
#include <utility>

namespace dostyk::editor {

using schedule::Index;
using schedule::Interval;
using schedule::Minute;
using schedule::none;

namespace {

constexpr std::array<std::string_view, all_lanes_by.size()> names{"city", "venue", "delegation",
                                                                  "interpreter", "vehicle"};

/// Put each bar into the first row that is free by then.
void stack(Lane& lane)
{
    std::sort(lane.bars.begin(), lane.bars.end(), [](const Bar& a, const Bar& b) {
        return std::pair(a.time.begin, a.session) < std::pair(b.time.begin, b.session);
    });
    std::vector<Minute> ends;
    for (Bar& bar : lane.bars) {
        const auto free = std::find_if(ends.begin(), ends.end(),
                                       [&](Minute end) { return end <= bar.time.begin; });
        bar.row = static_cast<int>(free - ends.begin());
        if (free == ends.end()) {
            ends.push_back(bar.time.end);
        } else {
            *free = bar.time.end;
        }
        lane.longest = std::max(lane.longest, length(bar.time));
    }
    lane.rows = std::max(1, static_cast<int>(ends.size()));
}

void add_bar(const PlannedMeeting& meeting, Index session, Lane& lane)
{
    if (meeting.plan()[session].is_placed()) {
        lane.bars.push_back({session, meeting.plan().interval(session)});
    }
}

/// The ways of one who attends all sessions of a lane.
void add_legs(const PlannedMeeting& meeting, Lane& lane)
{
    const schedule::Plan& plan = meeting.plan();
    const schedule::TravelTable& travel = meeting.problem().travel;
    for (std::size_t i = 0; i + 1 < lane.bars.size(); ++i) {
        const Bar& from = lane.bars[i];
        const Bar& to = lane.bars[i + 1];
        const Minute minutes =
            travel.leaving_at(plan.venue(from.session), plan.venue(to.session), from.time.end);
        if (minutes <= 0 || minutes >= schedule::Journey::unreachable) {
            continue;
        }
        lane.legs.push_back({from.session,
                             to.session,
                             {from.time.end, from.time.end + minutes},
                             from.time.end + minutes > to.time.begin,
                             to.row});
        lane.longest = std::max(lane.longest, minutes);
    }
    std::stable_sort(lane.legs.begin(), lane.legs.end(),
                     [](const Leg& a, const Leg& b) { return a.time.begin < b.time.begin; });
}

std::vector<Lane> lanes_of_places(const PlannedMeeting& meeting, LanesBy by,
                                  const schedule::ProgrammeDiff* diff)
{
    const schedule::Problem& problem = meeting.problem();
    // Venues that some session fits into, or is held at; those of a city one after the other.
    std::vector<bool> is_used(problem.venues.size());
    for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
        for (const Index venue : problem.sessions[i].venues) {
            is_used[static_cast<std::size_t>(venue)] = true;
        }
        if (const auto& placement = meeting.plan()[static_cast<Index>(i)]; placement.is_placed()) {
            is_used[static_cast<std::size_t>(placement.venue)] = true;
        }
    }
    for (const Index venue :
         diff != nullptr ? venues_before(*diff, problem) : std::vector<Index>{}) {
        is_used[static_cast<std::size_t>(venue)] = true;
    }
    std::vector<Lane> lanes;
    std::vector<std::size_t> lane_of(problem.venues.size());
    for (Index city = 0; city < static_cast<Index>(problem.cities.size()); ++city) {
        bool is_first = true;
        for (std::size_t i = 0; i < problem.venues.size(); ++i) {
            if (!is_used[i] || problem.venues[i].city != city) {
                continue;
            }
            if (by == LanesBy::venue || std::exchange(is_first, false)) {
                Lane lane;
                lane.venue = static_cast<Index>(i);
                lane.id = by == LanesBy::venue ? problem.venues[i].id
                                               : problem.cities[static_cast<std::size_t>(city)];
                lanes.push_back(std::move(lane));
            }
            lane_of[i] = lanes.size() - 1;
        }
    }
    for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
        const auto session = static_cast<Index>(i);
        if (meeting.plan()[session].is_placed()) {
            add_bar(meeting, session,
                    lanes[lane_of[static_cast<std::size_t>(meeting.plan().venue(session))]]);
        }
    }
    return lanes;
}

/// Lanes of attendees, in the order of the problem: `is_wanted` of an attendee's kind.
template <typename IsWanted>
std::vector<Lane> lanes_of_people(const PlannedMeeting& meeting, const IsWanted& is_wanted)
{
    const schedule::Problem& problem = meeting.problem();
    std::vector<Lane> lanes;
    std::vector<std::size_t> lane_of(problem.attendees.size(), problem.attendees.size());
    for (std::size_t i = 0; i < problem.attendees.size(); ++i) {
        if (is_wanted(problem.attendees[i].kind)) {
            lane_of[i] = lanes.size();
            lanes.emplace_back().id = problem.attendees[i].id;
            lanes.back().attendee = problem.attendees[i].id;
        }
    }
    for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
        for (const Index attendee : problem.sessions[i].required) {
            const std::size_t lane = lane_of[static_cast<std::size_t>(attendee)];
            if (lane < lanes.size()) {
                add_bar(meeting, static_cast<Index>(i), lanes[lane]);
            }
        }
    }
    return lanes;
}

/// A car is where the delegation is that it serves.
std::vector<Lane> lanes_of_vehicles(const PlannedMeeting& meeting)
{
    const schedule::Problem& problem = meeting.problem();
    std::vector<Lane> lanes;
    for (const schedule::Vehicle& vehicle : problem.vehicles) {
        Lane& lane = lanes.emplace_back();
        lane.id = vehicle.id;
        const model::Entity* entity = meeting.project().find(vehicle.id);
        const auto* served =
            model::find_value<model::Refs>(*entity, "delegation", model::Pack::enriched);
        lane.attendee = served != nullptr && !served->ids.empty() ? served->ids.front() : "";
        const auto rides = [&](Index attendee) {
            return problem.attendee(attendee).id == lane.attendee;
        };
        for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
            const auto& required = problem.sessions[i].required;
            if (std::any_of(required.begin(), required.end(), rides)) {
                add_bar(meeting, static_cast<Index>(i), lane);
            }
        }
    }
    return lanes;
}

std::vector<Lane> lanes_by(const PlannedMeeting& meeting, LanesBy by,
                           const schedule::ProgrammeDiff* diff)
{
    using schedule::AttendeeKind;
    switch (by) {
    case LanesBy::city:
    case LanesBy::venue:
        return lanes_of_places(meeting, by, diff);
    case LanesBy::delegation:
        return lanes_of_people(meeting,
                               [](AttendeeKind kind) { return kind != AttendeeKind::interpreter; });
    case LanesBy::interpreter:
        return lanes_of_people(meeting,
                               [](AttendeeKind kind) { return kind == AttendeeKind::interpreter; });
    case LanesBy::vehicle:
        break;
    }
    return lanes_of_vehicles(meeting);
}

/// Those of a row by their beginning that may reach into a stretch of time.
template <typename Item>
std::span<const Item> items_in(const std::vector<Item>& items, Minute longest,
                               Interval shown) noexcept
{
    const auto begins_before = [](const Item& item, Minute at) { return item.time.begin < at; };
    const auto first =
        std::lower_bound(items.begin(), items.end(), shown.begin - longest, begins_before);
    const auto last = std::lower_bound(first, items.end(), shown.end, begins_before);
    return {first, last};
}

} // namespace

std::string_view name_of(LanesBy by) noexcept
{
    return names[static_cast<std::size_t>(by)];
}

Lanes::Lanes(const PlannedMeeting& meeting, LanesBy by, const schedule::ProgrammeDiff* diff)
: m_lanes(lanes_by(meeting, by, diff))
{
    const bool has_legs = by != LanesBy::city && by != LanesBy::venue;
    for (Lane& lane : m_lanes) {
        stack(lane);
        if (has_legs) {
            add_legs(meeting, lane);
        }
        if (diff != nullptr) {
            add_ghosts(meeting, by, *diff, lane);
        }
        lane.first_row = m_rows;
        m_rows += lane.rows;
    }
    if (diff != nullptr) {
        lead_ghosts(meeting, *diff, m_lanes);
    }
}

std::size_t Lanes::lane_at(int row) const noexcept
{
    const auto after =
        std::upper_bound(m_lanes.begin(), m_lanes.end(), row,
                         [](int at, const Lane& lane) { return at < lane.first_row; });
    return static_cast<std::size_t>(after - m_lanes.begin()) - 1;
}

std::span<const Bar> bars_in(const Lane& lane, Interval shown) noexcept
{
    return items_in(lane.bars, lane.longest, shown);
}

std::span<const Leg> legs_in(const Lane& lane, Interval shown) noexcept
{
    return items_in(lane.legs, lane.longest, shown);
}

Index venue_in(const PlannedMeeting& meeting, LanesBy by, const Lane& lane, Index session)
{
    if (by == LanesBy::venue) {
        return lane.venue;
    }
    const schedule::Problem& problem = meeting.problem();
    const auto is_here = [&](Index venue) {
        return by != LanesBy::city || problem.venue(venue).city == problem.venue(lane.venue).city;
    };
    const Index now = meeting.plan()[session].venue;
    if (now != none && is_here(now)) {
        return now;
    }
    const auto& venues = problem.session(session).venues;
    const auto found = std::find_if(venues.begin(), venues.end(), is_here);
    return found != venues.end() ? *found : by == LanesBy::city ? lane.venue : none;
}

std::string name_of(const PlannedMeeting& meeting, LanesBy by, const Lane& lane, Language language)
{
    const schedule::Problem& problem = meeting.problem();
    const model::Entity* entity =
        meeting.project().find(lane.venue != none ? problem.venue(lane.venue).id : lane.id);
    if (by == LanesBy::city) {
        const auto* city = model::find_value<Text4>(*entity, "city", model::Pack::enriched);
        if (city != nullptr && !city->is_empty()) {
            return std::string(city->in(language));
        }
    }
    return model::name_of(*entity, model::Pack::enriched, language);
}

} // namespace dostyk::editor
