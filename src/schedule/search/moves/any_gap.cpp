#include "schedule/search/moves/draws.hpp"

namespace dostyk::schedule {

std::optional<Gap> any_gap(const MoveContext& context, Dice& dice)
{
    constexpr int looks = 14;
    MoveRoom& room = context.room;
    const Placement& now = context.plan[room.timetables.session()];
    HeatBath<Gap> bath(context.room.weights, dice);
    for (int i = 0; i < looks; ++i) {
        const Slots::VenueDay& at = room.venue_days.draw(dice);
        room.gaps.look(room.timetables, at);
        room.gaps.edges().for_each([&](std::size_t start) {
            const Placement to{context.slots.grid(at.day).at(start), at.venue};
            if (to != now) {
                const std::int64_t cost = room.costs.cost(room.timetables, to, at.day);
                bath.offer({to, cost}, cost);
            }
        });
    }
    return bath.drawn();
}

} // namespace dostyk::schedule
