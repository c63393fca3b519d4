// The minute of the planned meeting that a workspace shows, and what the map shows at it.

#include "core/time.hpp"
#include "editor/workspace.hpp"
#include "geo/mercator.hpp"
#include "scene/camera.hpp"

#include <algorithm>
#include <cmath>

namespace dostyk::editor {

namespace {

/// From the first midnight to the last.
schedule::Interval whole_of(const PlannedMeeting& meeting)
{
    const auto& days = meeting.problem().calendar.days();
    return {days.front().whole.begin, days.back().whole.end};
}

/// When the first session begins; the first day's hours do where nothing is placed yet.
schedule::Minute first_of(const PlannedMeeting& meeting)
{
    schedule::Minute first = meeting.problem().hours.front().begin;
    bool is_placed = false;
    for (const schedule::Placement& placement : meeting.plan().placements()) {
        if (placement.is_placed()) {
            first = is_placed ? std::min(first, placement.start) : placement.start;
            is_placed = true;
        }
    }
    return first;
}

/// Show what differs, or no more; a sentence says why there is nothing to see.
void toggle_changes(Workspace& workspace)
{
    workspace.show_changes(!workspace.are_changes_shown());
    if (!workspace.are_changes_shown()) {
        return;
    }
    const ReleaseDiff& diff = workspace.release_diff();
    if (diff.releases().empty()) {
        workspace.show_changes(false);
        const bool is_none = workspace.programme().chosen().empty();
        workspace.tell(Message{is_none ? "programme.none" : "releases.none", {}});
    } else if (diff.diff().changes.empty()) {
        workspace.tell(Message{"diff.none", {}}); // what changes from now on will be shown
    }
}

} // namespace

void Workspace::toggle_programme_time()
{
    m_is_programme_shown = !m_is_programme_shown;
    m_is_playing = false;
    m_programme_clock.stop();
    if (!m_is_programme_shown) {
        return;
    }
    follow_programme();
    if (m_is_programme_shown) {
        fly_to_venues(false);
    } else if (m_programme.error()) {
        tell(*m_programme.error());
    } else {
        tell(Message{"programme.none", {}});
    }
}

void Workspace::fly_to_venues(bool with_unused)
{
    const PlannedMeeting& meeting = *m_programme.meeting();
    const auto& places = meeting.compiled().travel_facts.places;
    std::vector<bool> is_wanted(places.size(), with_unused);
    for (const schedule::Placement& placement : meeting.plan().placements()) {
        if (placement.is_placed()) {
            is_wanted[static_cast<std::size_t>(placement.venue)] = true;
        }
    }
    geo::WorldBounds bounds;
    bool is_in_sight = true;
    for (std::size_t venue = 0; venue < places.size(); ++venue) {
        const auto& at = places[venue].at;
        if (is_wanted[venue] && at) {
            bounds.add(geo::to_world(*at));
            const auto [x, y] = scene::to_screen(m_view.camera, m_viewport, geo::to_world(*at));
            is_in_sight = is_in_sight && x >= m_inset_left && y >= m_inset_top &&
                          x <= static_cast<float>(m_viewport.width) - m_inset_right &&
                          y <= static_cast<float>(m_viewport.height) - m_inset_bottom;
        }
    }
    if (bounds.is_empty()) {
        return; // nobody has said where any of them is
    }
    // In one heap in the middle of the map they are in sight and nothing can be told.
    constexpr double farthest = 1.5; // zoom steps
    if (!is_in_sight || m_view.camera.zoom + farthest < camera_on(bounds).zoom) {
        fly_to(bounds);
    }
}

void Workspace::show_leg(std::optional<LegRef> leg)
{
    m_shown_leg = leg;
    m_leg_meeting = leg ? programme().meeting() : nullptr;
}

void Workspace::show_minute(double minute)
{
    if (programme().meeting() == nullptr) {
        return;
    }
    m_is_programme_shown = true;
    m_is_playing = false;
    m_programme_clock.stop();
    follow_programme();
    m_programme_clock.set_minute(minute);
}

bool Workspace::run_programme(ActionId id)
{
    switch (id) {
    case ActionId::toggle_programme_time:
        toggle_programme_time();
        return true;
    case ActionId::show_changes:
        toggle_changes(*this);
        return true;
    case ActionId::programme_speed:
        m_programme_clock.next_speed();
        return true;
    case ActionId::show_reach:
        m_is_reach_shown = !m_is_reach_shown;
        if (m_is_reach_shown && !m_is_programme_shown) {
            toggle_programme_time();
        }
        m_is_reach_shown = m_is_reach_shown && m_is_programme_shown;
        return true;
    case ActionId::reach_longer:
        m_programme_map.set_reach_hours(m_programme_map.reach_hours() + 1);
        return true;
    case ActionId::reach_shorter:
        m_programme_map.set_reach_hours(m_programme_map.reach_hours() - 1);
        return true;
    default:
        return m_is_programme_shown && run_minutes(id);
    }
}

/// What the keys of time do while minutes are shown in place of years.
bool Workspace::run_minutes(ActionId id)
{
    const schedule::Itineraries* itineraries = m_programme_map.itineraries();
    const auto changes = itineraries != nullptr ? std::span<const double>(itineraries->changes())
                                                : std::span<const double>();
    const schedule::Interval range = m_programme_clock.range();
    switch (id) {
    case ActionId::time_play:
        m_programme_clock.play_or_stop();
        return true;
    case ActionId::time_back:
        m_programme_clock.step(changes, -1);
        return true;
    case ActionId::time_forward:
        m_programme_clock.step(changes, 1);
        return true;
    case ActionId::time_first:
        m_programme_clock.set_minute(changes.empty() ? range.begin : changes.front());
        return true;
    case ActionId::time_last:
        m_programme_clock.set_minute(changes.empty() ? range.end : changes.back());
        return true;
    case ActionId::time_today:
        if (const auto& meeting = programme().meeting()) {
            m_programme_clock.set_minute(meeting->problem().calendar.minute_of(now()));
        }
        return true;
    case ActionId::time_range_start:
    case ActionId::time_range_end:
    case ActionId::time_range_clear:
        return true; // a meeting is played from end to end
    default:
        return false;
    }
}

void Workspace::advance_programme(double seconds)
{
    const schedule::Itineraries* itineraries = m_programme_map.itineraries();
    m_programme_clock.advance(seconds, [&](double minute) {
        return itineraries != nullptr ? itineraries->busy_from(minute) : minute;
    });
}

PlanSearch& Workspace::plan_search()
{
    if (m_plan_search.meeting() != nullptr && m_plan_search.meeting() != programme().meeting()) {
        m_plan_search.clear(); // what was planned is not what is now
    }
    return m_plan_search;
}

const Programme::MeetingPtr& Workspace::tried_meeting()
{
    static const Programme::MeetingPtr none;
    const FoundPlan* found = plan_search().best();
    return found != nullptr ? found->meeting : none;
}

const schedule::ProgrammeDiff* Workspace::shown_diff()
{
    if (!m_are_changes_shown || plan_search().meeting() != nullptr) {
        return nullptr;
    }
    const schedule::ProgrammeDiff& diff = release_diff().diff();
    return diff.changes.empty() ? nullptr : &diff;
}

/// Take the meeting as it is now, or as a search would have it; without one no minutes are shown.
void Workspace::follow_programme()
{
    const auto& tried = tried_meeting();
    const auto& meeting = tried != nullptr ? tried : programme().meeting();
    m_programme_map.follow(meeting, m_background);
    if (meeting == nullptr) {
        m_is_programme_shown = false;
        m_programme_clock.stop();
    } else {
        m_programme_clock.set_range(whole_of(*meeting), first_of(*meeting));
    }
    if (m_shown_leg && !is_leg_wanted()) {
        show_leg(std::nullopt);
    }
}

bool Workspace::is_leg_wanted() const
{
    if (m_leg_meeting == nullptr || m_leg_meeting != m_programme.meeting()) {
        return false;
    }
    const schedule::Problem& problem = m_leg_meeting->problem();
    return m_view.selected == problem.session(m_shown_leg->from).id ||
           m_view.selected == problem.session(m_shown_leg->to).id;
}

void Workspace::update_programme()
{
    m_view.programme = {};
    if (m_is_programme_shown || m_shown_leg) {
        follow_programme();
    }
    if (m_is_programme_shown || m_shown_leg) {
        show_minutes();
    }
    if (const auto& tried = tried_meeting(); tried != nullptr && !m_is_programme_shown) {
        m_view.programme.tallies = m_tallies.of(tried);
    }
    if (shown_diff() != nullptr) {
        m_view.programme.moves = m_release_diff.moves(m_view.language);
    }
}

void Workspace::show_minutes()
{
    // Its numbers are those of its own meeting.
    const bool has_leg = m_programme_map.meeting() == m_leg_meeting;
    const ProgrammeView view{m_programme_clock.minute(), m_view.selected,
                             has_leg ? m_shown_leg : std::nullopt, m_view.language,
                             m_is_programme_shown};
    if (m_is_reach_shown && m_is_programme_shown) {
        m_programme_map.seek_reach(view, m_background);
    } else {
        m_programme_map.drop_reach();
    }
    m_view.programme = m_programme_map.layer(view);
}

} // namespace dostyk::editor
