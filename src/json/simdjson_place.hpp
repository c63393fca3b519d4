/// \file
/// simdjson's elements and iterators as the places that a Value keeps. Inside `json` only.

#pragma once

#include "json/value.hpp"

#include <simdjson.h>

#include <bit>
#include <type_traits>

namespace dostyk::json {

template <typename Ref>
[[nodiscard]] Value::Place to_place(Ref ref) noexcept
{
    static_assert(sizeof(Ref) == sizeof(Value::Place) && std::is_trivially_copyable_v<Ref>);
    return std::bit_cast<Value::Place>(ref);
}

template <typename Ref>
[[nodiscard]] Ref from_place(Value::Place place) noexcept
{
    static_assert(sizeof(Ref) == sizeof(Value::Place) && std::is_trivially_copyable_v<Ref>);
    return std::bit_cast<Ref>(place);
}

} // namespace dostyk::json
