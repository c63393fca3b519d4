#include "schedule/search/moves/draws.hpp"

namespace dostyk::schedule {

bool swap_sessions(const MoveContext& context, Index session, Dice& dice,
                   std::vector<Shift>& shifts)
{
    const Index other = dice.pick(context.movable.all());
    const Placement here = context.plan[session];
    const Placement there = context.plan[other];
    shifts = {{session, there}, {other, here}};
    return other != session && here != there && here.is_placed() && there.is_placed() &&
           context.slots.has(session, there) && context.slots.has(other, here);
}

} // namespace dostyk::schedule
