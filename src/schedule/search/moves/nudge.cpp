#include "schedule/search/moves/draws.hpp"

#include <cstdlib>

namespace dostyk::schedule {

bool nudge(const MoveContext& context, Index session, Dice& dice, std::vector<Shift>& shifts)
{
    constexpr Minute furthest = 4; // [grains]
    const Placement now = context.plan[session];
    const Index day = now.is_placed() ? context.plan.held(session).day : none;
    const Slots::VenueDay* at = context.slots.find(session, now.venue, day);
    if (at == nullptr) {
        return false;
    }
    MoveRoom& room = context.room;
    look_around(context, session, {});
    room.gaps.look(room.timetables, *at);
    HeatBath<Gap> bath(room.weights, dice);
    const Minute reach = furthest * context.problem.book.customs.grain_min;
    room.gaps.starts().for_each([&](std::size_t start) {
        const Placement to{context.slots.grid(day).at(start), now.venue};
        if (to.start != now.start && std::abs(to.start - now.start) <= reach) {
            const std::int64_t cost = room.costs.cost(room.timetables, to, day);
            bath.offer({to, cost}, cost);
        }
    });
    return propose(context, bath.drawn(), shifts);
}

} // namespace dostyk::schedule
