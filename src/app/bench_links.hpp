/// \file
/// Figures of linked views: how soon one shows what was selected in another.

#pragma once

#include "app/bench.hpp"
#include "app/bench_store.hpp"

#include <vector>

namespace dostyk::app {

/// The table, the list and the map of 10,000 sites in a window that nobody sees. A frame in which
/// another site is selected, or hovered in the table, is compared with one in which the map is
/// drawn anew and nothing else happens. Errors: what cannot be opened.
[[nodiscard]] Status measure_links(const BenchStore& store, std::vector<BenchFigure>& figures);

} // namespace dostyk::app
