#pragma once

#include <string_view>

namespace dostyk::editor {

/// Damerau-Levenshtein distance (optimal string alignment) of bytes, or `limit` + 1 as soon as it
/// must be larger.
[[nodiscard]] int edit_distance(std::string_view a, std::string_view b, int limit);

} // namespace dostyk::editor
