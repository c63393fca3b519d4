#include "io/timetable_frab.hpp"

#include "io/small_timetable.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <set>

using namespace dostyk;

namespace {

bool has(const std::string& text, const char* part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_SUITE("io/timetable_frab") {

TEST_CASE(
    "the XML has days, rooms and events, each on its own clock, and nothing that is cancelled")
{
    io::ExportNotes notes;
    const std::string xml = io::to_frab_xml(test::small_timetable(), notes);
    for (const char* part :
         {"<title>Forum &amp; friends</title>", "<acronym>forum</acronym>", "<days>1</days>",
          "<version>3</version>", "<room name=\"Hall &lt;Asia/Almaty&gt;\">",
          "<date>2026-05-12T12:00:00+06:00</date>", "<start>12:00</start>",
          "<duration>01:30</duration>", "<slug>forum-talks</slug>", "<person>Guests</person>"}) {
        CAPTURE(part);
        CHECK(has(xml, part));
    }
    CHECK_FALSE(has(xml, "cancelled"));
    // tests/cli/programme_test.py holds it to the schema.
}

TEST_CASE("the JSON says the same")
{
    const auto root = nlohmann::json::parse(io::to_frab_json(test::small_timetable()));
    const auto& conference = root["schedule"]["conference"];
    CHECK(conference["acronym"] == "forum");
    CHECK(conference["daysCount"] == 1);
    const auto& day = conference["days"][0];
    CHECK(day["date"] == "2026-05-12");
    CHECK(day["rooms"].size() == 2);
    const auto& event = day["rooms"]["Hall <Asia/Bishkek>"][0];
    CHECK(event["date"] == "2026-05-12T12:00:00+06:00");
    CHECK(event["duration"] == "01:30");
    CHECK(event["persons"].empty());
    CHECK(event["guid"] == test::small_timetable().events[1].guid);
    for (const char* required : {"abstract", "id", "language", "links", "room", "slug", "start",
                                 "subtitle", "title", "track", "type", "url"}) {
        CAPTURE(required);
        CHECK(event.contains(required));
    }
}

TEST_CASE("numbers of events are positive, differ, and stay when others come")
{
    io::Timetable timetable = test::small_timetable();
    const auto numbers = [](const io::Timetable& of) {
        const auto root = nlohmann::json::parse(io::to_frab_json(of));
        std::map<std::string, int> made;
        for (const auto& day : root["schedule"]["conference"]["days"]) {
            for (const auto& [room, events] : day["rooms"].items()) {
                for (const auto& event : events) {
                    made[event["title"]] = event["id"];
                }
            }
        }
        return made;
    };
    const auto before = numbers(timetable);
    timetable.events.push_back(test::event_at("t", "2026-05-14T06:00:00Z", 30, "Asia/Almaty"));
    timetable.events.push_back(test::event_at("u", "2026-05-14T07:00:00Z", 30, "Asia/Almaty"));
    const auto after = numbers(timetable);
    CHECK(after.size() == before.size() + 2);
    std::set<int> all;
    for (const auto& [title, number] : after) {
        CHECK(number > 0);
        all.insert(number);
    }
    CHECK(all.size() == after.size());
    for (const auto& [title, number] : before) {
        CHECK(after.at(title) == number);
    }
}

} // TEST_SUITE
