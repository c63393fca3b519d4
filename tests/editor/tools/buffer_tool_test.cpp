#include "editor/tools/buffer_tool.hpp"

#include "tool_bench.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using editor::Key;
using editor::ToolId;

namespace {

std::vector<std::string> hits_of(const test::ToolBench& bench)
{
    std::vector<std::string> ids;
    if (bench.last.answer) {
        for (const editor::BufferHit& hit : bench.last.answer->hits) {
            ids.push_back(hit.entity);
        }
    }
    return ids;
}

} // namespace

TEST_SUITE("editor/tools/buffer_tool") {

TEST_CASE("about the selected crossing, a typed radius asks at once: two inputs after the tool")
{
    test::ToolBench bench;
    bench.selected = "gate";
    bench.choose(ToolId::buffer);
    bench.type("120");
    bench.key(Key::enter);
    REQUIRE(bench.last.answer);
    CHECK(bench.last.answer->radius_km == 120);
    CHECK(hits_of(bench) == std::vector<std::string>{"field", "site"});
    CHECK(bench.last.answer->unpublished == std::vector<std::string>{"somewhere"});
    CHECK(bench.commands == 0);
}

TEST_CASE("without a selection the first click is the middle, the second the radius")
{
    test::ToolBench bench;
    bench.choose(ToolId::buffer);
    bench.click(72.5, 42.2);
    CHECK_FALSE(bench.last.answer);
    bench.click(73.5, 43.5); // the town
    REQUIRE(bench.last.answer);
    CHECK(bench.last.answer->radius_km == doctest::Approx(166).epsilon(0.01));
}

TEST_CASE("the answer stays while hits are selected, another number asks again, Escape clears it")
{
    test::ToolBench bench;
    bench.selected = "gate";
    bench.choose(ToolId::buffer);
    bench.type("120");
    bench.key(Key::enter);
    CHECK(bench.box.overlay(bench.view()).rings.size() == 2);
    bench.click(74, 44);
    CHECK(bench.selected == "site");
    bench.select("site");
    CHECK(bench.box.overlay(bench.view()).rings.size() == 2);
    bench.type("60");
    bench.key(Key::enter);
    CHECK(hits_of(bench).empty());
    CHECK(bench.box.cancel(bench.view()));
    CHECK(bench.box.overlay(bench.view()).rings.empty());
}

TEST_CASE("a radius that is none is refused")
{
    test::ToolBench bench;
    bench.selected = "gate";
    bench.choose(ToolId::buffer);
    bench.type("0");
    bench.key(Key::enter);
    CHECK(bench.notice() == "tool.refused.radius");
    bench.type("9999");
    bench.key(Key::enter);
    CHECK(bench.notice() == "tool.refused.radius");
}

} // TEST_SUITE
