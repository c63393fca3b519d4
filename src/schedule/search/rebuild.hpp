/// \file
/// Taking a knot of sessions out of a plan and putting them back in another order: what no change
/// of one or a few sessions disentangles.

#pragma once

#include "schedule/search/move.hpp"

#include <cstdint>

namespace dostyk::schedule {

/// Take a session out, with some that its attendees have on one of its days, and put each back
/// where it costs least of some gaps; the session first.
///
/// All is as it was before where the plan then costs more than `most` (see Scorer::apply_if). Costs
/// as much as a few hundred moves.
bool rebuild(Scorer& scorer, const MoveContext& context, Index session, Dice& dice,
             std::int64_t hard_weight, std::int64_t most);

} // namespace dostyk::schedule
