#include "schedule/search/moves/draws.hpp"

namespace dostyk::schedule {

bool change_venue(const MoveContext& context, Index session, Dice& dice, std::vector<Shift>& shifts)
{
    const Placement now = context.plan[session];
    if (!now.is_placed()) {
        return false;
    }
    const Index day = context.plan.held(session).day;
    const DayGrid& grid = context.slots.grid(day);
    const std::size_t start = grid.from(now.start);
    if (grid.at(start) != now.start) {
        return false; // by hand it may begin at any minute
    }
    MoveRoom& room = context.room;
    look_around(context, session, {});
    HeatBath<Gap> bath(room.weights, dice);
    for (const Slots::CityDay& each : context.slots.city_days(session)) {
        if (each.day != day) {
            continue;
        }
        for (const Slots::VenueDay& at : each.venues) {
            room.gaps.look(room.timetables, at);
            const Placement to{now.start, at.venue};
            if (to != now && room.gaps.starts().has(start)) {
                const std::int64_t cost = room.costs.cost(room.timetables, to, day);
                bath.offer({to, cost}, cost);
            }
        }
    }
    return propose(context, bath.drawn(), shifts);
}

} // namespace dostyk::schedule
