/// \file
/// Time of each phase of the frame loop, CPU and wall.

#pragma once

#include "ui/shell.hpp"

#include <chrono>
#include <string_view>
#include <vector>

namespace dostyk::app {

/// Measures one frame's phases, one after the other.
class FrameClock {
public:
    /// Ends the running phase and begins the next; phases keep the order of their first frame.
    void begin(std::string_view phase);
    void end();

    /// Of the last frame in which each phase ran.
    [[nodiscard]] const std::vector<ui::PhaseTime>& phases() const noexcept { return m_phases; }

private:
    std::vector<ui::PhaseTime> m_phases;
    int m_running = -1;
    double m_cpu_ms = 0;
    std::chrono::steady_clock::time_point m_wall;
};

} // namespace dostyk::app
