/// \file
/// Why no plan exists, as people and programs read it.

#pragma once

#include "model/project.hpp"
#include "schedule/fact_text.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>

namespace dostyk::cli {

/// Print the facts, each a line below a heading; or that no reason was found.
void say_why(const std::optional<schedule::Contradiction>& why, const model::Project& project,
             const schedule::Telling& telling);

/// {"facts": [{"kind": ..., "text": ...}], "minimal": true}; null for none.
[[nodiscard]] nlohmann::json why_json(const std::optional<schedule::Contradiction>& why,
                                      const model::Project& project,
                                      const schedule::Telling& telling);

} // namespace dostyk::cli
