#include "intake/headings.hpp"

#include "support/foreign_rows.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using Texts = std::vector<std::string>;

namespace {

intake::Table raw(std::vector<std::vector<std::string>> rows, std::size_t width)
{
    Texts columns;
    for (std::size_t i = 0; i < width; ++i) {
        columns.push_back("Field" + std::to_string(i + 1));
    }
    intake::Table table = test::table_of(columns, std::move(rows));
    for (auto& number : table.row_numbers) {
        --number; // the first row is row 1 here
    }
    return table;
}

} // namespace

TEST_SUITE("intake/headings") {

TEST_CASE("the row of headings is found below a title, and the title goes")
{
    const intake::Table table = intake::with_headings(
        raw({{"Список делегаций", ""}, {"", ""}, {"Название", "Страна"}, {"A", "KZ"}}, 2));
    CHECK(table.layer.fields == Texts{"Название", "Страна"});
    CHECK(table.row_numbers == std::vector<std::int64_t>{4});
}

TEST_CASE("headings that nobody knows are the first full row")
{
    const intake::Table table =
        intake::with_headings(raw({{"Q1", "", ""}, {"Qa", "Qb", "Qc"}, {"1", "2", "3"}}, 3));
    CHECK(table.layer.fields == Texts{"Qa", "Qb", "Qc"});
}

TEST_CASE("empty rows and columns go, rows keep their numbers")
{
    const intake::Table table = intake::with_headings(
        raw({{"name", "", "city"}, {" ", "", ""}, {"A", "", "B"}, {"", "", ""}}, 3));
    CHECK(table.layer.fields == Texts{"name", "city"});
    CHECK(table.row_numbers == std::vector<std::int64_t>{3});
    CHECK(table.layer.features[0].attributes.size() == 2);
}

TEST_CASE("a table without rows stays one")
{
    CHECK(intake::with_headings({}).layer.features.empty());
    CHECK(intake::has_headings_in_rows(intake::Format::xlsx));
    CHECK_FALSE(intake::has_headings_in_rows(intake::Format::gpkg));
}

} // TEST_SUITE
