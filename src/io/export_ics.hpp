/// \file
/// Meetings and sessions as a calendar (iCalendar, RFC 5545).

#pragma once

#include "core/time.hpp"
#include "io/export_scope.hpp"
#include "io/export_text.hpp"
#include "model/value_text.hpp"

#include <string>

namespace dostyk::io {

/// One VEVENT for each meeting and session that has a day or a time. Its UID is the entity's kind
/// and id and the project's id, so that a calendar knows it again. Times are UTC, and every clock
/// shows its own; days are days. What has only a month or a year is left out and counted.
///
/// \param stamp  When the calendar is made.
[[nodiscard]] std::string to_ics(const model::Project& project, const ExportScope& scope,
                                 const model::UnitNames& unit_names, Language language,
                                 Instant stamp, ExportNotes& notes);

} // namespace dostyk::io
