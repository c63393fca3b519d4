/// \file
/// What several moves draw.

#pragma once

#include "schedule/search/move.hpp"

#include <optional>

namespace dostyk::schedule {

/// Any placement of a session that has slots.
[[nodiscard]] inline Placement any_slot(const MoveContext& context, Index session, Dice& dice)
{
    const Slots::AtVenue& at = dice.pick(context.slots.of(session));
    return {dice.pick(at.starts), at.venue};
}

/// From now on the room of the context is that of one session.
///
/// \param elsewhere  Sessions that are looked at as if they had been moved already.
inline void look_around(const MoveContext& context, Index session, std::span<const Shift> elsewhere)
{
    context.room.timetables.look(context.plan, session, elsewhere);
    context.room.venue_days.look(context.slots, context.room.timetables);
}

/// What the session that is looked at costs where it is; nothing where it is nowhere.
///
/// \param without  A session of that day that is looked at as if it were nowhere.
[[nodiscard]] inline std::int64_t cost_now(const MoveContext& context, Index without = none)
{
    const Timetables& timetables = context.room.timetables;
    const Placement& now = context.plan[timetables.session()];
    return now.is_placed()
               ? context.room.costs.cost(timetables, now,
                                         context.plan.held(timetables.session()).day, without)
               : 0;
}

/// A placement in which nobody stands in the way.
struct Gap {
    Placement to;
    std::int64_t cost = 0;
};

/// Such a placement of the session that is looked at, other than the present one: at the edges of
/// gaps, since what is held one after the other leaves nobody waiting, and the likelier the less it
/// would cost. Some venues and days are looked at; nothing where none of them has any.
[[nodiscard]] std::optional<Gap> any_gap(const MoveContext& context, Dice& dice);

/// Move the session that is looked at to what was drawn, if anything was, and is worth a count.
[[nodiscard]] inline bool propose(const MoveContext& context, const std::optional<Gap>& drawn,
                                  std::vector<Shift>& shifts)
{
    if (!drawn || context.is_hopeless(drawn->cost - cost_now(context))) {
        return false;
    }
    shifts = {{context.room.timetables.session(), drawn->to}};
    return true;
}

} // namespace dostyk::schedule
