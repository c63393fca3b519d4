/// \file
/// A project as text that is read from top to bottom: by people, and aloud by a screen reader.

#pragma once

#include "model/project.hpp"
#include "model/value_text.hpp"

#include <string>

namespace dostyk::cli {

/// Every entity of a pack by kind: facts, sources, disagreements, links.
[[nodiscard]] std::string describe(const model::Project& project,
                                   const model::UnitNames& unit_names, model::Pack pack,
                                   Language language);

} // namespace dostyk::cli
