#include "editor/tools/place_tools.hpp"

#include "tool_bench.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using editor::Key;
using editor::ToolId;

TEST_SUITE("editor/tools/place_tools") {

TEST_CASE("a click with the select tool selects what is there, on the ground nothing")
{
    test::ToolBench bench;
    bench.click(74, 44);
    CHECK(bench.selected == "site");
    bench.click(72.5, 42);
    CHECK(bench.selected.empty());
    CHECK(bench.commands == 0);
}

TEST_CASE("a drag with the move tool is one command, selects, and a free place is approximate")
{
    test::ToolBench bench;
    bench.choose(ToolId::move);
    REQUIRE(bench.drag(bench.at(74, 44), bench.at(74.4, 43.4)));
    CHECK(bench.commands == 1);
    CHECK(bench.selected == "site");
    CHECK(bench.place("site").at.lon == doctest::Approx(74.4).epsilon(1e-5));
    CHECK(bench.place("site").precision == model::Precision::approximate);
}

TEST_CASE("a drag that ends at a settlement or a crossing is as exact as that")
{
    test::ToolBench bench;
    bench.choose(ToolId::move);
    REQUIRE(bench.drag(bench.at(74, 44), bench.at(73.5, 43.5)));
    CHECK(bench.place("site").at == geo::LonLat{73.5, 43.5});
    CHECK(bench.place("site").precision == model::Precision::settlement);
    REQUIRE(bench.drag(bench.at(73.5, 43.5), bench.at(74.5, 43)));
    CHECK(bench.place("site").at == geo::LonLat{74.5, 43});
    CHECK(bench.place("site").precision == model::Precision::exact);
}

TEST_CASE("a shape moves as a whole and keeps its form on the map")
{
    test::ToolBench bench;
    const auto before = bench.place("way").vertices;
    bench.choose(ToolId::move);
    REQUIRE(bench.drag(bench.at(74, 44.5), bench.at(73.6, 43.9)));
    const auto after = bench.place("way").vertices;
    REQUIRE(after.size() == before.size());
    for (std::size_t i = 1; i < after.size(); ++i) {
        const auto a = geo::to_world(before[0]), b = geo::to_world(before[i]);
        const auto c = geo::to_world(after[0]), d = geo::to_world(after[i]);
        CHECK(d.x - c.x == doctest::Approx(b.x - a.x).epsilon(1e-3));
        CHECK(d.y - c.y == doctest::Approx(b.y - a.y).epsilon(1e-3));
    }
}

TEST_CASE("a click on a thing selects it, and dragging the ground is not the tool's")
{
    test::ToolBench bench;
    bench.choose(ToolId::move);
    REQUIRE(bench.box.press(bench.at(74, 44), bench.view()));
    bench.apply(bench.box.release(bench.at(74, 44), bench.view()));
    CHECK(bench.selected == "site");
    CHECK(bench.commands == 0);
    CHECK_FALSE(bench.box.press(bench.at(72.5, 42), bench.view()));
}

TEST_CASE("Enter brings the selected site to the cross-hair; one without a site is refused")
{
    test::ToolBench bench;
    bench.selected = "site";
    bench.choose(ToolId::move);
    bench.key(Key::right);
    bench.key(Key::enter);
    CHECK(bench.commands == 1);
    CHECK(bench.place("site").at.lat == doctest::Approx(43.8).epsilon(1e-3));
    bench.selected = "somewhere";
    bench.key(Key::enter);
    CHECK(bench.notice() == "tool.refused.no_site");
    CHECK(bench.commands == 1);
}

TEST_CASE("Escape in the middle of a drag moves nothing")
{
    test::ToolBench bench;
    bench.choose(ToolId::move);
    REQUIRE(bench.box.press(bench.at(74, 44), bench.view()));
    bench.box.move(bench.at(75, 43.5), bench.view());
    CHECK_FALSE(bench.box.overlay(bench.view()).lines.empty());
    CHECK(bench.box.cancel(bench.view()));
    CHECK(bench.box.overlay(bench.view()) == scene::ToolOverlay{});
    bench.apply(bench.box.release(bench.at(75, 43.5), bench.view()));
    CHECK(bench.commands == 0);
}

TEST_CASE("the strict pack is not drawn in, and says so")
{
    test::ToolBench bench;
    bench.choose(ToolId::move);
    bench.selected = "site";
    bench.pack = model::Pack::strict;
    bench.choose(ToolId::point);
    CHECK(bench.notice() == "tool.refused.strict_pack");
}

TEST_CASE("the point tool gives a thing without a site one, by click, key or text")
{
    test::ToolBench bench;
    bench.selected = "somewhere";
    bench.choose(ToolId::point);
    bench.click(72.7, 42.3);
    CHECK(bench.commands == 1);
    CHECK(bench.place("somewhere").type == model::PlaceType::point);
    bench.type("42 30 N 73 15 E");
    bench.key(Key::enter);
    CHECK(bench.commands == 2);
    CHECK(bench.place("somewhere").at == geo::LonLat{73.25, 42.5});
    bench.type("42.5, 73.25");
    bench.key(Key::enter);
    CHECK(bench.commands == 2); // it is there already
}

} // TEST_SUITE
