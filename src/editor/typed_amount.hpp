/// \file
/// Numbers and amounts as people type them into fields and cells.

#pragma once

#include "core/language.hpp"
#include "model/value.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace dostyk::editor {

/// A number as an import reads it: "1 500", "12,5", "12.5"; not "1,500", which is one number here
/// and another there.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);

/// An amount with all digits of its number, its words in a language: "около 12.5 км²".
[[nodiscard]] std::string amount_text(const model::Amount& amount, Language language);

/// The amount that a text means: in the words of any of the four languages, whichever is on the
/// screen, or in the data's own ("about 12.5 km2").
[[nodiscard]] std::optional<model::Amount> parse_amount(std::string_view text);

} // namespace dostyk::editor
