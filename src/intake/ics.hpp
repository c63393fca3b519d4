/// \file
/// Calendars (iCalendar, RFC 5545) as tables.

#pragma once

#include "core/result.hpp"
#include "intake/table.hpp"

#include <filesystem>
#include <string_view>
#include <vector>

namespace dostyk::intake {

/// Make libical read no time zones of the system and load what it loads at first use.
void prepare_ics();

/// One row for each event, with headings in a first row as a spreadsheet has them: uid, name,
/// start, end, zone, location, description, url, categories, status. Times stay as they are
/// written: "2026-11-24 09:00", with the zone's name beside ("UTC" for those that end with Z).
/// Recurrences are not unrolled; "repeats" tells them.
///
/// Errors: unreadable (no calendar), unsupported (more events than rows may be).
[[nodiscard]] Result<std::vector<Table>> read_ics(std::string_view bytes,
                                                  const std::filesystem::path& file,
                                                  const gis::ForeignLimits& limits);

} // namespace dostyk::intake
