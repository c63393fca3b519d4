/// \file
/// A programme as a calendar to subscribe to (iCalendar, RFC 5545).

#pragma once

#include "io/export_text.hpp"
#include "io/timetable.hpp"

#include <string>

namespace dostyk::io {

/// One VEVENT for each event, on the clock of its venue, whose zone is embedded with its history.
/// A calendar that had an earlier version knows each event by its UID, takes it where its SEQUENCE
/// is higher, and strikes out what is cancelled.
[[nodiscard]] std::string to_ics(const Timetable& timetable, ExportNotes& notes);

} // namespace dostyk::io
