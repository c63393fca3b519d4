#include "io/export_xlsx.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dostyk;

namespace {

geo::Layer table(std::string text)
{
    geo::Layer layer;
    layer.name = "goal";
    layer.fields = {"id", "count"};
    layer.features.push_back({{}, {std::move(text), 2.0}});
    return layer;
}

} // namespace

TEST_SUITE("io/export_xlsx") {

TEST_CASE("layers become a workbook; what a cell cannot hold is counted")
{
    io::ExportNotes notes;
    const geo::Layer layer = table("=1+1 Қ \x01");
    const auto bytes = io::to_xlsx(std::span(&layer, 1), notes);
    REQUIRE(bytes);
    CHECK(bytes->starts_with("PK"));
    CHECK(notes.replaced == 1);
    CHECK(notes.cut == 0);
}

TEST_CASE("a text longer than a cell is cut between letters, and that is told")
{
    io::ExportNotes notes;
    std::string text;
    for (int i = 0; i < 40000; ++i) {
        text += "Қ";
    }
    const geo::Layer layer = table(text);
    CHECK(io::to_xlsx(std::span(&layer, 1), notes));
    CHECK(notes.cut == 1);
}

TEST_CASE("a workbook without a layer is one too")
{
    io::ExportNotes notes;
    CHECK(io::to_xlsx({}, notes));
}

} // TEST_SUITE
