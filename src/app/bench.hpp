/// \file
/// Figures of the whole program: start, map, language, search, panels, idleness.

#pragma once

#include "core/result.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace dostyk::app {

struct BenchFigure {
    std::string name;
    double value = 0;
    std::string unit;        ///< ms, MB, draws
    double budget = 0;       ///< 0 = none
    bool is_measured = true; ///< False where the machine lacks what it needs
};

/// Measure with a window of 1920 x 1080 that nobody sees, and idleness with a real one where there
/// is a display. CPU times count all threads. Medians are of five passes.
[[nodiscard]] Result<std::vector<BenchFigure>> run_bench(const std::filesystem::path& project);

/// One figure a line, or JSON with the machine.
[[nodiscard]] std::string to_text(const std::vector<BenchFigure>& figures, bool as_json);

} // namespace dostyk::app
