#include "app/frame_clock.hpp"

#include "core/process_usage.hpp"

#include <algorithm>

namespace dostyk::app {

void FrameClock::begin(std::string_view phase)
{
    end();
    auto found = std::find_if(m_phases.begin(), m_phases.end(),
                              [&](const ui::PhaseTime& known) { return known.name == phase; });
    if (found == m_phases.end()) {
        m_phases.push_back({std::string(phase), 0, 0});
        found = std::prev(m_phases.end());
    }
    m_running = static_cast<int>(found - m_phases.begin());
    m_cpu_ms = process_cpu_ms();
    m_wall = std::chrono::steady_clock::now();
}

void FrameClock::end()
{
    if (m_running < 0) {
        return;
    }
    ui::PhaseTime& phase = m_phases[static_cast<std::size_t>(m_running)];
    phase.cpu_ms = process_cpu_ms() - m_cpu_ms;
    phase.wall_ms =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - m_wall)
            .count();
    m_running = -1;
}

} // namespace dostyk::app
