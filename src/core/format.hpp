/// \file
/// Numbers, amounts and dates as a language writes them (ICU).

#pragma once

#include "core/language.hpp"

#include <string>
#include <string_view>

namespace dostyk {

/// "1 500", "1,500": grouped, at most `max_decimals` decimals.
[[nodiscard]] std::string format_number(double number, Language language, int max_decimals = 2);

/// "1.5 billion", "1,5 млрд": short words for thousands of millions.
[[nodiscard]] std::string format_large_number(double number, Language language);

/// An ISO date as exact as it is: "2024" -> "2024", "2024-04" -> "April 2024",
/// "2023-09-22/2023-09-23" -> "22–23 September 2023", "2024 жылғы 19 сәуір", "2024-жылдын
/// 19-апрели"; with its clock where it has one, "24 November 2026, 09:00–10:30 UTC+5". What is no
/// ISO date, or a day that no calendar has, comes back as it is.
[[nodiscard]] std::string format_date(std::string_view iso, Language language);

} // namespace dostyk
