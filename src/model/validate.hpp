/// \file
/// Rules across a whole project.

#pragma once

#include "core/diagnostics.hpp"
#include "model/project.hpp"

#include <span>
#include <string>

namespace dostyk::model {

/// Dangling references, missing required fields, claims without a source, two chosen claims,
/// unnamed documents (info), places outside the map, unknown units and corridors, and what
/// check_kind() finds.
///
/// \param known_units  ISO codes of the base map; empty = units are not checked.
void validate(const Project& project, std::span<const std::string> known_units,
              Diagnostics& diagnostics);

} // namespace dostyk::model
