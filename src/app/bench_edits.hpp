/// \file
/// Figures of edits: what one costs, and what the disk itself takes.

#pragma once

#include "app/bench.hpp"
#include "core/result.hpp"

#include <vector>

namespace dostyk::app {

/// Edits of a made-up store of 10,000 sites, where the working stores lie, and syncs of 4 KB
/// beside it. Both are removed afterwards. Errors: what cannot be written there.
[[nodiscard]] Status measure_edits(std::vector<BenchFigure>& figures);

} // namespace dostyk::app
