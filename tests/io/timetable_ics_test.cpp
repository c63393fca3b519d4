#include "io/timetable_ics.hpp"

#include "io/small_timetable.hpp"

#include <doctest/doctest.h>
#include <libical/ical.h>

#include <memory>
#include <string>

using namespace dostyk;

namespace {

bool has(const std::string& text, const char* part)
{
    return text.find(part) != std::string::npos;
}

struct Free {
    void operator()(icalcomponent* component) const { ::icalcomponent_free(component); }
};

Instant instant_of(const icaltimetype& time)
{
    return Instant(
        std::chrono::seconds(::icaltime_as_timet_with_zone(time, ::icaltime_get_timezone(time))));
}

/// Start and end of each event, as libical reads them with the zones of the file alone.
std::vector<std::pair<Instant, Instant>> read_back(const std::string& text)
{
    const std::unique_ptr<icalcomponent, Free> root(::icalparser_parse_string(text.c_str()));
    REQUIRE(root);
    REQUIRE(::icalcomponent_count_errors(root.get()) == 0);
    std::vector<std::pair<Instant, Instant>> times;
    for (icalcomponent* each =
             ::icalcomponent_get_first_component(root.get(), ICAL_VEVENT_COMPONENT);
         each != nullptr;
         each = ::icalcomponent_get_next_component(root.get(), ICAL_VEVENT_COMPONENT)) {
        times.emplace_back(instant_of(::icalcomponent_get_dtstart(each)),
                           instant_of(::icalcomponent_get_dtend(each)));
    }
    return times;
}

} // namespace

TEST_SUITE("io/timetable_ics") {

TEST_CASE("libical reads the same instants back, around the day on which Almaty changed its clock")
{
    io::Timetable timetable = test::small_timetable();
    timetable.events.clear();
    // Hours from two days before to two days after, the hour that comes twice among them.
    const Instant change = *parse_iso("2024-02-29T18:00:00Z");
    for (int hour = -48; hour <= 48; ++hour) {
        for (const char* zone : {"Asia/Almaty", "Asia/Bishkek"}) {
            auto event = test::event_at("e", "2024-02-29T18:00:00Z", 30, zone);
            event.start = change + std::chrono::minutes(hour * 60 + 15);
            event.end = event.start + std::chrono::minutes(75);
            timetable.events.push_back(event);
        }
    }
    timetable.events.push_back(test::event_at("may", "2026-05-12T05:00:00Z", 60, "Asia/Almaty"));
    io::ExportNotes notes;

    const auto read = read_back(io::to_ics(timetable, notes));

    REQUIRE(read.size() == timetable.events.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
        CAPTURE(to_iso(timetable.events[i].start));
        CAPTURE(timetable.events[i].zone);
        CHECK(to_iso(read[i].first) == to_iso(timetable.events[i].start));
        CHECK(to_iso(read[i].second) == to_iso(timetable.events[i].end));
    }
}

TEST_CASE("zones are embedded with what their clocks did, once each")
{
    io::ExportNotes notes;
    const std::string text = io::to_ics(test::small_timetable(), notes);
    CHECK(has(text, "DTSTART;TZID=Asia/Almaty:20260512T100000\r\n"));
    CHECK(has(text, "DTSTART;TZID=Asia/Bishkek:20260512T120000\r\n"));
    CHECK(has(text, "DTSTART:20240301T000000\r\nTZOFFSETFROM:+0600\r\nTZOFFSETTO:+0500\r\n"));
    CHECK(text.find("TZID:Asia/Almaty") == text.rfind("TZID:Asia/Almaty"));
    CHECK(has(text, "TZID:Asia/Bishkek"));
}

TEST_CASE("a calendar is told what is new and what is struck out")
{
    io::ExportNotes notes;
    const std::string text = io::to_ics(test::small_timetable(), notes);
    CHECK(has(text, "UID:session-talks@test.dostyk\r\nDTSTAMP:20260501T070000Z\r\nSEQUENCE:0\r\n"
                    "STATUS:CONFIRMED\r\n"));
    CHECK(has(text, "UID:session-signing@test.dostyk\r\nDTSTAMP:20260501T070000Z\r\nSEQUENCE:2"));
    CHECK(has(text, "UID:session-cancelled@test.dostyk\r\nDTSTAMP:20260501T070000Z\r\nSEQUENCE:0"
                    "\r\nSTATUS:CANCELLED"));
    CHECK(has(text, "GEO:43.24"));
    CHECK(has(text, "SUMMARY:Title of talks"));
    CHECK(has(text, "METHOD:PUBLISH"));
    CHECK(io::to_ics(test::small_timetable(), notes) == text);
}

} // TEST_SUITE
