/// \file
/// What several moves draw.

#pragma once

#include "schedule/search/move.hpp"

#include <algorithm>
#include <optional>

namespace dostyk::schedule {

/// Any placement of a session that has slots.
[[nodiscard]] inline Placement any_slot(const MoveContext& context, Index session, Dice& dice)
{
    const Slots::AtVenue& at = dice.pick(context.slots.of(session));
    return {dice.pick(at.starts), at.venue};
}

/// The first start of a session at a venue that is not before a minute, on the same day or the
/// next; nothing where there is none.
[[nodiscard]] inline std::optional<Minute> first_start(const MoveContext& context, Index session,
                                                       Index venue, Minute least)
{
    constexpr Minute day_min = 24 * 60;
    const std::span<const Minute> starts = context.slots.starts(session, venue);
    const auto found = std::lower_bound(starts.begin(), starts.end(), least);
    return found != starts.end() && *found < least + day_min ? std::optional(*found) : std::nullopt;
}

/// A start that nothing stands in the way of, half the time at the edge of a gap: what is held one
/// after the other leaves nobody waiting.
[[nodiscard]] inline std::optional<std::size_t> any_free_start(Gaps& gaps, Dice& dice)
{
    const StartSet& starts = dice.percent(50) ? gaps.edges() : gaps.free();
    const int count = starts.count();
    return count > 0 ? std::optional(starts.nth(dice.roll(0, count - 1))) : std::nullopt;
}

/// A venue of a session, and a day.
struct VenueDay {
    Index venue = none;
    Index day = 0;
};

/// Where a session could go: mostly to a city in which others of those who are required have
/// something on that day, anywhere now and then.
[[nodiscard]] VenueDay any_venue_day(const MoveContext& context, Index session, Dice& dice);

/// A placement in which nobody stands in the way: some venues and days are looked at. Nothing where
/// none of them has any.
[[nodiscard]] inline std::optional<Placement> any_gap(const MoveContext& context, Index session,
                                                      Dice& dice, std::span<const Shift> elsewhere)
{
    constexpr int tries = 4;
    for (int i = 0; i < tries; ++i) {
        const auto [venue, day] = any_venue_day(context, session, dice);
        context.gaps.look(context.problem, context.plan, context.slots, session, venue, day,
                          elsewhere);
        if (const auto start = any_free_start(context.gaps, dice)) {
            return Placement{context.slots.grid(day).at(*start), venue};
        }
    }
    return std::nullopt;
}

} // namespace dostyk::schedule
