/// \file
/// A programme as a table: for spreadsheets.

#pragma once

#include "geo/layer.hpp"
#include "io/timetable.hpp"

namespace dostyk::io {

/// A row for each event that is held: its day and time on the clock of its venue and on the
/// meeting's, where it is, and who takes part. Columns have names of fields, for with_headings().
[[nodiscard]] geo::Layer table_of(const Timetable& timetable);

} // namespace dostyk::io
