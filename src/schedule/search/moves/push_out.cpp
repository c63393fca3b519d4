#include "schedule/search/moves/draws.hpp"

namespace dostyk::schedule {

namespace {

/// A placement that one session alone stands in the way of.
struct Blocked {
    Placement to;
    Index blocker = none;
    std::int64_t cost = 0; ///< Were the blocker gone.
};

/// Such a placement of the session that is looked at whose blocker may be moved and has not been
/// yet, the likelier the less it would cost.
std::optional<Blocked> any_blocked(const MoveContext& context, Dice& dice)
{
    constexpr int looks = 10;
    constexpr int between_edges = 3;
    Gaps& gaps = context.room.gaps;
    const Timetables& timetables = context.room.timetables;
    HeatBath<Blocked> bath(context.room.weights, dice);
    for (int i = 0; i < looks; ++i) {
        const Slots::VenueDay& at = context.room.venue_days.draw(dice);
        gaps.look_blocked(timetables, at, context.movable);
        const StartSet& starts = gaps.starts();
        const int count = starts.count();
        if (count == 0) {
            continue;
        }
        const auto offer = [&](std::size_t start) {
            const Placement to{context.slots.grid(at.day).at(start), at.venue};
            const Index blocker = gaps.blocker(start);
            const std::int64_t cost = context.room.costs.cost(timetables, to, at.day, blocker);
            bath.offer({to, blocker, cost}, cost);
        };
        gaps.edges().for_each(offer);
        for (int k = 0; k < between_edges; ++k) {
            offer(starts.nth(dice.below(count)));
        }
    }
    return bath.drawn();
}

} // namespace

bool push_out(const MoveContext& context, Index session, Dice& dice, std::vector<Shift>& shifts)
{
    constexpr std::size_t longest_chain = 4;
    shifts.clear();
    Index next = session;
    std::int64_t added = 0;
    while (shifts.size() < longest_chain) {
        look_around(context, next, shifts);
        // It came to its place before that was taken from it.
        added -= cost_now(context, shifts.empty() ? none : shifts.back().session);
        if (context.is_hopeless(added)) {
            return false;
        }
        if (!shifts.empty()) {
            // Whoever was pushed out goes where nobody is, if there is such a place.
            if (const auto gap = any_gap(context, dice)) {
                shifts.push_back({next, gap->to});
                return !context.is_hopeless(added + gap->cost);
            }
        }
        const std::optional<Blocked> blocked = any_blocked(context, dice);
        if (!blocked) {
            return false;
        }
        added += blocked->cost;
        shifts.push_back({next, blocked->to});
        next = blocked->blocker;
    }
    return false;
}

} // namespace dostyk::schedule
