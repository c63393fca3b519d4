/// \file
/// Clocks of the two countries, from the system's tz database.

#pragma once

#include "core/result.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace dostyk {

using Instant = std::chrono::sys_seconds;

/// What a clock on a wall shows.
struct ZonedTime {
    std::string date;   ///< "2026-11-24"
    std::string time;   ///< "14:05"
    std::string offset; ///< "+05"
};

/// Error unsupported when the tz database is older than 2024a: Asia/Almaty must be UTC+5 on
/// 2024-03-02, and every event of Kazakhstan would be an hour wrong.
[[nodiscard]] Status check_tz_database();

/// \pre zone is an IANA name; an unknown one gives UTC.
[[nodiscard]] ZonedTime time_in(std::string_view zone, Instant instant);

/// Offset of a zone's clock at the moment when it shows a date and time: "+05:00", "Z" for UTC's
/// own; nothing when there is no such zone.
///
/// \param shown  What the clock shows, as if it were UTC.
[[nodiscard]] std::optional<std::string> offset_at(std::string_view zone, Instant shown);

[[nodiscard]] Instant now();

/// Let now() say this from here on, so that what is written is the same each time: for replays.
/// Nothing = the machine's clock again. Thread-safe.
void set_now(std::optional<Instant> instant);

/// "2026-11-24T09:05:00Z"
[[nodiscard]] std::string to_iso(Instant instant);

/// Of what to_iso() writes; nothing for any other text.
[[nodiscard]] std::optional<Instant> parse_iso(const std::string& text);

/// "2026-11-24" in Astana.
[[nodiscard]] std::string today();

} // namespace dostyk
