/// \file
/// Schedules of frab and pretalx, XML and JSON, as tables of sessions.

#pragma once

#include "core/result.hpp"
#include "intake/table.hpp"

#include <filesystem>
#include <string_view>

namespace dostyk::intake {

/// The table's name: who plans its rows takes all of them or none, for a programme without some of
/// its sessions is another one.
inline constexpr std::string_view schedule_table = "schedule";

/// Column of the meeting, which the schedule calls by its acronym.
inline constexpr std::string_view schedule_meeting = "meeting";

/// One row for each event, its columns named as the fields of a session: id, name, date, date end,
/// date zone, venue, languages, description, meeting. Rows are numbered as events are.
///
/// Errors: unreadable (no XML, no schedule), invalid (an event without title, room, date, clock or
/// length, or with one that is none), each with the line; unsupported (more events than rows may
/// be).
[[nodiscard]] Result<Table> read_frab_xml(std::string_view bytes, const std::filesystem::path& file,
                                          const gis::ForeignLimits& limits);
[[nodiscard]] Result<Table> read_frab_json(std::string_view bytes,
                                           const std::filesystem::path& file,
                                           const gis::ForeignLimits& limits);

/// How much of a file tells whose JSON it is: a generator and a reference to a schema may come
/// first. [bytes]
inline constexpr std::size_t frab_head = 4096;

/// True for JSON that begins as a schedule does, and not as GeoJSON.
[[nodiscard]] bool is_frab_json(std::string_view bytes) noexcept;

} // namespace dostyk::intake
