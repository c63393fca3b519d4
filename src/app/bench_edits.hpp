/// \file
/// Figures of edits: what one costs, and what the disk itself takes.

#pragma once

#include "app/bench.hpp"
#include "app/bench_store.hpp"
#include "core/result.hpp"

#include <vector>

namespace dostyk::app {

/// Edits of the store, and syncs of 4 KB beside it. Errors: what cannot be written there.
[[nodiscard]] Status measure_edits(const BenchStore& store, std::vector<BenchFigure>& figures);

} // namespace dostyk::app
