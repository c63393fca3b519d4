#include "schedule/free_busy.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

namespace dostyk::schedule {

namespace {

/// The sessions that somebody comes from and goes to; none where there is none within a day.
struct Neighbours {
    Index before = none;
    Index after = none;
};

Neighbours neighbours_of(const Problem& problem, const Plan& plan, Index attendee, Minute start)
{
    const Index lane = problem.lane(LaneKind::attendee, attendee);
    const Index day = problem.calendar.day_of(start);
    const auto row = plan.row(lane, day);
    // One that begins at the same minute overlaps, whichever side it is put on.
    const auto later =
        std::find_if(row.begin(), row.end(), [&](Index each) { return plan[each].start > start; });
    Neighbours found;
    found.after = later != row.end() ? *later : plan.first_after(lane, day);
    if (later != row.begin()) {
        found.before = *(later - 1);
    } else if (day > 0 && !plan.row(lane, day - 1).empty()) {
        found.before = plan.row(lane, day - 1).back();
    }
    return found;
}

bool is_reached(const Problem& problem, Interval from, Index from_venue, Interval to,
                Index to_venue)
{
    const Minute usual = problem.travel.usual(from_venue, to_venue);
    const Minute then = problem.travel.leaving_at(from_venue, to_venue, from.end);
    return to.begin - from.end >= std::max(usual, then);
}

/// What a way costs somebody who comes from one session and goes to another. [min]
Minute detour(const Problem& problem, const Plan& plan, const Neighbours& beside, Index venue)
{
    const Minute to =
        beside.before != none ? problem.travel.usual(plan.venue(beside.before), venue) : 0;
    const Minute from =
        beside.after != none ? problem.travel.usual(venue, plan.venue(beside.after)) : 0;
    return to + from;
}

bool overlaps_any(const Plan& plan, std::span<const Index> row, Interval held)
{
    return std::any_of(row.begin(), row.end(),
                       [&](Index each) { return overlap(plan.interval(each), held) > 0; });
}

/// Somebody's time, as it is taken: sessions, and the ways to them as late as they can be begun.
struct Taken {
    Intervals sessions;
    Intervals ways;
};

Taken taken_by(const Problem& problem, const Plan& plan, Index attendee)
{
    Taken taken;
    const Index lane = problem.lane(LaneKind::attendee, attendee);
    for (Index day = 0; day < problem.day_count(); ++day) {
        for (const Index session : plan.row(lane, day)) {
            const Interval held = plan.interval(session);
            taken.sessions.push_back(held);
            const Index before = neighbours_of(problem, plan, attendee, held.begin - 1).before;
            if (before != none) {
                const Minute way = plan.travel(before, session);
                taken.ways.push_back(
                    {std::max(plan.interval(before).end, held.begin - way), held.begin});
            }
        }
    }
    return {united(std::move(taken.sessions)), united(std::move(taken.ways))};
}

Occupation occupation(const Attendee& attendee, const Taken& taken, Interval column)
{
    const auto touches = [&](const Intervals& intervals) {
        return outside(column, intervals) < length(column);
    };
    return touches(taken.sessions)                   ? Occupation::session
           : outside(column, attendee.available) > 0 ? Occupation::away
           : touches(taken.ways)                     ? Occupation::way
                                                     : Occupation::free;
}

/// The venue that costs them the least; nothing where they cannot meet then.
std::optional<Index> best_venue(const Problem& problem, const Plan& plan,
                                const Encounter& encounter, std::span<const Index> venues,
                                Minute start)
{
    std::optional<Index> best;
    Minute least = 0;
    for (const Index venue : venues) {
        const Placement there{start, venue};
        const bool can =
            has_room(problem, plan, there, encounter.duration) &&
            std::all_of(encounter.attendees.begin(), encounter.attendees.end(), [&](Index each) {
                return is_free(problem, plan, each, there, encounter.duration);
            });
        if (!can) {
            continue;
        }
        Minute cost = 0;
        for (const Index each : encounter.attendees) {
            cost += detour(problem, plan, neighbours_of(problem, plan, each, start), venue);
        }
        if (!best || cost < least) {
            best = venue;
            least = cost;
        }
    }
    return best;
}

} // namespace

FreeBusy make_free_busy(const Problem& problem, const Plan& plan, Minute step)
{
    FreeBusy made;
    for (const Interval& hours : problem.hours) {
        for (Minute begin = hours.begin; begin < hours.end; begin += step) {
            made.columns.push_back({begin, std::min(begin + step, hours.end)});
        }
    }
    for (std::size_t i = 0; i < problem.attendees.size(); ++i) {
        const Taken taken = taken_by(problem, plan, static_cast<Index>(i));
        for (const Interval& column : made.columns) {
            made.cells.push_back(occupation(problem.attendees[i], taken, column));
        }
    }
    return made;
}

bool is_free(const Problem& problem, const Plan& plan, Index attendee, Placement there,
             Minute duration)
{
    const Interval held{there.start, there.start + duration};
    const Index lane = problem.lane(LaneKind::attendee, attendee);
    const Index day = problem.calendar.day_of(there.start);
    if (outside(held, problem.attendee(attendee).available) > 0 ||
        overlaps_any(plan, plan.row(lane, day), held)) {
        return false;
    }
    const Neighbours beside = neighbours_of(problem, plan, attendee, there.start);
    return (beside.before == none || is_reached(problem, plan.interval(beside.before),
                                                plan.venue(beside.before), held, there.venue)) &&
           (beside.after == none ||
            is_reached(problem, held, there.venue, plan.interval(beside.after),
                       plan.venue(beside.after)));
}

bool has_room(const Problem& problem, const Plan& plan, Placement there, Minute duration)
{
    const Venue& venue = problem.venue(there.venue);
    const Interval held{there.start, there.start + duration};
    if (outside(held, venue.open) > 0) {
        return false;
    }
    const auto with_setup = [&](Interval interval) {
        return Interval{interval.begin - venue.setup, interval.end + venue.teardown};
    };
    const Interval self = with_setup(held);
    const auto row =
        plan.row(problem.lane(LaneKind::venue, there.venue), problem.calendar.day_of(there.start));
    // As many as ever are there at a time are there when one of them begins.
    const auto others_at = [&](Minute minute) {
        return std::count_if(row.begin(), row.end(), [&](Index each) {
            return overlap(with_setup(plan.interval(each)), {minute, minute + 1}) > 0;
        });
    };
    std::vector<Minute> begins{self.begin};
    for (const Index each : row) {
        const Minute begin = with_setup(plan.interval(each)).begin;
        if (begin > self.begin && begin < self.end) {
            begins.push_back(begin);
        }
    }
    return std::all_of(begins.begin(), begins.end(),
                       [&](Minute begin) { return others_at(begin) < venue.parallel; });
}

std::vector<Placement> find_common_slots(const Problem& problem, const Plan& plan,
                                         const Encounter& encounter, std::size_t most)
{
    std::vector<Index> venues = encounter.venues;
    if (venues.empty()) {
        venues.resize(problem.venues.size());
        std::iota(venues.begin(), venues.end(), 0);
    }
    std::vector<Placement> slots;
    for (const Interval& hours : problem.hours) {
        const Minute last = hours.end - encounter.duration;
        for (Minute start = hours.begin; start <= last && slots.size() < most;
             start += problem.book.customs.grain_min) {
            if (const auto venue = best_venue(problem, plan, encounter, venues, start)) {
                slots.push_back({start, *venue});
            }
        }
    }
    return slots;
}

} // namespace dostyk::schedule
