/// \file
/// Why no plan exists, as people and programs read it.

#pragma once

#include "model/project.hpp"
#include "schedule/fact_text.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>

namespace dostyk::cli {

/// Look for the reason why not all sessions of a plan can be held that are to be. Takes at most
/// schedule::time_for_reason.
///
/// \returns  Nothing where none was found in that time.
[[nodiscard]] std::optional<schedule::Contradiction> find_reason(const schedule::Problem& problem,
                                                                 const schedule::Plan& plan);

/// Print the facts, each a line below a heading; or that no reason was found.
void say_why(const std::optional<schedule::Contradiction>& why, const model::Project& project,
             const schedule::Telling& telling);

/// {"facts": [{"kind": ..., "text": ...}], "minimal": true, "proved": true}; null for none.
[[nodiscard]] nlohmann::json why_json(const std::optional<schedule::Contradiction>& why,
                                      const model::Project& project,
                                      const schedule::Telling& telling);

} // namespace dostyk::cli
