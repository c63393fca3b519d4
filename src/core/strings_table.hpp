/// \file
/// The tables that tools/embed_strings.py makes of assets/strings/*.json.

#pragma once

#include "core/language.hpp"

#include <array>
#include <span>
#include <string_view>

namespace dostyk {

struct StringRow {
    std::string_view key;
    std::array<std::string_view, all_languages.size()> texts; ///< In the order of all_languages.
};

/// Sorted by key.
[[nodiscard]] std::span<const StringRow> strings_table() noexcept;

} // namespace dostyk
