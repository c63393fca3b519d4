/// \file
/// Entities, from JSON and back.

#pragma once

#include "io/json_reader.hpp"
#include "model/entity.hpp"

#include <optional>

namespace dostyk::io {

inline constexpr std::string_view entity_format = "dostyk-entity";
inline constexpr int format_version = 1;

/// Read an entity; nothing when format, version, id, kind or pack are not what they must be. A
/// claim or a field that is refused is left out, with its finding.
[[nodiscard]] std::optional<model::Entity> read_entity(JsonReader& reader);

/// "format" and "version"; findings when they are others.
[[nodiscard]] bool has_format(JsonReader& reader, Node root, std::string_view format);

/// Lower-case ASCII words joined by hyphens, at most 120 letters.
[[nodiscard]] bool is_id(std::string_view text) noexcept;

[[nodiscard]] std::optional<model::Pack> read_pack(JsonReader& reader, Node node);

} // namespace dostyk::io
