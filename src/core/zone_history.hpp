/// \file
/// When the clocks of a zone were changed, from the system's tz database.

#pragma once

#include "core/time.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk {

/// A time in which a zone's clock keeps the same distance from UTC.
struct ClockPeriod {
    Instant from;                ///< The first one begins where the history does.
    std::chrono::seconds before; ///< Offset from UTC until then; of the first one its own
    std::chrono::seconds offset; ///< Offset from UTC
    bool is_summer_time = false;
    std::string name; ///< "+06", "MSK"
};

/// The periods of a zone between two instants, in order; none where there is no such zone.
///
/// Kazakhstan moved to one zone on 2024-03-01: of Asia/Almaty there are two around that day.
[[nodiscard]] std::vector<ClockPeriod> zone_history(std::string_view zone, Instant from,
                                                    Instant to);

} // namespace dostyk
