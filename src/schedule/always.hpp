/// \file
/// All minutes there are.

#pragma once

#include "schedule/interval.hpp"

#include <limits>

namespace dostyk::schedule {

/// So far from every minute of a calendar that lengths may be added to its ends.
inline constexpr Interval always{std::numeric_limits<Minute>::min() / 4,
                                 std::numeric_limits<Minute>::max() / 4};

} // namespace dostyk::schedule
