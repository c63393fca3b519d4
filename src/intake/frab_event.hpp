/// \file
/// Events of a schedule as its file says them, and the rows that they become.

#pragma once

#include "core/result.hpp"
#include "intake/table.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::intake {

struct FrabEvent {
    std::string place;  ///< In the file: a line, or a JSON pointer
    std::string number; ///< Attribute id
    std::string slug;
    std::string title;
    std::string room;
    std::string date;     ///< "2026-05-12T10:00:00+05:00"
    std::string duration; ///< "01:30"
    std::string language;
    std::string description;
};

struct FrabSchedule {
    std::string acronym;
    std::string zone; ///< IANA; for dates without an offset
    std::vector<FrabEvent> events;
};

/// \return Error invalid for the first event that says no time, place or title.
[[nodiscard]] Result<Table> table_of(const FrabSchedule& schedule,
                                     const std::filesystem::path& file);

} // namespace dostyk::intake
