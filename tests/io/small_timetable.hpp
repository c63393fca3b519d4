#pragma once

#include "io/timetable.hpp"

#include <fmt/format.h>

#include <string>

namespace dostyk::test {

/// A UUID that begins with the first letters.
inline std::string guid_of(const std::string& id)
{
    std::string head;
    for (std::size_t i = 0; i < 4; ++i) {
        head += fmt::format("{:02x}", static_cast<unsigned>(i < id.size() ? id[i] : '0'));
    }
    return head + "-0000-8000-8000-000000000000";
}

inline io::TimetableEvent event_at(const char* id, const char* start, int minutes, const char* zone)
{
    io::TimetableEvent event;
    event.id = id;
    event.uid = std::string("session-") + id + "@test.dostyk";
    event.guid = guid_of(event.id);
    event.start = *parse_iso(start);
    event.end = event.start + std::chrono::minutes(minutes);
    event.zone = zone;
    event.title = std::string("Title of ") + id;
    event.venue = std::string("Hall <") + zone + ">";
    return event;
}

/// Two events an hour apart in two zones, and a cancelled one.
inline io::Timetable small_timetable()
{
    io::Timetable made;
    made.id = "forum";
    made.title = "Forum & friends";
    made.zone = "Asia/Almaty";
    made.version = "3";
    made.stamp = *parse_iso("2026-05-01T07:00:00Z");
    made.events = {event_at("talks", "2026-05-12T05:00:00Z", 60, "Asia/Almaty"),
                   event_at("signing", "2026-05-12T06:00:00Z", 90, "Asia/Bishkek"),
                   event_at("cancelled", "2026-05-13T06:00:00Z", 90, "Asia/Bishkek")};
    made.events[0].delegations = {"Guests", "Hosts; and friends"};
    made.events[0].city = "Almaty";
    made.events[0].at = geo::LonLat{76.9, 43.24};
    made.events[0].language = "kk";
    made.events[0].format = "plenary";
    made.events[1].interpreters = {"Dana"};
    made.events[1].sequence = 2;
    made.events[2].is_cancelled = true;
    return made;
}

} // namespace dostyk::test
