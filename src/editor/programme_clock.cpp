#include "editor/programme_clock.hpp"

#include <algorithm>
#include <cmath>

namespace dostyk::editor {

namespace {

/// Passed over when it is longer, and so much of it is shown before something begins. [min]
constexpr double longest_quiet = 30;
constexpr double lead = 10;
/// A change that is so near is where one stands already. [min]
constexpr double near = 0.01;

} // namespace

void ProgrammeClock::set_range(schedule::Interval whole, schedule::Minute first) noexcept
{
    const bool had_range = has_range();
    m_whole = whole;
    m_first = first;
    if (!had_range || m_minute < whole.begin || m_minute > whole.end) {
        set_minute(first);
    }
    m_is_playing = m_is_playing && has_range();
}

void ProgrammeClock::set_minute(double minute) noexcept
{
    m_minute = std::clamp<double>(minute, m_whole.begin, std::max(m_whole.begin, m_whole.end));
}

void ProgrammeClock::step(std::span<const double> changes, int by) noexcept
{
    double to = by > 0 ? m_whole.end : m_whole.begin;
    for (const double change : changes) {
        if (by > 0 && change > m_minute + near) {
            to = std::min(to, change);
        } else if (by < 0 && change < m_minute - near) {
            to = std::max(to, change);
        }
    }
    set_minute(to);
}

void ProgrammeClock::play_or_stop() noexcept
{
    m_is_playing = !m_is_playing && has_range();
    if (m_is_playing && m_minute >= m_whole.end) {
        set_minute(m_first);
    }
}

void ProgrammeClock::advance(double seconds, const std::function<double(double)>& busy_from)
{
    if (!m_is_playing) {
        return;
    }
    const double busy = busy_from(m_minute);
    if (std::isfinite(busy) && busy - m_minute > longest_quiet) {
        set_minute(busy - lead);
    } else {
        set_minute(m_minute + seconds * speed());
    }
    // After the last thing there is nothing to see.
    m_is_playing = m_minute < m_whole.end && std::isfinite(busy);
}

} // namespace dostyk::editor
