/// \file
/// Figures of large layers of the project's own.

#pragma once

#include "app/bench.hpp"
#include "app/load.hpp"

#include <vector>

namespace dostyk::app {

/// Frames of layers of 200,000 vertices each (areas, lines, points) over the base map, 1920 x 1080,
/// from the whole region down to zoom 9. Needs a current context of OpenGL. CPU times count all
/// threads.
void measure_own_layers(Loaded& loaded, std::vector<BenchFigure>& figures);

} // namespace dostyk::app
