/// \file
/// What no plan can cost less than, as far as it follows from each session by itself.

#pragma once

#include "schedule/plan.hpp"

#include <cstdint>
#include <optional>

namespace dostyk::schedule {

/// A lower bound of the soft cost of every plan that breaks no hard rule.
///
/// It is the sum over all sessions of the least that the rules about one session (preferred hours,
/// wishes, empty seats, places left, matches not met) cost where it could be by itself. What
/// sessions cost one another is never negative and is left out, so that the bound holds and is
/// seldom reached. It is about plans whose sessions begin on the grid, or when they are pinned, or
/// when `plan` has them begin; what `plan` drops stays dropped. Where the rules that say where a
/// session may be are off, or after some million places, the rest counts nothing.
///
/// \return Nothing where a session has no place at all, so that there is no such plan.
[[nodiscard]] std::optional<std::int64_t> soft_bound(const Problem& problem, const Plan& plan);

} // namespace dostyk::schedule
