/// \file
/// Rules that one kind alone has: heads of delegations, closures and queues of crossings, legal
/// steps of documents, pairs of languages.

#pragma once

#include "core/diagnostics.hpp"
#include "model/entity.hpp"

#include <string_view>

namespace dostyk::model {

/// What the fields of an entity say to each other; what every kind has to keep to is validate()'s.
void check_kind(const Entity& entity, Diagnostics& diagnostics);

/// "kk-ru": two codes of ISO 639-1, not twice the same.
[[nodiscard]] bool is_language_pair(std::string_view text) noexcept;

} // namespace dostyk::model
