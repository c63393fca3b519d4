#include "schedule/search/gaps.hpp"

#include <algorithm>

namespace dostyk::schedule {

void Gaps::look(const Problem& problem, const Plan& plan, const Slots& slots, Index session,
                Index venue, Index day, std::optional<std::pair<Index, Placement>> elsewhere)
{
    m_starts.clear();
    m_blocked.clear();
    const Interval whole = problem.calendar.days()[static_cast<std::size_t>(day)].whole;
    const std::span<const Minute> all = slots.starts(session, venue);
    const auto first = std::lower_bound(all.begin(), all.end(), whole.begin);
    const auto last = std::lower_bound(first, all.end(), whole.end);
    if (first == last) {
        return;
    }
    const Session& self = problem.session(session);
    const auto block_attendee = [&](Index other, const Placement& at) {
        const Minute end = at.start + problem.session(other).duration;
        const Minute to = problem.travel.usual(venue, at.venue);
        const Minute from = problem.travel.usual(at.venue, venue);
        m_blocked.push_back({at.start - to - self.duration, end + from, other});
    };
    const Venue& place = problem.venue(venue);
    const Minute between = place.setup + place.teardown;
    const auto block_venue = [&](Index other, const Placement& at) {
        const Minute end = at.start + problem.session(other).duration;
        m_blocked.push_back({at.start - between - self.duration, end + between, other});
    };
    const auto is_here = [&](Index other) {
        return other != session && !(elsewhere && elsewhere->first == other);
    };
    for (const Index attendee : self.required) {
        for (const Index other : plan.row(problem.lane(LaneKind::attendee, attendee), day)) {
            if (is_here(other)) {
                block_attendee(other, plan[other]);
            }
        }
    }
    // Of a venue of several halls nobody stands in the way of anybody by himself.
    if (place.parallel == 1) {
        for (const Index other : plan.row(problem.lane(LaneKind::venue, venue), day)) {
            if (is_here(other)) {
                block_venue(other, plan[other]);
            }
        }
    }
    if (elsewhere) {
        const auto& [other, at] = *elsewhere;
        const auto& theirs = problem.session(other).required;
        if (std::any_of(self.required.begin(), self.required.end(), [&](Index each) {
                return std::binary_search(theirs.begin(), theirs.end(), each);
            })) {
            block_attendee(other, at);
        }
        if (place.parallel == 1 && at.venue == venue) {
            block_venue(other, at);
        }
    }
    for (auto start = first; start != last; ++start) {
        Index blocker = none;
        bool is_blocked_twice = false;
        for (const Blocked& each : m_blocked) {
            if (each.after < *start && *start < each.before) {
                is_blocked_twice = blocker != none && blocker != each.by;
                blocker = each.by;
                if (is_blocked_twice) {
                    break;
                }
            }
        }
        if (!is_blocked_twice) {
            m_starts.push_back({*start, blocker});
        }
    }
}

} // namespace dostyk::schedule
