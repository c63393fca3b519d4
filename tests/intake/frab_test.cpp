#include "intake/frab.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dostyk;
using intake::Table;

namespace {

std::string xml_with(const std::string& event)
{
    return "<?xml version=\"1.0\"?>\n<schedule><conference><acronym>con</acronym>"
           "<time_zone_name>Asia/Almaty</time_zone_name></conference>\n<day><room "
           "name=\"Hall\">\n" +
           event + "</room></day></schedule>";
}

std::string event_xml(const char* date, const char* duration, const char* title = "Talks",
                      const char* room = "Hall")
{
    return std::string("<event id=\"7\"><title>") + title + "</title><room>" + room +
           "</room><date>" + date + "</date><duration>" + duration +
           "</duration><persons><person>A</person></persons><slug>con-7-talks</slug></event>\n";
}

std::string json_with(const char* date, const char* duration)
{
    return std::string(R"({"schedule": {"conference": {"acronym": "con", "days": [{"rooms": )"
                       R"({"Hall": [{"id": 7, "title": "Talks", "room": "Hall", "slug": "con-x", )"
                       R"("date": ")") +
           date + R"(", "duration": ")" + duration + R"("}]}}]}}})";
}

std::string cell(const Table& table, std::size_t row, const char* field)
{
    return geo::text_at(table.layer, table.layer.features.at(row), field);
}

Result<Table> read_xml(const std::string& text)
{
    return intake::read_frab_xml(text, "f.xml", {});
}

} // namespace

TEST_SUITE("intake/frab") {

TEST_CASE("an event is a row with its begin, its end and its room")
{
    const auto read = read_xml(xml_with(event_xml("2026-05-12T10:00:00+05:00", "01:30")));
    REQUIRE_MESSAGE(read, text_of(read.error(), Language::en));
    REQUIRE(read->layer.features.size() == 1);
    CHECK(read->layer.name == intake::schedule_table);
    CHECK(cell(*read, 0, "id") == "7-talks");
    CHECK(cell(*read, 0, "name") == "Talks");
    CHECK(cell(*read, 0, "date") == "2026-05-12T10:00+05:00");
    CHECK(cell(*read, 0, "date end") == "2026-05-12T11:30+05:00");
    CHECK(cell(*read, 0, "venue") == "Hall");
    CHECK(cell(*read, 0, "meeting") == "con");

    const std::string json = json_with("2026-05-12T23:30:00+06:00", "1:00:00");
    REQUIRE(intake::is_frab_json(json));
    const auto of_json = intake::read_frab_json(json, "f.json", {});
    REQUIRE_MESSAGE(of_json, text_of(of_json.error(), Language::en));
    CHECK(cell(*of_json, 0, "date") == "2026-05-12T23:30+06:00");
    CHECK(cell(*of_json, 0, "date end") == "2026-05-13T00:30+06:00");
    CHECK(cell(*of_json, 0, "id") == "x");
}

TEST_CASE("a date without an offset is on the schedule's clock")
{
    const auto read = read_xml(xml_with(event_xml("2024-02-29T10:00:00", "1:00")));
    REQUIRE(read);
    CHECK(cell(*read, 0, "date") == "2024-02-29T10:00+06:00");
}

TEST_CASE("what an event lacks is named with its line, and nothing is read")
{
    struct Broken {
        std::string event;
        const char* part;
    };
    const std::string good = event_xml("2026-05-12T10:00:00+05:00", "01:30");
    for (const Broken& each :
         {Broken{event_xml("12 May", "01:30"), "date"},
          {event_xml("2026-05-12T10:00:00+05:00", "long"), "duration"},
          {event_xml("2026-05-12T10:00:00+05:00", "00:00"), "duration"},
          {event_xml("2026-05-12T10:00:00+05:00", "01:75"), "duration"},
          {event_xml("2026-05-12T10:00:00+05:00", "01:30", ""), "title"},
          {event_xml("2026-05-12T10:00:00+05:00", "01:30", "T", " "), "room"}}) {
        const auto read = read_xml(xml_with(good + each.event));
        REQUIRE_FALSE(read);
        const std::string told = text_of(read.error(), Language::en);
        CAPTURE(told);
        CHECK(told.find("f.xml:5") == 0);
        CHECK(told.find(each.part) != std::string::npos);
    }
    const auto read = intake::read_frab_json(json_with("today", "1:00"), "f.json", {});
    REQUIRE_FALSE(read);
    CHECK(text_of(read.error(), Language::en)
              .find("f.json: /schedule/conference/days/0/rooms/Hall/0") != std::string::npos);
}

TEST_CASE("what is no schedule is refused whole")
{
    CHECK_FALSE(read_xml("<schedule><day>"));
    CHECK_FALSE(read_xml("<kml/>"));
    CHECK_FALSE(read_xml(""));
    CHECK_FALSE(intake::read_frab_json(R"({"schedule": {}})", "f.json", {}));
    CHECK_FALSE(intake::read_frab_json("{", "f.json", {}));
    CHECK_FALSE(intake::is_frab_json(R"({"type": "FeatureCollection"})"));
    gis::ForeignLimits few;
    few.rows = 1;
    const std::string two = event_xml("2026-05-12T10:00:00+05:00", "01:30") +
                            event_xml("2026-05-12T10:00:00+05:00", "01:30");
    CHECK_FALSE(intake::read_frab_xml(xml_with(two), "f.xml", few));
    CHECK(read_xml(xml_with(two)).value().layer.features.size() == 2);
}

} // TEST_SUITE
