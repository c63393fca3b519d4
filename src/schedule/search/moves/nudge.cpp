#include "schedule/search/moves/draws.hpp"

namespace dostyk::schedule {

bool nudge(const MoveContext& context, Index session, Dice& dice, std::vector<Shift>& shifts)
{
    constexpr int furthest = 4; // [grains]
    const Placement now = context.plan[session];
    if (!now.is_placed()) {
        return false;
    }
    const int by = dice.roll(1, furthest) * (dice.percent(50) ? 1 : -1);
    const Placement to{now.start + by * context.problem.book.customs.grain_min, now.venue};
    shifts = {{session, to}};
    return context.slots.has(session, to);
}

} // namespace dostyk::schedule
