/// \file
/// The minute of a meeting that is shown, and how it runs when somebody plays it.

#pragma once

#include "schedule/interval.hpp"

#include <array>
#include <cstddef>
#include <functional>
#include <span>

namespace dostyk::editor {

/// Which minute it is. Without a range, of a meeting that nobody has, it is none and does not run.
class ProgrammeClock {
public:
    /// Minutes of the programme in a second of playing, the slowest first.
    static constexpr std::array<int, 5> speeds{1, 5, 15, 30, 60};

    /// Let it show the days of a meeting.
    ///
    /// \param first  What it shows at first, and again where it shows what is not in the range.
    void set_range(schedule::Interval whole, schedule::Minute first) noexcept;
    [[nodiscard]] bool has_range() const noexcept { return length(m_whole) > 0; }
    [[nodiscard]] schedule::Interval range() const noexcept { return m_whole; }

    /// Of the meeting's calendar, with its fraction. \pre has_range()
    [[nodiscard]] double minute() const noexcept { return m_minute; }
    /// The nearest one in the range.
    void set_minute(double minute) noexcept;
    /// To the next change, or the one before; to the range's end behind the last one.
    void step(std::span<const double> changes, int by) noexcept;

    [[nodiscard]] bool is_playing() const noexcept { return m_is_playing; }
    /// From the end it plays from the beginning.
    void play_or_stop() noexcept;
    void stop() noexcept { m_is_playing = false; }
    /// Run on. What is quiet for long is passed over; at the end it stops.
    ///
    /// \param busy_from  As Itineraries have it.
    void advance(double seconds, const std::function<double(double)>& busy_from);

    [[nodiscard]] int speed() const noexcept { return speeds[m_speed]; }
    /// A faster one; behind the fastest comes the slowest.
    void next_speed() noexcept { m_speed = (m_speed + 1) % speeds.size(); }

private:
    schedule::Interval m_whole;
    schedule::Minute m_first = 0;
    double m_minute = 0;
    std::size_t m_speed = 2;
    bool m_is_playing = false;
};

} // namespace dostyk::editor
