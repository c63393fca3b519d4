/// \file
/// What several moves draw.

#pragma once

#include "schedule/search/move.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>

namespace dostyk::schedule {

/// Any placement of a session that has slots.
[[nodiscard]] inline Placement any_slot(const MoveContext& context, Index session, Dice& dice)
{
    const Slots::AtVenue& at = dice.pick(context.slots.of(session));
    return {dice.pick(at.starts), at.venue};
}

/// One of several, each as likely as exp(-cost / heat): the least of cost - heat * Gumbel, which
/// is drawn for each (Gumbel-max).
template <typename T>
class HeatBath {
public:
    HeatBath(double heat, Dice& dice) : m_heat(heat), m_dice(&dice) {}

    void offer(const T& each, std::int64_t cost)
    {
        const double exponential = -std::log(1.0 - m_dice->share());
        const double key =
            static_cast<double>(cost) + m_heat * std::log(std::max(exponential, least));
        if (key < m_key) {
            m_key = key;
            m_drawn = each;
        }
    }
    /// Nothing where nothing was offered.
    [[nodiscard]] std::optional<T> drawn() const
    {
        return m_key < none_yet ? std::optional(m_drawn) : std::nullopt;
    }

private:
    static constexpr double least = 1e-300;
    static constexpr double none_yet = std::numeric_limits<double>::infinity();

    double m_heat;
    Dice* m_dice;
    T m_drawn{};
    double m_key = none_yet;
};

/// Look so many times at a venue and day at which a session could be held: `offer(venue, day)` is
/// called with the gaps there, and may ask for costs of legs.
///
/// \param elsewhere  Sessions that are looked at as if they had been moved already.
template <typename Offer>
void look_around(const MoveContext& context, Index session, std::span<const Shift> elsewhere,
                 int looks, Dice& dice, const Offer& offer)
{
    auto& [gaps, legs, venue_days] = context.room;
    venue_days.look(context.problem, context.plan, context.slots, session);
    legs.look(context.plan, session, elsewhere);
    for (int i = 0; i < looks; ++i) {
        const auto [venue, day] = venue_days.draw(dice);
        gaps.look(context.problem, context.plan, context.slots, session, venue, day, elsewhere);
        offer(venue, day);
    }
}

/// A placement other than the present one in which nobody stands in the way: at the edges of gaps,
/// since what is held one after the other leaves nobody waiting, and the likelier the less it
/// would have people travel and wait. Some venues and days are looked at; nothing where none of
/// them has any.
[[nodiscard]] std::optional<Placement> any_gap(const MoveContext& context, Index session,
                                               Dice& dice, std::span<const Shift> elsewhere);

} // namespace dostyk::schedule
