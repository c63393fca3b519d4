/// \file
/// One foreign file to tables, in whatever process this is called: the worker calls it confined.

#pragma once

#include "core/result.hpp"
#include "intake/protocol.hpp"

#include <vector>

namespace dostyk::intake {

/// Load what the readers load at their first use.
void prepare_reading();

/// Judge the file (size, archive, declarations), then read it. Errors name what is wrong with it.
[[nodiscard]] Result<std::vector<Table>> read_tables(const WorkerRequest& request);

/// The same of a GeoTIFF.
[[nodiscard]] Result<geo::Raster> read_picture(const WorkerRequest& request);

} // namespace dostyk::intake
