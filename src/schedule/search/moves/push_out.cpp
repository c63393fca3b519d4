#include "schedule/search/moves/draws.hpp"

namespace dostyk::schedule {

namespace {

/// A placement that one session alone stands in the way of.
struct Blocked {
    Placement to;
    Index blocker = none;
};

/// Such a placement whose blocker may be moved and has not been yet, the likelier the less it would
/// have people travel and wait were the blocker gone.
std::optional<Blocked> any_blocked(const MoveContext& context, const std::vector<Shift>& shifts,
                                   Index session, Dice& dice)
{
    constexpr int looks = 10;
    constexpr int between_edges = 3;
    Gaps& gaps = context.room.gaps;
    LegCosts& legs = context.room.legs;
    HeatBath<Blocked> bath(context.heat, dice);
    look_around(context, session, shifts, looks, dice, [&](Index venue, Index day) {
        gaps.keep_blocked([&](Index each) {
            return context.is_movable(each) && each != session &&
                   std::none_of(shifts.begin(), shifts.end(),
                                [&](const Shift& shift) { return shift.session == each; });
        });
        const StartSet& starts = gaps.blocked();
        const int count = starts.count();
        if (count == 0) {
            return;
        }
        const auto offer = [&](std::size_t start) {
            const Blocked blocked{{context.slots.grid(day).at(start), venue}, gaps.blocker(start)};
            bath.offer(blocked, legs.cost(blocked.to, day, blocked.blocker));
        };
        StartSet edges = starts;
        edges.keep_edges();
        edges.for_each(offer);
        for (int k = 0; k < between_edges; ++k) {
            offer(starts.nth(dice.below(count)));
        }
    });
    return bath.drawn();
}

} // namespace

bool push_out(const MoveContext& context, Index session, Dice& dice, std::vector<Shift>& shifts)
{
    constexpr std::size_t longest_chain = 4;
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
        const std::optional<Blocked> blocked = any_blocked(context, shifts, next, dice);
        if (!blocked) {
            return false;
        }
        shifts.push_back({next, blocked->to});
        next = blocked->blocker;
    }
    return false;
}

} // namespace dostyk::schedule
