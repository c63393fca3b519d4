/// \file
/// One value of a claim, from JSON and back.

#pragma once

#include "io/json_reader.hpp"
#include "model/schema.hpp"
#include "model/value.hpp"

#include <optional>

namespace dostyk::io {

/// Nothing, and findings, when the value is not of the field's type.
[[nodiscard]] std::optional<model::Value> read_value(JsonReader& reader, Node node,
                                                     const model::FieldRule& rule);

/// The inverse of read_value().
[[nodiscard]] nlohmann::json to_json(const model::Value& value, model::FieldType type);

[[nodiscard]] nlohmann::json to_json(const Text4& text);

} // namespace dostyk::io
