#include "intake/csv.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

namespace {

std::string text_of(const geo::Value& value)
{
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? *text : "(none)";
}

} // namespace

TEST_SUITE("intake/csv") {

TEST_CASE("rows keep the numbers that a spreadsheet shows, blank ones among them")
{
    const auto tables = intake::read_csv("name;city\n\n;;\nA;B;C\n", "venues.csv", {});

    REQUIRE(tables);
    REQUIRE(tables->size() == 1);
    const intake::Table& table = tables->front();
    CHECK(table.layer.name == "venues");
    CHECK(table.layer.fields == std::vector<std::string>{"Field1", "Field2", "Field3"});
    CHECK(table.row_numbers == std::vector<std::int64_t>{1, 4});
    CHECK(text_of(table.layer.features[0].attributes[2]) == "(none)");
    CHECK(text_of(table.layer.features[1].attributes[2]) == "C");
}

TEST_CASE("limits are kept and told")
{
    gis::ForeignLimits limits;
    limits.rows = 2;
    CHECK(intake::read_csv("h,i\n1,1\n2,2\n", "a.csv", limits));
    const auto rows = intake::read_csv("h,i\n1,1\n2,2\n3,3\n", "a.csv", limits);
    REQUIRE_FALSE(rows);
    CHECK(rows.error().message.key == "error.foreign_rows");
    limits.columns = 2;
    const auto columns = intake::read_csv("a,b,c\n1,2,3\n", "a.csv", limits);
    REQUIRE_FALSE(columns);
    CHECK(columns.error().message.key == "error.foreign_columns");
}

TEST_CASE("what is no text is refused with the file's name")
{
    const auto tables = intake::read_csv(std::string_view("\x89PNG\0\0", 6), "dir/a.csv", {});
    REQUIRE_FALSE(tables);
    CHECK(tables.error().message.key == "import.no_text");
    CHECK(tables.error().message.values.front().second == "a.csv");
}

TEST_CASE("an empty file has no table")
{
    const auto tables = intake::read_csv("\n\n", "a.csv", {});
    REQUIRE(tables);
    CHECK(tables->empty());
}

TEST_CASE("the export's guard against formulas is taken away, other apostrophes stay")
{
    const auto tables = intake::read_csv("a,b\n'=1+1,'tis\n", "a.csv", {});
    REQUIRE(tables);
    CHECK(text_of(tables->front().layer.features[1].attributes[0]) == "=1+1");
    CHECK(text_of(tables->front().layer.features[1].attributes[1]) == "'tis");
}

TEST_CASE("the line sep= is no row")
{
    const auto tables = intake::read_csv("sep=;\na;b\n1;2\n", "a.csv", {});
    REQUIRE(tables);
    CHECK(tables->front().layer.features.size() == 2);
}

} // TEST_SUITE
