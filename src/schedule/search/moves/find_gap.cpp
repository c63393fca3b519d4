#include "schedule/search/moves/draws.hpp"

namespace dostyk::schedule {

bool find_gap(const MoveContext& context, Index session, Dice& dice, std::vector<Shift>& shifts)
{
    look_around(context, session, {});
    const auto gap = any_gap(context, dice);
    if (!gap || context.is_hopeless(gap->cost - cost_now(context))) {
        return false;
    }
    shifts = {{session, gap->to}};
    return true;
}

} // namespace dostyk::schedule
