#include "schedule/search/moves/draws.hpp"

namespace dostyk::schedule {

bool change_venue(const MoveContext& context, Index session, Dice& dice, std::vector<Shift>& shifts)
{
    const Placement now = context.plan[session];
    const Placement to{now.start, dice.pick(context.slots.of(session)).venue};
    shifts = {{session, to}};
    return now.is_placed() && to.venue != now.venue && context.slots.has(session, to);
}

} // namespace dostyk::schedule
