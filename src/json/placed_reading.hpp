/// \file
/// The careful reading of a text: by nlohmann's parser, with the place of each value, or with why
/// and where it is refused.

#pragma once

#include "json/tree_builder.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace dostyk::json {

struct PlacedReading {
    nlohmann::json root;
    std::vector<PlacedValue> places;
    std::optional<Refusal> refusal; ///< Then there is no root.
};

/// Read what json::parse() takes, and nothing else.
[[nodiscard]] PlacedReading read_placed(std::string_view text);

/// Offset of the first byte that is no UTF-8; npos when all of it is.
[[nodiscard]] std::size_t find_invalid_utf8(std::string_view text) noexcept;

/// True for a byte of UTF-8 that goes on with a code point.
[[nodiscard]] constexpr bool is_continuation(unsigned char byte) noexcept
{
    return (byte & 0xC0U) == 0x80U;
}

} // namespace dostyk::json
