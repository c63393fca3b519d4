#include "io/timetable_table.hpp"

#include "io/export_layers.hpp"
#include "io/small_timetable.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("io/timetable_table") {

TEST_CASE("a row says day and time on both clocks, where it is and who comes")
{
    const geo::Layer table = io::table_of(test::small_timetable());
    REQUIRE(table.features.size() == 2);
    const auto cell = [&](std::size_t row, const char* field) {
        return geo::text_at(table, table.features[row], field);
    };
    CHECK(cell(1, "date") == "2026-05-12");
    CHECK(cell(1, "time") == "12:00");
    CHECK(cell(1, "end") == "13:30");
    CHECK(cell(1, "zone") == "Asia/Bishkek");
    CHECK(cell(1, "meeting_clock") == "2026-05-12 11:00 UTC+05");
    CHECK(cell(1, "interpreters") == "Dana");
    CHECK(geo::number_at(table, table.features[1], "duration", 0) == 90);
    CHECK(cell(0, "city") == "Almaty");
    CHECK(io::parts_of_list(cell(0, "delegations")) ==
          std::vector<std::string>{"Guests", "Hosts; and friends"});
    CHECK(std::holds_alternative<geo::LonLat>(table.features[0].geometry));
}

TEST_CASE("every column has words for people")
{
    const geo::Layer table = io::table_of(test::small_timetable());
    const geo::Layer headed = io::with_headings(table, Language::ky);
    for (std::size_t i = 0; i < table.fields.size(); ++i) {
        CHECK(headed.fields[i] != table.fields[i]);
    }
}

} // TEST_SUITE
