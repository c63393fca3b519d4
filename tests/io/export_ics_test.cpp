#include "io/export_ics.hpp"

#include "model/entities.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dostyk;
using test::claim;
using test::entity;

namespace {

std::string exported(std::vector<model::Entity> entities, io::ExportNotes& notes)
{
    const auto project = test::project(std::move(entities));
    const Instant stamp = *parse_iso("2026-11-24T09:05:00Z");
    return io::to_ics(project, {}, {}, Language::en, stamp, notes);
}

model::Entity meeting(std::string date)
{
    model::Entity made = entity("meeting", "m");
    made.fields["date"] = {claim(model::DateText{std::move(date)})};
    return made;
}

bool has(const std::string& text, const char* part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_SUITE("io/export_ics") {

TEST_CASE("a time is said in UTC, a day is a day, and the day after the last ends it")
{
    io::ExportNotes notes;
    const auto timed = exported({meeting("2026-11-24T10:00+05:00/2026-11-24T12:30+06:00")}, notes);
    CHECK(has(timed, "DTSTART:20261124T050000Z\r\n"));
    CHECK(has(timed, "DTEND:20261124T063000Z\r\n"));

    const auto days = exported({meeting("2023-12-30/2023-12-31")}, notes);
    CHECK(has(days, "DTSTART;VALUE=DATE:20231230\r\n"));
    CHECK(has(days, "DTEND;VALUE=DATE:20240101\r\n"));
    CHECK(notes.undated == 0);
}

TEST_CASE("the UID is the entity's and the project's, whatever else changes")
{
    io::ExportNotes notes;
    CHECK(has(exported({meeting("2024-04-19")}, notes), "UID:meeting-m@test.dostyk\r\n"));
    CHECK(has(exported({meeting("2025-01-01")}, notes), "UID:meeting-m@test.dostyk\r\n"));
}

TEST_CASE("what has no day is left out and counted")
{
    io::ExportNotes notes;
    const auto text =
        exported({meeting("2024-04"), entity("session", "s"), entity("goal", "g")}, notes);
    CHECK_FALSE(has(text, "BEGIN:VEVENT"));
    CHECK(notes.undated == 2);
}

TEST_CASE("venue, city and position say where; commas and line ends are text")
{
    io::ExportNotes notes;
    model::Entity venue = entity("venue", "v");
    venue.fields["city"] = {claim(test::text4("Bishkek, centre"))};
    model::Place place;
    place.type = model::PlaceType::point;
    place.at = {74.5, 42.875};
    venue.fields["place"] = {claim(place)};
    model::Entity held = meeting("2024-04-19");
    held.fields["venue"] = {claim(test::refs({"v"}))};
    held.fields["theme"] = {claim(test::text4("One\nTwo\x01"))};
    const auto text = exported({held, venue}, notes);

    CHECK(has(text, "LOCATION:Name of v\\, Bishkek\\, centre\r\n"));
    CHECK(has(text, "DESCRIPTION:One\\nTwo\uFFFD\r\n"));
    CHECK(has(text, "GEO:42.875"));
    CHECK(notes.replaced == 1);
}

} // TEST_SUITE
