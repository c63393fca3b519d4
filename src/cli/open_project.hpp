/// \file
/// What most verbs begin with: the project, and the map's names and boundaries.

#pragma once

#include "core/diagnostics.hpp"
#include "core/paths.hpp"
#include "geo/layer.hpp"
#include "model/project.hpp"
#include "model/value_text.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace dostyk::cli {

/// File in a project's folder that replaces the regions' geometry.
inline constexpr std::string_view boundaries_file = "boundaries.gpkg";

/// Read a project; its findings go to standard error, each a line.
[[nodiscard]] Result<model::Project> open_project(const std::filesystem::path& folder,
                                                  Language language);

/// Read maps/base.gpkg.
[[nodiscard]] Result<geo::MapData> open_base_map();

/// The project's own boundaries in place of the map's regions, where the project has a file of
/// them.
[[nodiscard]] Status use_own_boundaries(const std::filesystem::path& folder, geo::MapData& map);

/// ISO codes and names of the units, the ones before 2022 included; empty without a map.
[[nodiscard]] model::UnitNames unit_names_of(const geo::MapData& map);
[[nodiscard]] std::vector<std::string> unit_codes_of(const geo::MapData& map);

} // namespace dostyk::cli
