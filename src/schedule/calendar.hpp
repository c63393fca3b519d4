/// \file
/// The days of a meeting on its own clock, and the clocks of its venues.

#pragma once

#include "core/result.hpp"
#include "core/time.hpp"
#include "schedule/interval.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dostyk::schedule {

struct Day {
    std::string date; ///< "2026-05-12"
    Interval whole;   ///< From midnight to midnight on the meeting's clock.
};

class Calendar {
public:
    /// The days from the first to the last date, both included.
    ///
    /// \param zone  IANA name: the clock that days are counted by.
    /// \return Error invalid for a zone that does not exist, dates that are none or the wrong way
    ///         round, and for more than a hundred days.
    [[nodiscard]] static Result<Calendar> make(std::string zone, const std::string& first,
                                               const std::string& last);

    [[nodiscard]] const std::vector<Day>& days() const noexcept { return m_days; }
    [[nodiscard]] const std::string& zone() const noexcept { return m_zone; }

    [[nodiscard]] Minute minute_of(Instant instant) const noexcept;
    [[nodiscard]] Instant instant_at(Minute minute) const noexcept;
    /// "2026-05-12T09:00+05:00" on a zone's clock.
    [[nodiscard]] std::string iso_at(Minute minute, std::string_view zone) const;

    /// The day that a minute lies in; the first or the last one for what lies before or after.
    [[nodiscard]] Index day_of(Minute minute) const noexcept;
    /// What a zone's clock is ahead of the meeting's at noon of each day. (days) [min]
    [[nodiscard]] std::vector<Minute> clock_shifts(std::string_view zone) const;

private:
    std::string m_zone;
    Instant m_origin;
    std::vector<Day> m_days;
};

/// The instant at which a zone's clock shows a date and a time of the day; nothing for no such
/// date or zone.
[[nodiscard]] std::optional<Instant> instant_on(std::string_view zone, const std::string& date,
                                                Minute minute_of_day);

} // namespace dostyk::schedule
