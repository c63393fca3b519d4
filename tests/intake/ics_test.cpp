#include "intake/ics.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

namespace {

std::string text_of(const geo::Value& value)
{
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? *text : "";
}

constexpr std::string_view calendar =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
    "BEGIN:VEVENT\r\nUID:1@x\r\nSUMMARY:Жиын\\, ашылуы\r\n"
    "DTSTART;TZID=Asia/Almaty:20261124T090000\r\n"
    "DTEND;TZID=Asia/Almaty:20261124T103000\r\n"
    "LOCATION:Зал 1\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:2@x\r\nSUMMARY:B\r\n"
    "DTSTART:20261125T040000Z\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nSUMMARY:C\r\nDTSTART;VALUE=DATE:20261126\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n";

} // namespace

TEST_SUITE("intake/ics") {

TEST_CASE("events are rows, their times as they are written")
{
    intake::prepare_ics();
    const auto tables = intake::read_ics(calendar, "visit.ics", {});

    REQUIRE(tables);
    REQUIRE(tables->size() == 1);
    const auto& rows = tables->front().layer.features;
    REQUIRE(rows.size() == 4);
    CHECK(text_of(rows[0].attributes[1]) == "name");
    CHECK(text_of(rows[1].attributes[1]) == "Жиын, ашылуы");
    CHECK(text_of(rows[1].attributes[2]) == "2026-11-24 09:00");
    CHECK(text_of(rows[1].attributes[3]) == "2026-11-24 10:30");
    CHECK(text_of(rows[1].attributes[4]) == "Asia/Almaty");
    CHECK(text_of(rows[1].attributes[5]) == "Зал 1");
    CHECK(text_of(rows[2].attributes[2]) == "2026-11-25 04:00");
    CHECK(text_of(rows[2].attributes[4]) == "UTC");
    CHECK(text_of(rows[2].attributes[10]) == "FREQ=DAILY");
    CHECK(text_of(rows[3].attributes[2]) == "2026-11-26");
    CHECK(tables->front().row_numbers == std::vector<std::int64_t>{0, 1, 2, 3});
}

TEST_CASE("two calendars in one file are both read")
{
    intake::prepare_ics();
    const auto tables =
        intake::read_ics(std::string(calendar) + std::string(calendar), "two.ics", {});
    REQUIRE(tables);
    CHECK(tables->front().layer.features.size() == 7);
}

TEST_CASE("what is no calendar, or too long, is refused")
{
    intake::prepare_ics();
    const auto none = intake::read_ics("name;city\n1;2\n", "a.ics", {});
    CHECK((!none || none->empty()));
    gis::ForeignLimits limits;
    limits.rows = 2;
    const auto many = intake::read_ics(calendar, "a.ics", limits);
    REQUIRE_FALSE(many);
    CHECK(many.error().message.key == "error.foreign_rows");
}

} // TEST_SUITE
