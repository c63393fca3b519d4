/// \file
/// Dates as exact as their source: "2024", "2024-04", "2024-04-19", "2024-04-19T10:30+05:00", a
/// period "A/B".

#pragma once

#include "core/time.hpp"

#include <optional>
#include <string_view>
#include <utility>

namespace dostyk::model {

/// True for a date or a period of the calendar; both ends of a period are as exact as they like.
[[nodiscard]] bool is_date_text(std::string_view iso) noexcept;

/// The instant of a date that is exact to the minute and has its offset from UTC ("Z" or "+05:00");
/// nothing for any other.
[[nodiscard]] std::optional<Instant> instant_of(std::string_view iso) noexcept;

/// First and last date of a period; a date is both. As exact as they were.
[[nodiscard]] std::pair<std::string_view, std::string_view> ends_of(std::string_view iso) noexcept;

/// True when `a` ends before `b` does. No date at all is the earliest; of two dates where one is
/// within the other, the more exact is the later.
[[nodiscard]] bool is_earlier(std::string_view a, std::string_view b) noexcept;

} // namespace dostyk::model
