#include "schedule/search/moves/draws.hpp"

namespace dostyk::schedule {

std::optional<Placement> any_gap(const MoveContext& context, Index session, Dice& dice,
                                 std::span<const Shift> elsewhere)
{
    constexpr int looks = 14;
    auto& [gaps, legs, venue_days] = context.room;
    venue_days.look(context.problem, context.plan, context.slots, session);
    legs.look(context.plan, session, elsewhere);
    HeatBath<Placement> bath(context.heat, dice);
    for (int i = 0; i < looks; ++i) {
        const auto [venue, day] = venue_days.draw(dice);
        gaps.look(context.problem, context.plan, context.slots, session, venue, day, elsewhere);
        gaps.edges().for_each([&, venue = venue, day = day](std::size_t start) {
            const Placement to{context.slots.grid(day).at(start), venue};
            if (to != context.plan[session]) {
                bath.offer(to, legs.cost(to, day));
            }
        });
    }
    return bath.drawn();
}

} // namespace dostyk::schedule
