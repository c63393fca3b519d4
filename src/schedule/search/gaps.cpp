#include "schedule/search/gaps.hpp"

#include <algorithm>

namespace dostyk::schedule {

namespace {

constexpr Index several = -2;

} // namespace

void Gaps::look(const Problem& problem, const Plan& plan, const Slots& slots, Index session,
                Index venue, Index day, std::span<const Shift> elsewhere)
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
        return other != session &&
               std::none_of(elsewhere.begin(), elsewhere.end(),
                            [&](const Shift& each) { return each.session == other; });
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
    for (const auto& [other, at] : elsewhere) {
        if (problem.calendar.day_of(at.start) != day || other == session) {
            continue;
        }
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
    // Who stands in the way of each start; of several one is enough to know.
    const auto count = static_cast<std::size_t>(last - first);
    m_blockers.assign(count, none);
    for (const Blocked& each : m_blocked) {
        const auto from = std::upper_bound(first, last, each.after);
        const auto to = std::lower_bound(from, last, each.before);
        for (auto i = static_cast<std::size_t>(from - first);
             i < static_cast<std::size_t>(to - first); ++i) {
            Index& blocker = m_blockers[i];
            blocker = blocker == none || blocker == each.by ? each.by : several;
        }
    }
    for (std::size_t i = 0; i < count; ++i) {
        if (m_blockers[i] != several) {
            m_starts.push_back({first[static_cast<std::ptrdiff_t>(i)], m_blockers[i]});
        }
    }
}

} // namespace dostyk::schedule
