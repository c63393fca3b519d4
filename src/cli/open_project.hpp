/// \file
/// What most verbs begin with: the project, and the map's names and boundaries.

#pragma once

#include "core/diagnostics.hpp"
#include "core/language.hpp"
#include "core/paths.hpp"
#include "geo/layer.hpp"
#include "model/project.hpp"
#include "model/value_text.hpp"
#include "store/working_store.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace dostyk::cli {

/// File in a project's folder that replaces the regions' geometry.
inline constexpr std::string_view boundaries_file = "boundaries.gpkg";

/// What to read of a project folder that has a working store.
enum class Source {
    latest, ///< The store's rows where it has edits that the folder has not, which is then said.
    files,  ///< The folder alone
};

struct ReadProject {
    model::Project project;
    /// Where it is of a store's rows, which have no places in files: the store, and when.
    std::optional<store::ReadState> state;
};

/// Read a project: a folder, or a store file.
[[nodiscard]] Result<ReadProject> read_project(const std::filesystem::path& path, Source source,
                                               Language language, Diagnostics& diagnostics);

/// What a project holds, without its documents.
struct Contents {
    model::Project settings; ///< Without entities
    std::vector<store::RowCount> counts;
};

/// Count a project: a folder, or a store file, whose documents are left where they are.
[[nodiscard]] Result<Contents> read_contents(const std::filesystem::path& path, Source source,
                                             Language language);

/// The documents of a project: a folder, or a store file. For a folder's files alone an unsound one
/// is an error.
[[nodiscard]] Result<std::vector<store::Row>> read_rows(const std::filesystem::path& path,
                                                        Source source, Language language,
                                                        Diagnostics& diagnostics);

/// The project alone; its findings go to standard error, each a line.
[[nodiscard]] Result<model::Project> open_project(const std::filesystem::path& path, Source source,
                                                  Language language);

/// Read maps/base.gpkg.
[[nodiscard]] Result<geo::MapData> open_base_map();

/// The same with the boundaries of a project in place of its regions, where the project has a file
/// of them.
[[nodiscard]] Result<geo::MapData> open_map(const std::filesystem::path& folder);

/// Names of countries and units by ISO code, units before 2022 included; empty without a map.
[[nodiscard]] model::UnitNames unit_names_of(const geo::MapData& map);
/// ISO codes of the units, sorted.
[[nodiscard]] std::vector<std::string> unit_codes_of(const geo::MapData& map);

} // namespace dostyk::cli
