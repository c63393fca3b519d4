#include "schedule/search/moves/draws.hpp"

namespace dostyk::schedule {

bool join_neighbour(const MoveContext& context, Index session, Dice& dice,
                    std::vector<Shift>& shifts)
{
    const Problem& problem = context.problem;
    const Session& self = problem.session(session);
    if (self.required.empty()) {
        return false;
    }
    const Index lane = problem.lane(LaneKind::attendee, dice.pick(self.required));
    const std::span<const Index> row =
        context.plan.row(lane, dice.roll(0, problem.day_count() - 1));
    if (row.empty()) {
        return false;
    }
    const Index other =
        row[static_cast<std::size_t>(dice.roll(0, static_cast<int>(row.size()) - 1))];
    const Index venue = dice.pick(context.slots.of(session)).venue;
    if (other == session || problem.venue(venue).city != context.plan.city(other)) {
        return false;
    }
    const Interval held = context.plan.interval(other);
    const TravelTable& travel = problem.travel;
    const bool is_after = dice.percent(50);
    const Index at = context.plan.venue(other);
    const Minute least = is_after ? held.end + travel.usual(at, venue)
                                  : held.begin - travel.usual(venue, at) - self.duration;
    if (is_after) {
        const auto start = first_start(context, session, venue, least);
        if (!start) {
            return false;
        }
        shifts = {{session, {*start, venue}}};
    } else {
        const std::span<const Minute> starts = context.slots.starts(session, venue);
        const auto next = std::upper_bound(starts.begin(), starts.end(), least);
        if (next == starts.begin()) {
            return false;
        }
        shifts = {{session, {*std::prev(next), venue}}};
    }
    return shifts.front().to != context.plan[session];
}

} // namespace dostyk::schedule
