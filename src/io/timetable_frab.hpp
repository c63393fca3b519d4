/// \file
/// A programme as a schedule of frab and pretalx, in XML and in JSON: what the apps and screens of
/// conferences read.

#pragma once

#include "io/export_text.hpp"
#include "io/timetable.hpp"

#include <string>

namespace dostyk::io {

/// The schedule as XML: days, in each its rooms, in each its events. Cancelled events are left out.
/// A venue is a room; its clock is the one of its events.
[[nodiscard]] std::string to_frab_xml(const Timetable& timetable, ExportNotes& notes);

/// The same as JSON.
[[nodiscard]] std::string to_frab_json(const Timetable& timetable);

} // namespace dostyk::io
