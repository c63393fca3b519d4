/// \file
/// What this process has used so far, and what a row of measurements says.

#pragma once

#include <string>
#include <vector>

namespace dostyk {

/// CPU time of all threads, user and system. [ms]
[[nodiscard]] double process_cpu_ms() noexcept;

/// Largest resident set so far. [MB]
[[nodiscard]] double peak_memory_mb() noexcept;

/// Time on the wall since the process began. [ms]
[[nodiscard]] double process_wall_ms() noexcept;

/// Value below which `share` of the samples lie (nearest rank); 0 for no samples.
[[nodiscard]] double percentile(std::vector<double> samples, double share);

/// "AMD EPYC, 2 cores": for the figures that a bench prints.
[[nodiscard]] std::string machine_name();

} // namespace dostyk
