#include "schedule/search/moves/draws.hpp"

namespace dostyk::schedule {

namespace {

/// A start that one session alone stands in the way of, which may be moved and has not been yet.
std::optional<Gaps::Start> any_blocked_start(const MoveContext& context,
                                             const std::vector<Shift>& shifts, Index session,
                                             Dice& dice)
{
    std::vector<Gaps::Start> starts = context.gaps.starts();
    std::erase_if(starts, [&](const Gaps::Start& each) {
        return each.blocker == none || !context.is_movable(each.blocker) ||
               each.blocker == session ||
               std::any_of(shifts.begin(), shifts.end(),
                           [&](const Shift& shift) { return shift.session == each.blocker; });
    });
    return starts.empty() ? std::nullopt : std::optional(dice.pick(starts));
}

} // namespace

bool push_out(const MoveContext& context, Index session, Dice& dice, std::vector<Shift>& shifts)
{
    constexpr std::size_t longest_chain = 4;
    constexpr int tries = 3;
    shifts.clear();
    Index next = session;
    while (shifts.size() < longest_chain) {
        if (!shifts.empty()) {
            // Whoever was pushed out goes where nobody is, if there is such a place.
            if (const auto to = any_gap(context, next, dice, shifts)) {
                shifts.push_back({next, *to});
                return true;
            }
        }
        std::optional<Gaps::Start> start;
        for (int i = 0; i < tries && !start; ++i) {
            const Slots::AtVenue& at = dice.pick(context.slots.of(next));
            context.gaps.look(context.problem, context.plan, context.slots, next, at.venue,
                              context.problem.calendar.day_of(dice.pick(at.starts)), shifts);
            start = any_blocked_start(context, shifts, next, dice);
            if (start) {
                shifts.push_back({next, {start->at, at.venue}});
            }
        }
        if (!start) {
            return false;
        }
        next = start->blocker;
    }
    return false;
}

} // namespace dostyk::schedule
