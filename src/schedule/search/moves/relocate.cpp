#include "schedule/search/moves/draws.hpp"

namespace dostyk::schedule {

bool relocate(const MoveContext& context, Index session, Dice& dice, std::vector<Shift>& shifts)
{
    shifts = {{session, any_slot(context, session, dice)}};
    return shifts.front().to != context.plan[session];
}

} // namespace dostyk::schedule
