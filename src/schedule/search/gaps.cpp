#include "schedule/search/gaps.hpp"

#include <algorithm>

namespace dostyk::schedule {

void Gaps::block(Index session, Minute after, Minute before)
{
    const std::size_t begin = m_grid.after(after);
    const std::size_t end = m_grid.from(before);
    for (Blocker& each : m_blockers) {
        if (each.session == session) {
            // Both ranges hold the time at which the session is held: together they are one.
            each.begin = std::min(each.begin, begin);
            each.end = std::max(each.end, end);
            return;
        }
    }
    m_blockers.push_back({session, begin, end});
}

void Gaps::look(const Problem& problem, const Plan& plan, const Slots& slots, Index session,
                Index venue, Index day, std::span<const Shift> elsewhere)
{
    m_grid = slots.grid(day);
    m_blockers.clear();
    m_free = StartSet(slots.bits(session, venue, day));
    m_once = StartSet(m_free.words().size());
    if (m_free.count() == 0) {
        return;
    }
    const Session& self = problem.session(session);
    const auto block_attendee = [&](Index other, Interval time, Index at) {
        block(other, time.begin - problem.travel.usual(venue, at) - self.duration,
              time.end + problem.travel.usual(at, venue));
    };
    const Venue& place = problem.venue(venue);
    const Minute between = place.setup + place.teardown;
    const auto block_venue = [&](Index other, Interval time) {
        block(other, time.begin - between - self.duration, time.end + between);
    };
    const auto is_here = [&](Index other) {
        return other != session &&
               std::none_of(elsewhere.begin(), elsewhere.end(),
                            [&](const Shift& each) { return each.session == other; });
    };
    for (const Index attendee : self.required) {
        for (const Index other : plan.row(problem.lane(LaneKind::attendee, attendee), day)) {
            if (is_here(other)) {
                block_attendee(other, plan.interval(other), plan.venue(other));
            }
        }
    }
    // Of a venue of several halls nobody stands in the way of anybody by himself.
    if (place.parallel == 1) {
        for (const Index other : plan.row(problem.lane(LaneKind::venue, venue), day)) {
            if (is_here(other)) {
                block_venue(other, plan.interval(other));
            }
        }
    }
    for (const auto& [other, at] : elsewhere) {
        if (problem.calendar.day_of(at.start) != day || other == session) {
            continue;
        }
        const Interval time{at.start, at.start + problem.session(other).duration};
        const auto& theirs = problem.session(other).required;
        if (std::any_of(self.required.begin(), self.required.end(), [&](Index each) {
                return std::binary_search(theirs.begin(), theirs.end(), each);
            })) {
            block_attendee(other, time, at.venue);
        }
        if (place.parallel == 1 && at.venue == venue) {
            block_venue(other, time);
        }
    }
    // What is blocked a second time is blocked by several.
    const std::span<StartWord> free = m_free.words();
    const std::span<StartWord> once = m_once.words();
    for (const Blocker& each : m_blockers) {
        m_free.for_range(each.begin, each.end, [&](std::size_t word, StartWord bits) {
            const StartWord first = free[word] & bits;
            once[word] = (once[word] & ~bits) | first;
            free[word] &= ~bits;
        });
    }
}

Index Gaps::blocker(std::size_t start) const
{
    const auto found = std::find_if(m_blockers.begin(), m_blockers.end(), [&](const Blocker& each) {
        return each.begin <= start && start < each.end;
    });
    return found != m_blockers.end() ? found->session : none;
}

} // namespace dostyk::schedule
