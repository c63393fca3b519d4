#include "schedule/search/moves/draws.hpp"

namespace dostyk::schedule {

bool find_gap(const MoveContext& context, Index session, Dice& dice, std::vector<Shift>& shifts)
{
    const auto to = any_gap(context, session, dice, {});
    if (!to) {
        return false;
    }
    shifts = {{session, *to}};
    return true;
}

} // namespace dostyk::schedule
