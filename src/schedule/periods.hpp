/// \file
/// Times as people write them for a plan: opening hours, absences, windows.

#pragma once

#include "schedule/calendar.hpp"

#include <optional>
#include <string_view>

namespace dostyk::schedule {

/// The intervals of one text within a calendar.
///
/// "09:00-18:00" is so each day on the zone's clock, over midnight where the end is earlier;
/// "24/7" is always; "2026-05-12" and "2026-05-12/2026-05-14" are whole days;
/// "2026-05-12T09:00+05:00/2026-05-12T18:00+05:00" is what it says.
///
/// \return nothing for any other text.
[[nodiscard]] std::optional<Intervals> read_period(const Calendar& calendar, std::string_view zone,
                                                   std::string_view text);

/// "09:00-18:00" as minutes of the day. [min]
[[nodiscard]] std::optional<Interval> read_hours(std::string_view text);

} // namespace dostyk::schedule
