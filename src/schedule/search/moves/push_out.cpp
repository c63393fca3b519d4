#include "schedule/search/moves/draws.hpp"

namespace dostyk::schedule {

bool push_out(const MoveContext& context, Index session, Dice& dice, std::vector<Shift>& shifts)
{
    const Slots::AtVenue& at = dice.pick(context.slots.of(session));
    context.gaps.look(context.problem, context.plan, context.slots, session, at.venue,
                      context.problem.calendar.day_of(dice.pick(at.starts)));
    // The one that is in the way of one start, taken at random.
    std::vector<Gaps::Start> starts = context.gaps.starts();
    std::erase_if(starts, [&](const Gaps::Start& each) {
        return each.blocker == none || !context.is_movable(each.blocker);
    });
    if (starts.empty()) {
        return false;
    }
    const Gaps::Start start = dice.pick(starts);
    const Placement here{start.at, at.venue};
    const auto there = any_gap(context, start.blocker, dice, std::pair(session, here));
    if (!there) {
        return false;
    }
    shifts = {{session, here}, {start.blocker, *there}};
    return true;
}

} // namespace dostyk::schedule
