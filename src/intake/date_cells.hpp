/// \file
/// The columns of a date: day, time, end and time zone, together one value.

#pragma once

#include "intake/cell_reading.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dostyk::intake {

/// The columns of one field that a row fills.
struct FieldCells {
    std::map<std::string, std::string> parts;   ///< part of the field -> text
    std::map<std::string, std::string> columns; ///< part of the field -> the column's name
};

struct DateField {
    std::optional<std::string> iso;                      ///< As model::DateText has it.
    std::vector<std::pair<std::string, CellNote>> notes; ///< by part
};

/// Read the parts "" (the day, perhaps with a time), "time", "end" and "zone".
///
/// A time is kept with its offset, which the cell, the column of the zone or the venue's zone
/// gives; where none does, the day alone is taken, and that is told.
[[nodiscard]] DateField read_date_cells(const FieldCells& cells, DateOrder order,
                                        const std::string& venue_zone);

} // namespace dostyk::intake
