#include "editor/programme_ghosts.hpp"

#include <algorithm>
#include <utility>

namespace dostyk::editor {

using schedule::Index;
using schedule::Interval;
using schedule::none;
using schedule::SessionChange;

namespace {

bool has_left_its_place(const SessionChange& change)
{
    return change.is_removed() || change.has_moved();
}

bool is_among(const std::vector<std::string>& sorted, const std::string& id)
{
    return std::binary_search(sorted.begin(), sorted.end(), id);
}

/// Somebody who may come but need not has no bar, and so no ghost.
bool is_optional(const PlannedMeeting& meeting, const std::string& attendee,
                 const SessionChange& change)
{
    const Index session = meeting.find_session(change.session());
    if (session == none) {
        return false;
    }
    const auto& optional = meeting.problem().session(session).optional;
    return std::any_of(optional.begin(), optional.end(),
                       [&](Index each) { return meeting.problem().attendee(each).id == attendee; });
}

Index find_venue(const schedule::Problem& problem, const std::string& id)
{
    const auto found = std::find_if(problem.venues.begin(), problem.venues.end(),
                                    [&](const auto& venue) { return venue.id == id; });
    return found != problem.venues.end() ? static_cast<Index>(found - problem.venues.begin())
                                         : none;
}

bool was_in(const PlannedMeeting& meeting, LanesBy by, const SessionChange& change,
            const Lane& lane)
{
    if (!change.before) {
        return false;
    }
    if (lane.venue == none) {
        const bool no_longer_comes = change.after && !is_among(change.after->who, lane.attendee);
        return is_among(change.before->who, lane.attendee) &&
               (has_left_its_place(change) || no_longer_comes) &&
               !is_optional(meeting, lane.attendee, change);
    }
    const schedule::Problem& problem = meeting.problem();
    if (!has_left_its_place(change)) {
        return false;
    }
    if (by == LanesBy::venue) {
        return problem.venue(lane.venue).id == change.before->venue;
    }
    const Index venue = find_venue(problem, change.before->venue);
    return venue != none && problem.venue(venue).city == problem.venue(lane.venue).city;
}

/// The first row in which neither a bar nor a ghost is at that time, or a new one.
int free_row(const Lane& lane, Interval time)
{
    const auto is_taken = [&](int row) {
        const auto is_there = [&](const auto& item) {
            return item.row == row && item.time.begin < time.end && time.begin < item.time.end;
        };
        return std::any_of(lane.bars.begin(), lane.bars.end(), is_there) ||
               std::any_of(lane.ghosts.begin(), lane.ghosts.end(), is_there);
    };
    int row = 0;
    while (is_taken(row)) {
        ++row;
    }
    return row;
}

const Bar* find_bar(const Lane& lane, Index session)
{
    const auto found = std::find_if(lane.bars.begin(), lane.bars.end(),
                                    [&](const Bar& bar) { return bar.session == session; });
    return found != lane.bars.end() ? &*found : nullptr;
}

} // namespace

std::vector<Index> venues_before(const schedule::ProgrammeDiff& diff,
                                 const schedule::Problem& problem)
{
    std::vector<Index> venues;
    for (const SessionChange& change : diff.changes) {
        const bool is_wanted = change.before && has_left_its_place(change);
        const Index venue = is_wanted ? find_venue(problem, change.before->venue) : none;
        if (venue != none) {
            venues.push_back(venue);
        }
    }
    return venues;
}

void add_ghosts(const PlannedMeeting& meeting, LanesBy by, const schedule::ProgrammeDiff& diff,
                Lane& lane)
{
    for (std::size_t i = 0; i < diff.changes.size(); ++i) {
        const SessionChange& change = diff.changes[i];
        if (was_in(meeting, by, change, lane)) {
            const auto begin = meeting.problem().calendar.minute_of(change.before->start);
            lane.ghosts.push_back({i, {begin, begin + change.before->duration}, 0, {}, 0});
        }
    }
    std::stable_sort(lane.ghosts.begin(), lane.ghosts.end(),
                     [](const Ghost& a, const Ghost& b) { return a.time.begin < b.time.begin; });
    std::vector<Ghost> all = std::exchange(lane.ghosts, {});
    for (Ghost& ghost : all) {
        ghost.row = free_row(lane, ghost.time);
        lane.rows = std::max(lane.rows, ghost.row + 1);
        lane.ghosts.push_back(ghost);
    }
}

void lead_ghosts(const PlannedMeeting& meeting, const schedule::ProgrammeDiff& diff,
                 std::vector<Lane>& lanes)
{
    for (Lane& lane : lanes) {
        for (Ghost& ghost : lane.ghosts) {
            const Index session = meeting.find_session(diff.changes[ghost.change].session());
            const auto lead_to = [&](const Lane& other) {
                const Bar* bar = find_bar(other, session);
                if (bar != nullptr) {
                    ghost.to_row = other.first_row + bar->row;
                    ghost.to = bar->time.begin;
                }
                return bar != nullptr;
            };
            if (session != none && !lead_to(lane) && lane.venue != none) {
                (void)std::any_of(lanes.begin(), lanes.end(), lead_to);
            }
        }
    }
}

} // namespace dostyk::editor
