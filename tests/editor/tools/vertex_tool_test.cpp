#include "editor/tools/vertex_tool.hpp"

#include "tool_bench.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace dostyk;
using editor::Key;
using editor::ToolId;

namespace {

struct Editing : test::ToolBench {
    explicit Editing(const char* id)
    {
        selected = id;
        choose(ToolId::vertices);
    }
};

} // namespace

TEST_SUITE("editor/tools/vertex_tool") {

TEST_CASE("dragging a vertex moves it alone, as one command")
{
    Editing bench("way");
    REQUIRE(bench.drag(bench.at(74, 44.5), bench.at(74.3, 43.9)));
    CHECK(bench.commands == 1);
    const auto& vertices = bench.place("way").vertices;
    REQUIRE(vertices.size() == 3);
    CHECK(vertices[0] == geo::LonLat{73, 44.2});
    CHECK(vertices[1].lon == doctest::Approx(74.3).epsilon(1e-5));
    CHECK(vertices[1].lat == doctest::Approx(43.9).epsilon(1e-5));
    CHECK(vertices[2] == geo::LonLat{75, 44.2});
}

TEST_CASE("a drag that begins beside every vertex is not the tool's: it pans")
{
    Editing bench("way");
    CHECK_FALSE(bench.drag(bench.at(73.5, 43.8), bench.at(74, 43.8)));
    CHECK(bench.commands == 0);
}

TEST_CASE("taking a vertex and letting it go where it is changes nothing")
{
    Editing bench("way");
    REQUIRE(bench.box.press(bench.at(74, 44.5), bench.view()));
    bench.apply(bench.box.release(bench.at(74, 44.5), bench.view()));
    CHECK(bench.commands == 0);
}

TEST_CASE("dragging the middle of a side puts a vertex in")
{
    Editing bench("field");
    REQUIRE(bench.drag(bench.at(76, 43.5), bench.at(76, 43.2)));
    const auto& vertices = bench.place("field").vertices;
    REQUIRE(vertices.size() == 5);
    CHECK(vertices[1].lat == doctest::Approx(43.2).epsilon(1e-5));
}

TEST_CASE("Backspace takes out the vertex that was touched last, but not below three corners")
{
    Editing bench("field");
    const auto take_out = [&](double lon, double lat) {
        REQUIRE(bench.box.press(bench.at(lon, lat), bench.view()));
        bench.apply(bench.box.release(bench.at(lon, lat), bench.view()));
        bench.key(Key::backspace);
    };
    take_out(76.5, 44.5);
    CHECK(bench.place("field").vertices.size() == 3);
    CHECK(bench.commands == 1);
    bench.key(Key::backspace); // nothing is touched now
    CHECK(bench.commands == 1);
    take_out(75.5, 43.5);
    CHECK(bench.notice() == "tool.refused.three_vertices");
    CHECK(bench.place("field").vertices.size() == 3);
}

TEST_CASE("an outline that would cross itself is refused and stays as it was")
{
    Editing bench("field");
    REQUIRE(bench.drag(bench.at(75.5, 43.5), bench.at(77, 44)));
    CHECK(bench.notice() == "tool.refused.crossing_itself");
    CHECK(bench.commands == 0);
    CHECK(bench.place("field").vertices[0] == geo::LonLat{75.5, 43.5});
}

TEST_CASE("Escape in the middle of a drag leaves the place as it was")
{
    Editing bench("way");
    REQUIRE(bench.box.press(bench.at(74, 44.5), bench.view()));
    bench.box.move(bench.at(74.5, 43.5), bench.view());
    CHECK(bench.box.overlay(bench.view()).lines.size() == 1);
    CHECK(bench.box.cancel(bench.view()));
    bench.apply(bench.box.release(bench.at(74.5, 43.5), bench.view()));
    CHECK(bench.commands == 0);
    CHECK(bench.box.active() == ToolId::vertices);
}

TEST_CASE("with the keys, Enter takes a vertex up and puts it down")
{
    Editing bench("way");
    bench.camera.centre = geo::to_world({74, 44.5}); // the cross-hair begins in the middle
    bench.key(Key::enter);
    bench.key(Key::enter);
    for (int i = 0; i < 5; ++i) {
        bench.key(Key::right);
    }
    CHECK(bench.commands == 0);
    bench.key(Key::enter);
    CHECK(bench.commands == 1);
    CHECK(bench.place("way").vertices[1].lon > 74.3);
    CHECK(bench.place("way").vertices[1].lat == doctest::Approx(44.5).epsilon(1e-4));
}

TEST_CASE("coordinates go to the vertex that was touched last")
{
    Editing bench("site");
    REQUIRE(bench.box.press(bench.at(74, 44), bench.view()));
    bench.apply(bench.box.release(bench.at(74, 44), bench.view()));
    bench.type("43.125, 74.5");
    bench.key(Key::enter);
    CHECK(bench.commands == 1);
    CHECK(bench.place("site").at == geo::LonLat{74.5, 43.125});
    CHECK(bench.place("site").precision == model::Precision::exact);
}

TEST_CASE("a place without vertices is told")
{
    Editing bench("somewhere");
    CHECK(bench.notice() == "tool.refused.no_site");
    CHECK(bench.box.overlay(bench.view()).handles.empty());
}

TEST_CASE("any drag changes one vertex at most, or nothing")
{
    CHECK(rc::check([] {
        Editing bench("way");
        const auto before = bench.place("way").vertices;
        const auto any = [] {
            return geo::LonLat{*rc::gen::inRange(7200, 7600) / 100.0,
                               *rc::gen::inRange(4200, 4500) / 100.0};
        };
        const geo::LonLat from = *rc::gen::oneOf(rc::gen::elementOf(before), rc::gen::exec(any));
        const geo::LonLat to = any();
        const bool is_taken = bench.drag(bench.at(from.lon, from.lat), bench.at(to.lon, to.lat));
        const auto after = bench.place("way").vertices;
        RC_ASSERT(is_taken || after == before);
        RC_ASSERT(bench.commands <= 1);
        if (after.size() == before.size()) {
            int changed = 0;
            for (std::size_t i = 0; i < before.size(); ++i) {
                changed += before[i] == after[i] ? 0 : 1;
            }
            RC_ASSERT(changed == bench.commands);
        } else {
            RC_ASSERT(after.size() == before.size() + 1);
        }
    }));
}

} // TEST_SUITE
