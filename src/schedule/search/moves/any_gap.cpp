#include "schedule/search/moves/draws.hpp"

namespace dostyk::schedule {

std::optional<Placement> any_gap(const MoveContext& context, Index session, Dice& dice,
                                 std::span<const Shift> elsewhere)
{
    constexpr int looks = 14;
    HeatBath<Placement> bath(context.heat, dice);
    look_around(context, session, elsewhere, looks, dice, [&](Index venue, Index day) {
        context.room.gaps.edges().for_each([&](std::size_t start) {
            const Placement to{context.slots.grid(day).at(start), venue};
            if (to != context.plan[session]) {
                bath.offer(to, context.room.legs.cost(to, day));
            }
        });
    });
    return bath.drawn();
}

} // namespace dostyk::schedule
