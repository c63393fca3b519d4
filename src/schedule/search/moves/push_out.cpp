#include "schedule/search/moves/draws.hpp"

namespace dostyk::schedule {

namespace {

/// A start that one session alone stands in the way of, which may be moved and has not been yet.
std::optional<std::size_t> any_blocked_start(const MoveContext& context,
                                             const std::vector<Shift>& shifts, Index session,
                                             Dice& dice)
{
    context.gaps.keep_blocked([&](Index each) {
        return context.is_movable(each) && each != session &&
               std::none_of(shifts.begin(), shifts.end(),
                            [&](const Shift& shift) { return shift.session == each; });
    });
    const int count = context.gaps.blocked().count();
    return count > 0 ? std::optional(context.gaps.blocked().nth(dice.roll(0, count - 1)))
                     : std::nullopt;
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
        std::optional<std::size_t> start;
        for (int i = 0; i < tries && !start; ++i) {
            const auto [venue, day] = any_venue_day(context, next, dice);
            context.gaps.look(context.problem, context.plan, context.slots, next, venue, day,
                              shifts);
            start = any_blocked_start(context, shifts, next, dice);
            if (start) {
                shifts.push_back({next, {context.slots.grid(day).at(*start), venue}});
            }
        }
        if (!start) {
            return false;
        }
        next = context.gaps.blocker(*start);
    }
    return false;
}

} // namespace dostyk::schedule
