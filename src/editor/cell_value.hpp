/// \file
/// One value from the text of a cell and back.

#pragma once

#include "core/language.hpp"
#include "core/result.hpp"
#include "model/schema.hpp"
#include "model/value.hpp"

#include <string>
#include <string_view>

namespace dostyk::editor {

/// A value as it is written into a cell; of four languages the one, empty where that is missing.
[[nodiscard]] std::string cell_text(const model::Value& value, const model::FieldRule& rule,
                                    Language language);

/// The value that a text means. A number with one comma before three digits is not guessed.
///
/// \param before  The value so far: the other languages of a text stay.
/// \pre The text is not blank.
[[nodiscard]] Result<model::Value> parse_cell(std::string_view text, const model::FieldRule& rule,
                                              Language language, const model::Value& before);

} // namespace dostyk::editor
