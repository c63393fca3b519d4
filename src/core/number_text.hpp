/// \file
/// Numbers that a text is nothing but.

#pragma once

#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>

namespace dostyk {

/// The whole text as a number, without the locale's comma; nothing where any of it is none, or
/// where the type does not hold it.
template <typename Number>
[[nodiscard]] std::optional<Number> to_number(std::string_view text)
{
    Number number{};
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && stop == end ? std::optional<Number>(number) : std::nullopt;
}

} // namespace dostyk
