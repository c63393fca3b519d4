#include "schedule/search/moves/draws.hpp"

namespace dostyk::schedule {

bool change_time(const MoveContext& context, Index session, Dice& dice, std::vector<Shift>& shifts)
{
    const Placement now = context.plan[session];
    const std::span<const Minute> starts = context.slots.starts(session, now.venue);
    if (!now.is_placed() || starts.size() < 2) {
        return false;
    }
    const Minute start =
        starts[static_cast<std::size_t>(dice.roll(0, static_cast<int>(starts.size()) - 1))];
    shifts = {{session, {start, now.venue}}};
    return start != now.start;
}

} // namespace dostyk::schedule
