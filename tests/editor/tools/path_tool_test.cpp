#include "editor/tools/path_tool.hpp"

#include "tool_bench.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>
#include <numbers>

using namespace dostyk;
using editor::Key;
using editor::ToolId;

namespace {

bool has_text(test::ToolBench& bench, std::string_view part)
{
    for (const std::string& line : bench.box.overlay(bench.view()).text) {
        if (line.find(part) != std::string::npos) {
            return true;
        }
    }
    return false;
}

} // namespace

TEST_SUITE("editor/tools/path_tool") {

TEST_CASE("clicks make a line, the last one twice ends it, and that is one command")
{
    test::ToolBench bench;
    bench.selected = "somewhere";
    bench.choose(ToolId::line);
    bench.click(72.6, 42.4);
    bench.click(73.4, 42.2);
    CHECK(bench.commands == 0);
    bench.click(74.2, 42.5);
    bench.click(74.2, 42.5);
    CHECK(bench.commands == 1);
    const model::Place& place = bench.place("somewhere");
    CHECK(place.type == model::PlaceType::line);
    CHECK(place.precision == model::Precision::approximate);
    REQUIRE(place.vertices.size() == 3);
    CHECK(place.vertices[1].lon == doctest::Approx(73.4).epsilon(1e-5));
    CHECK(bench.box.overlay(bench.view()).lines.size() <= 1); // ready for the next one
}

TEST_CASE("a polygon closes on its first corner, and one that crosses itself is refused")
{
    test::ToolBench bench;
    bench.selected = "somewhere";
    bench.choose(ToolId::polygon);
    bench.click(72.6, 42.2);
    bench.click(73.6, 42.2);
    bench.click(73.6, 42.8);
    bench.click(72.6, 42.2);
    CHECK(bench.commands == 1);
    CHECK(bench.place("somewhere").type == model::PlaceType::polygon);
    CHECK(bench.place("somewhere").vertices.size() == 3);

    bench.click(72.6, 42.2);
    bench.click(73.6, 42.8);
    bench.click(73.6, 42.2);
    bench.click(72.6, 42.8);
    bench.click(72.6, 42.2);
    CHECK(bench.notice() == "tool.refused.crossing_itself");
    CHECK(bench.commands == 1);
    bench.key(Key::backspace); // mends it
    bench.click(72.6, 42.2);
    CHECK(bench.commands == 2);
}

TEST_CASE("too few vertices end nothing")
{
    test::ToolBench bench;
    bench.selected = "somewhere";
    bench.choose(ToolId::polygon);
    bench.click(72.6, 42.2);
    bench.click(72.6, 42.2);
    CHECK(bench.notice() == "tool.refused.three_vertices");
    bench.choose(ToolId::line);
    bench.click(72.6, 42.2);
    bench.key(Key::enter, true);
    CHECK(bench.notice() == "tool.refused.two_vertices");
    CHECK(bench.commands == 0);
}

TEST_CASE("nothing is drawn without a selection or in the strict pack, and the reason is said")
{
    test::ToolBench bench;
    bench.choose(ToolId::line);
    CHECK(bench.notice() == "tool.refused.nothing_selected");
    bench.click(72.6, 42.2);
    CHECK(bench.notice() == "tool.refused.nothing_selected");
    bench.selected = "site";
    bench.pack = model::Pack::strict;
    bench.choose(ToolId::line);
    CHECK(bench.notice() == "tool.refused.strict_pack");
}

TEST_CASE("each new vertex under Shift lies at a multiple of 15 degrees from the last")
{
    test::ToolBench bench;
    bench.selected = "somewhere";
    CHECK(rc::check([&] {
        bench.choose(ToolId::line);
        const auto any = [] {
            return geo::LonLat{*rc::gen::inRange(7200, 7700) / 100.0,
                               *rc::gen::inRange(4150, 4450) / 100.0};
        };
        const geo::LonLat a = any(), b = any();
        const auto start = bench.px(a.lon, a.lat);
        const auto end = bench.px(b.lon, b.lat);
        RC_PRE(std::hypot(end.x - start.x, end.y - start.y) > 40);
        bench.click(a.lon, a.lat);
        const auto before = bench.box.overlay(bench.view()).handles;
        bench.click(b.lon, b.lat, true);
        const auto handles = bench.box.overlay(bench.view()).handles;
        RC_ASSERT(handles.size() >= before.size() + 1);
        const auto p = geo::to_world(handles[0].at);
        const auto q = geo::to_world(handles[1].at);
        const double degrees = std::atan2(q.y - p.y, q.x - p.x) * 180 / std::numbers::pi;
        // What is left over is the rounding to a metre.
        RC_ASSERT(std::abs(std::remainder(degrees, 15)) < 0.02);
    }));
}

TEST_CASE("a vertex near a settlement is the settlement's place and named; Ctrl lets go of it")
{
    test::ToolBench bench;
    bench.choose(ToolId::measure);
    auto near = bench.at(73.5, 43.5);
    near.at.x += 6;
    bench.box.move(near, bench.view());
    CHECK(has_text(bench, "Town"));
    near.ctrl = true;
    bench.box.move(near, bench.view());
    CHECK_FALSE(has_text(bench, "Town"));
}

TEST_CASE("a line of typed and snapped vertices alone is exact")
{
    test::ToolBench bench;
    bench.selected = "somewhere";
    bench.choose(ToolId::line);
    bench.type("42.5, 73.25");
    bench.key(Key::enter);
    bench.click(74.5, 43); // the crossing
    bench.key(Key::enter, true);
    REQUIRE(bench.commands == 1);
    CHECK(bench.place("somewhere").precision == model::Precision::exact);
    CHECK(bench.place("somewhere").vertices[0] == geo::LonLat{73.25, 42.5});
    CHECK(bench.place("somewhere").vertices[1] == geo::LonLat{74.5, 43});
}

TEST_CASE("a measure says the geodesic length, changes nothing and stays to be read")
{
    test::ToolBench bench;
    bench.choose(ToolId::measure);
    bench.type("43, 74");
    bench.key(Key::enter);
    bench.type("43, 75");
    bench.key(Key::enter);
    CHECK(has_text(bench, "81.5 km"));
    bench.key(Key::enter, true);
    CHECK(has_text(bench, "81.5 km"));
    CHECK(bench.box.measured_km().value() == doctest::Approx(81.5).epsilon(1e-3));
    CHECK(bench.commands == 0);
    bench.click(73, 42.4); // a new one
    CHECK_FALSE(has_text(bench, "km"));
    CHECK_FALSE(bench.box.measured_km());
}

TEST_CASE("a measure along roads says its length, its time and the way to the road")
{
    test::ToolBench bench;
    bench.choose(ToolId::measure_road);
    bench.type("43.5, 73");
    bench.key(Key::enter);
    bench.type("43.5, 75");
    bench.key(Key::enter);
    CHECK(has_text(bench, "180 km by road"));
    CHECK(has_text(bench, "3 h 00 min"));
    CHECK_FALSE(has_text(bench, "to the roads"));
    CHECK(bench.box.measured_km().value() == doctest::Approx(180));
    bench.type("43.7, 75");
    bench.key(Key::enter);
    CHECK(has_text(bench, "and 22.2 km to the roads"));
    bench.key(Key::backspace);
    CHECK_FALSE(has_text(bench, "to the roads"));
}

} // TEST_SUITE
