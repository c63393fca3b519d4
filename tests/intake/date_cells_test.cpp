#include "intake/date_cells.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

namespace {

intake::DateField read(std::map<std::string, std::string> parts, const std::string& venue_zone = "")
{
    intake::FieldCells cells;
    for (const auto& [part, text] : parts) {
        cells.columns[part] = "column " + part;
    }
    cells.parts = std::move(parts);
    return intake::read_date_cells(cells, intake::DateOrder::ask, venue_zone);
}

std::string fault(const intake::DateField& field)
{
    return field.notes.empty() ? "" : field.notes.front().second.message.key;
}

} // namespace

TEST_SUITE("intake/date_cells") {

TEST_CASE("a time is kept with the offset of its clock")
{
    CHECK(read({{"", "24.11.2026"}, {"time", "9:00"}, {"zone", "Asia/Almaty"}}).iso ==
          "2026-11-24T09:00+05:00");
    CHECK(read({{"", "2026-11-24 09:00"}}, "Asia/Bishkek").iso == "2026-11-24T09:00+06:00");
    CHECK(read({{"", "2026-11-24T09:00Z"}}).iso == "2026-11-24T09:00Z");
    CHECK(read({{"", "2026-11-24 09:00"}, {"zone", "UTC"}}).iso == "2026-11-24T09:00Z");
    CHECK(read({{"", "2024-02-29 09:00"}, {"zone", "Asia/Almaty"}}).iso ==
          "2024-02-29T09:00+06:00");
}

TEST_CASE("without a clock the day alone is taken, and that is told")
{
    const auto field = read({{"", "2026-11-24 09:00"}});
    CHECK(field.iso == "2026-11-24");
    REQUIRE(field.notes.size() == 1);
    CHECK(field.notes.front().second.severity == Severity::warning);
    CHECK(fault(field) == "import.cell.time_dropped");
}

TEST_CASE("an end makes a period, on the same day where it is a time alone")
{
    CHECK(read({{"", "24.11.2026"}, {"end", "26.11.2026"}}).iso == "2026-11-24/2026-11-26");
    CHECK(read({{"", "24.11.2026 09:00"}, {"end", "10:30"}, {"zone", "Asia/Almaty"}}).iso ==
          "2026-11-24T09:00+05:00/2026-11-24T10:30+05:00");
    CHECK(read({{"", "24.11.2026"}, {"end", "24.11.2026"}}).iso == "2026-11-24");
    CHECK(read({{"end", "24.11.2026"}}).iso == std::nullopt);
}

TEST_CASE("what is wrong names its column's part")
{
    struct Case {
        std::map<std::string, std::string> parts;
        const char* part;
        const char* key;
    };
    for (const Case& each :
         {Case{{{"", "01/03/2024"}}, "", "import.cell.two_dates"},
          Case{{{"", "soon"}}, "", "import.cell.no_date"},
          Case{{{"", "01.03.24"}}, "", "import.cell.short_year"},
          Case{{{"", "24.11.2026"}, {"time", "25:00"}}, "time", "import.cell.no_time"},
          Case{{{"", "24.11.2026"}, {"end", "23.11.2026"}}, "end", "import.cell.end_before_start"},
          Case{{{"", "24.11.2026 09:00"}, {"zone", "Mars"}}, "zone", "import.cell.unknown_zone"}}) {
        CAPTURE(each.key);
        const auto field = read(each.parts);
        CHECK_FALSE(field.iso);
        REQUIRE(field.notes.size() == 1);
        CHECK(field.notes.front().first == each.part);
        CHECK(fault(field) == each.key);
    }
}

} // TEST_SUITE
