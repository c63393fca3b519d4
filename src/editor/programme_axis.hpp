/// \file
/// The time axis of a programme: days at full length, nights short, and the clocks of its venues.

#pragma once

#include "editor/programme.hpp"
#include "editor/timeline.hpp"

#include <string>
#include <vector>

namespace dostyk::editor {

/// A clock that some venue has.
struct VenueClock {
    std::string zone;
    std::string offset;                  ///< "UTC+5", on the first day
    std::vector<schedule::Index> cities; ///< Where it counts
    std::vector<schedule::Minute> shift; ///< (days) How far it is ahead of the meeting's. [min]
};

/// A mark of an axis.
struct AxisTick {
    schedule::Minute at = 0;
    std::string text; ///< "09:00", as the clock shows it
};

/// From minutes of a plan to places along an axis and back. A place is a minute of the day; of a
/// night six minutes, since nothing happens.
class ProgrammeAxis {
public:
    ProgrammeAxis() = default;
    explicit ProgrammeAxis(const PlannedMeeting& meeting);

    /// From where to where there is something to show. [places]
    [[nodiscard]] TimeSpan whole() const noexcept;
    [[nodiscard]] double place_of(schedule::Minute minute) const noexcept;
    [[nodiscard]] schedule::Minute minute_at(double place) const noexcept;

    /// The waking hours of each day. (days)
    [[nodiscard]] const std::vector<schedule::Interval>& days() const noexcept { return m_days; }
    /// Every clock that venues have, the meeting's own first.
    [[nodiscard]] const std::vector<VenueClock>& clocks() const noexcept { return m_clocks; }

    /// Full hours, or less or more, that a clock shows in the waking hours of a stretch.
    ///
    /// \param apart  Least distance of two marks [places]
    [[nodiscard]] std::vector<AxisTick> ticks(const PlannedMeeting& meeting,
                                              const VenueClock& clock, TimeSpan shown,
                                              double apart) const;

private:
    std::vector<schedule::Interval> m_days;
    std::vector<double> m_places; ///< (days) of their beginnings
    std::vector<VenueClock> m_clocks;
};

} // namespace dostyk::editor
