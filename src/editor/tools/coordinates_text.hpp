/// \file
/// Positions as people type them.

#pragma once

#include "geo/coordinates.hpp"

#include <optional>
#include <string_view>

namespace dostyk::editor {

/// "43.25, 76.95", "43,25 76,95" (decimal commas), "43°15'N 76°57'E", "43 15 30 N, 76 57 0 E".
///
/// Latitude comes first, as people say it, where no letters tell (N S E W, or the Russian С Ю В З);
/// the other order is taken where it alone lies on the map. Nothing where it is no position there.
[[nodiscard]] std::optional<geo::LonLat> parse_coordinates(std::string_view text);

/// To five decimals: a metre. What is drawn is no more exact, and files stay readable.
[[nodiscard]] geo::LonLat rounded(geo::LonLat at) noexcept;

} // namespace dostyk::editor
