#include "editor/travel_matrix.hpp"

#include "intake/csv.hpp"
#include "schedule/small_programme.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

namespace {

model::Project forum()
{
    auto entities = test::small_programme();
    model::Entity way =
        test::stated(test::entity("relation", "way-bishkek-almaty"), "type", model::Word{"way"});
    way = test::stated(test::stated(way, "from", test::refs({"bishkek"})), "to",
                       test::refs({"almaty"}));
    entities.push_back(test::stated(way, "minutes", 200.0));
    return test::project(std::move(entities));
}

Result<editor::TravelMatrix> read(const char* csv)
{
    const auto tables = intake::read_csv(csv, "m.csv", {}).value();
    return editor::travel_matrix(tables.at(0), forum(), {"m.csv", "", "2026-05-01"});
}

std::string told(const char* csv)
{
    const auto made = read(csv);
    REQUIRE_FALSE(made);
    return text_of(made.error(), Language::en);
}

} // namespace

TEST_SUITE("editor/travel_matrix") {

TEST_CASE("minutes become ways, in both directions and in one step")
{
    const auto made = read(";almaty;bishkek\nName of almaty;0;190\nbishkek;205;\n");
    REQUIRE_MESSAGE(made, text_of(made.error(), Language::en));
    CHECK(made->added == 1);
    CHECK(made->changed == 1);
    REQUIRE(made->edit.parts.size() == 3); // the file as a source is the first
    CHECK(std::get<editor::Insert>(made->edit.parts[0]).kind == "source");
    CHECK(std::get<editor::Insert>(made->edit.parts[1]).id == "way-almaty-bishkek");
    const auto& changed = std::get<editor::SetField>(made->edit.parts[2]);
    CHECK(changed.id == "way-bishkek-almaty");
    CHECK(changed.pointer == "/fields/minutes");
    CHECK(changed.value.find("205") != std::string::npos);
}

TEST_CASE("what is so already is no edit")
{
    const auto made = read(",almaty,bishkek\nbishkek,200,\n");
    REQUIRE(made);
    CHECK(made->same == 1);
    CHECK(made->edit.parts.empty());
}

TEST_CASE("what is no venue, no number or negative is named with row and column")
{
    CHECK(told(",almaty,osh\nbishkek,200,\n").find("Row 1, column osh") != std::string::npos);
    CHECK(told(",almaty\nbishkek,200\nosh,10\n").find("Row 3, column 1") != std::string::npos);
    for (const char* cell : {"-5", "0", "soon", "1.5", "20000"}) {
        CAPTURE(cell);
        const std::string csv = std::string(";almaty;bishkek\nbishkek;") + cell + ";\n";
        const std::string text = told(csv.c_str());
        CHECK(text.find("Row 2, column almaty") != std::string::npos);
        CHECK(text.find(cell) != std::string::npos);
    }
    CHECK(told(",almaty,almaty\nbishkek,200,210\n").find("before") != std::string::npos);
    CHECK_FALSE(read("almaty\n"));
}

} // TEST_SUITE
