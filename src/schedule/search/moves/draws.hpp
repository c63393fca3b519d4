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
[[nodiscard]] inline std::optional<Minute> any_free_start(const std::vector<Gaps::Start>& starts,
                                                          Dice& dice)
{
    const auto is_free = [&](std::size_t i) { return starts[i].blocker == none; };
    const auto is_at_edge = [&](std::size_t i) {
        return i == 0 || i + 1 == starts.size() || !is_free(i - 1) || !is_free(i + 1);
    };
    const bool is_edge_wanted = dice.percent(50);
    const auto counts = [&](std::size_t i) {
        return is_free(i) && (!is_edge_wanted || is_at_edge(i));
    };
    int count = 0;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        count += counts(i) ? 1 : 0;
    }
    int left = count > 0 ? dice.roll(0, count - 1) : 0;
    for (std::size_t i = 0; count > 0 && i < starts.size(); ++i) {
        if (counts(i) && left-- == 0) {
            return starts[i].at;
        }
    }
    return std::nullopt;
}

/// A placement in which nobody stands in the way: some venues and days are looked at. Nothing where
/// none of them has any.
[[nodiscard]] inline std::optional<Placement> any_gap(const MoveContext& context, Index session,
                                                      Dice& dice, std::span<const Shift> elsewhere)
{
    constexpr int tries = 4;
    for (int i = 0; i < tries; ++i) {
        const Slots::AtVenue& at = dice.pick(context.slots.of(session));
        // A day with many starts is drawn more often than one with few.
        const Index day = context.problem.calendar.day_of(dice.pick(at.starts));
        context.gaps.look(context.problem, context.plan, context.slots, session, at.venue, day,
                          elsewhere);
        if (const auto start = any_free_start(context.gaps.starts(), dice)) {
            return Placement{*start, at.venue};
        }
    }
    return std::nullopt;
}

} // namespace dostyk::schedule
