#include "schedule/search/moves/draws.hpp"

namespace dostyk::schedule {

bool find_gap(const MoveContext& context, Index session, Dice& dice, std::vector<Shift>& shifts)
{
    look_around(context, session, {});
    return propose(context, any_gap(context, dice), shifts);
}

} // namespace dostyk::schedule
