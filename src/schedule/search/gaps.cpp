#include "schedule/search/gaps.hpp"

#include <algorithm>

namespace dostyk::schedule {

void Gaps::find_blockers(const Timetables& timetables, const Slots::VenueDay& at)
{
    const auto& [venue, day] = at;
    const DayGrid grid = m_slots->grid(day);
    const TravelTable& travel = m_problem->travel;
    const Minute duration = m_problem->session(timetables.session()).duration;
    const Venue& place = m_problem->venue(venue);
    // Of a venue of several halls nobody stands in the way of anybody by himself.
    const bool is_single = place.parallel == 1;
    const Minute between = place.setup + place.teardown;
    m_blockers.clear();
    const auto block = [&](Index other, Interval time, Minute there, Minute back) {
        m_blockers.push_back(
            {other, grid.after(time.begin - there - duration), grid.from(time.end + back)});
    };
    for (const Stop& each : timetables.others(day)) {
        Minute there = travel.usual(venue, each.venue);
        Minute back = travel.usual(each.venue, venue);
        if (is_single && each.venue == venue) {
            there = std::max(there, between);
            back = std::max(back, between);
        }
        block(each.session, each.time, there, back);
    }
    if (!is_single) {
        return;
    }
    for (const Index other : m_plan->row(m_problem->lane(LaneKind::venue, venue), day)) {
        if (!timetables.is_known(other)) {
            block(other, m_plan->interval(other), between, between);
        }
    }
    for (const auto& [other, to] : timetables.elsewhere()) {
        if (to.venue == venue && m_problem->calendar.day_of(to.start) == day &&
            !timetables.is_in_a_row(other)) {
            block(other, {to.start, to.start + m_problem->session(other).duration}, between,
                  between);
        }
    }
}

void Gaps::look(const Timetables& timetables, const Slots::VenueDay& at)
{
    find_blockers(timetables, at);
    const std::span<const StartWord> bits = m_slots->bits(at);
    m_starts = StartSet(bits.size());
    for (std::size_t word = 0; word < bits.size(); ++word) {
        StartWord free = bits[word];
        for (const Blocker& each : m_blockers) {
            free &= ~StartSet::bits_of_range(word, each.begin, each.end);
        }
        m_starts.words()[word] = free;
    }
}

void Gaps::look_blocked(const Timetables& timetables, const Slots::VenueDay& at,
                        const Movable& movable)
{
    find_blockers(timetables, at);
    const std::span<const StartWord> bits = m_slots->bits(at);
    m_starts = StartSet(bits.size());
    for (std::size_t word = 0; word < bits.size(); ++word) {
        StartWord free = bits[word];
        StartWord once = 0;
        for (const auto& [other, begin, end] : m_blockers) {
            // What is blocked a second time is blocked by several; what may not go, for good.
            const StartWord taken = StartSet::bits_of_range(word, begin, end);
            const bool may_go = movable.has(other) && !timetables.is_elsewhere(other);
            once = (once & ~taken) | (may_go ? free & taken : 0);
            free &= ~taken;
        }
        m_starts.words()[word] = once;
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
