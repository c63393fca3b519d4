/// \file
/// Project folders: data/README.md is the format.

#pragma once

#include "core/diagnostics.hpp"
#include "core/result.hpp"
#include "model/project.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace dostyk::io {

/// Read a folder whole, with the folder `transport` beside it, else `transport_dir`.
///
/// Findings name files relative to the folder.
///
/// Every defect is a finding; a file that is refused is left out and the rest still loads. Error
/// only when there is no project at all (no folder, no project.json, a foreign format).
[[nodiscard]] Result<model::Project> read_project(const std::filesystem::path& folder,
                                                  const std::filesystem::path& transport_dir,
                                                  Diagnostics& diagnostics);

/// The road and rail graph of a project: the folder `transport` beside it, else `transport_dir`.
void read_transport_of(const std::filesystem::path& folder,
                       const std::filesystem::path& transport_dir, model::Project& project,
                       Diagnostics& diagnostics);

/// Check one entity or project file alone: what needs the rest of the project is not checked.
void check_file(const std::filesystem::path& file, Diagnostics& diagnostics);

/// Give findings that know their file and pointer the line and column, by reading the file again.
void add_positions(const std::filesystem::path& folder, Diagnostics& diagnostics);

/// Tell (as info) each entity whose file is sound and yet not what to_text() writes.
void check_canonical(const model::Project& project, const std::filesystem::path& folder,
                     Diagnostics& diagnostics);

/// Canonical text of an entity; the inverse of reading.
[[nodiscard]] std::string to_text(const model::Entity& entity);

/// The claims of one field as JSON, "[]" where the entity has none: what to_text() has under it.
[[nodiscard]] std::string field_to_text(const model::Entity& entity, std::string_view field);

/// Findings as the JSON that `validate --json` prints.
[[nodiscard]] std::string to_json_text(const Diagnostics& diagnostics, Language language);

} // namespace dostyk::io
