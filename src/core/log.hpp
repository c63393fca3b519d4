/// \file
/// What the program says about itself: to stderr, and to a panel.
///
/// For developers and for support, in English; sentences for people are Message and Finding.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk {

enum class LogLevel { debug, info, warning, error };

struct LogLine {
    LogLevel level = LogLevel::info;
    std::string time; ///< Local time of day: "14:05:09.123"
    std::string text;

    friend bool operator==(const LogLine&, const LogLine&) = default;
};

/// How many lines the memory keeps.
inline constexpr std::size_t log_memory = 500;

/// Write a line. Below the level of set_log_level() it costs a comparison. Thread-safe.
void log(LogLevel level, std::string_view text);

/// What is written, to both places; info unless told. Thread-safe.
void set_log_level(LogLevel level);

/// The last lines, oldest first, at most log_memory. Thread-safe.
[[nodiscard]] std::vector<LogLine> recent_log_lines();

} // namespace dostyk
