/// \file
/// A programme as other programs take it: what calendars, schedule files and tables are made of.

#pragma once

#include "core/time.hpp"
#include "geo/coordinates.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dostyk::io {

struct TimetableEvent {
    std::string id;   ///< Of the session
    std::string uid;  ///< By which calendars know it again
    std::string guid; ///< The same as a UUID
    int sequence = 0;
    bool is_cancelled = false;
    Instant start;
    Instant end;
    std::string zone; ///< The clock of the venue: an IANA name that exists
    std::string title;
    std::string description; ///< May be empty, as all texts below
    std::string venue;       ///< Its name, as it can be told from others
    std::string city;
    std::optional<geo::LonLat> at;
    std::string format;                   ///< A word of sessions: "signing"
    std::string language;                 ///< That is spoken: "ru"
    std::vector<std::string> delegations; ///< Names
    std::vector<std::string> persons;
    std::vector<std::string> interpreters;
};

struct Timetable {
    std::string id; ///< Of the meeting
    std::string title;
    std::string zone;    ///< IANA; the clock that days are counted by
    std::string version; ///< "3"; "now" for what is not released
    Instant stamp;       ///< When it was made
    int grain_min = 15;
    std::vector<TimetableEvent> events; ///< By start
};

} // namespace dostyk::io
