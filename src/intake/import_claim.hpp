/// \file
/// How what a row says stands beside what an entity says already.

#pragma once

#include "model/entity.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dostyk::intake {

/// What ids of sources begin with that are imported files.
inline constexpr std::string_view import_source_head = "import-";

/// Where the rows come from: becomes a `source` entity of the project.
struct ImportSource {
    std::string file_name; ///< "delegations.xlsx"
    std::string hash;      ///< SHA-256 of the file, 64 digits
    std::string read;      ///< ISO date
};

/// The `source` entity of an imported file: the same one for the same content.
[[nodiscard]] model::Entity source_entity(const ImportSource& from);

/// A claim of the enriched pack; without sources where none is named.
[[nodiscard]] model::Claim claim_of(model::Value value, const std::string& source);

/// Given languages over those that are there; any other value as it is given.
///
/// \param present  May be null.
[[nodiscard]] model::Value merged(const model::Value& given, const model::Value* present);

/// The claims of a field with a new value: what another import said is replaced, what any other
/// source said stays beside it, no longer chosen.
[[nodiscard]] std::vector<model::Claim> with_claim(std::vector<model::Claim> claims,
                                                   model::Claim made);

} // namespace dostyk::intake
