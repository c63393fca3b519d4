/// \file
/// The project's own settings: project.json.

#pragma once

#include "io/json_reader.hpp"
#include "model/project.hpp"

#include <string>

namespace dostyk::io {

inline constexpr std::string_view project_format = "dostyk-project";

/// Read the settings into a project. False when the file is another format's; all else is a finding
/// and a default.
[[nodiscard]] bool read_settings(JsonReader& reader, model::Project& project);

/// One of the tables of "views".
[[nodiscard]] nlohmann::json to_json(const model::TableSetup& view);

/// Canonical text of the settings; the inverse of reading.
[[nodiscard]] std::string settings_to_text(const model::Project& project);

} // namespace dostyk::io
