#include "editor/tools/border_tool.hpp"

#include "tool_bench.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using editor::ToolId;

TEST_SUITE("editor/tools/border_tool") {

TEST_CASE("a click takes the nearest stretch of the common border, Shift the whole")
{
    test::ToolBench bench;
    bench.selected = "somewhere";
    bench.choose(ToolId::border);
    bench.click(73, 42.8);
    CHECK(bench.commands == 1);
    CHECK(bench.place("somewhere").type == model::PlaceType::border);
    CHECK(bench.place("somewhere").units == std::vector<std::string>{"KZ-1", "KG-1"});
    bench.click(75, 43.3);
    CHECK(bench.place("somewhere").units == std::vector<std::string>{"KZ-2", "KG-2"});
    bench.click(75, 43.3, true);
    CHECK(bench.place("somewhere").units.empty());
    CHECK(bench.commands == 3);
}

TEST_CASE("what would be taken is shown and named before the click")
{
    test::ToolBench bench;
    bench.selected = "somewhere";
    bench.choose(ToolId::border);
    bench.box.move(bench.at(73, 42.8), bench.view());
    const auto overlay = bench.box.overlay(bench.view());
    REQUIRE(overlay.lines.size() == 1);
    CHECK(overlay.lines[0].is_wide);
    CHECK(overlay.text == std::vector<std::string>{"Unit KZ-1 – Unit KG-1"});
    CHECK(bench.commands == 0);
}

TEST_CASE("without a selection the reason is said")
{
    test::ToolBench bench;
    bench.choose(ToolId::border);
    bench.click(73, 42.8);
    CHECK(bench.notice() == "tool.refused.nothing_selected");
    CHECK(bench.commands == 0);
}

} // TEST_SUITE
