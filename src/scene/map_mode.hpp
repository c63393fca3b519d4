/// \file
/// The eight thematic readings of the map.

#pragma once

#include <optional>
#include <string_view>

namespace dostyk::scene {

enum class MapMode {
    events,
    delegations,
    projects,
    trade,
    water_energy,
    borders,
    institutes,
    plain
};

inline constexpr int map_mode_count = 8;

/// "events", ..., "plain"; shown through "mode.<name>".
[[nodiscard]] std::string_view name_of(MapMode mode) noexcept;
[[nodiscard]] std::optional<MapMode> parse_map_mode(std::string_view name) noexcept;

} // namespace dostyk::scene
