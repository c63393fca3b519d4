#include "editor/tools/toolbox.hpp"

#include "tool_bench.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace dostyk;
using editor::Key;
using editor::ToolId;

namespace {

/// Do something at random; what it is, rapidcheck prints.
void stir(test::ToolBench& bench)
{
    const auto lon = *rc::gen::inRange(7200, 7700) / 100.0;
    const auto lat = *rc::gen::inRange(4150, 4480) / 100.0;
    switch (*rc::gen::inRange(0, 8)) {
    case 0:
    case 1:
        bench.click(lon, lat, *rc::gen::arbitrary<bool>());
        break;
    case 2:
        bench.box.move(bench.at(lon, lat), bench.view());
        break;
    case 3:
        if (bench.box.press(bench.at(lon, lat), bench.view())) {
            bench.box.move(bench.at(lon + 0.3, lat), bench.view());
        }
        break;
    case 4:
        bench.key(*rc::gen::element(Key::left, Key::right, Key::up, Key::down));
        break;
    case 5:
        bench.key(Key::enter, *rc::gen::arbitrary<bool>());
        break;
    case 6:
        bench.key(Key::backspace);
        break;
    default:
        (void)bench.box.type(U'4');
        break;
    }
}

} // namespace

TEST_SUITE("editor/tools/toolbox") {

TEST_CASE("Escape, pressed often enough, leaves nothing of any tool in any state")
{
    CHECK(rc::check([] {
        test::ToolBench bench;
        bench.selected = *rc::gen::element(std::string(), std::string("site"), std::string("way"),
                                           std::string("field"), std::string("somewhere"));
        bench.choose(*rc::gen::elementOf(editor::all_tools));
        const int count = *rc::gen::inRange(0, 12);
        for (int i = 0; i < count; ++i) {
            stir(bench);
        }
        const auto docs = bench.docs;
        int presses = 0;
        while (bench.box.cancel(bench.view())) {
            RC_ASSERT(++presses <= 4);
        }
        RC_ASSERT(bench.box.is_selecting());
        RC_ASSERT(bench.box.overlay(bench.view()) == scene::ToolOverlay{});
        RC_ASSERT(bench.box.typed().empty());
        RC_ASSERT(bench.docs == docs);
    }));
}

TEST_CASE("the select tool leaves the keys to the map, all others take arrows and Enter")
{
    test::ToolBench bench;
    for (const Key key : {Key::left, Key::enter, Key::backspace, Key::num4}) {
        bench.key(key);
        CHECK_FALSE(bench.is_key_used);
    }
    for (const ToolId tool : editor::all_tools) {
        if (tool == ToolId::select) {
            continue;
        }
        bench.choose(tool);
        for (const Key key : {Key::left, Key::enter, Key::backspace, Key::num4}) {
            bench.key(key);
            CHECK(bench.is_key_used);
        }
        bench.key(Key::l);
        CHECK_FALSE(bench.is_key_used); // the language, as ever
    }
}

TEST_CASE("letters belong to a text that was begun with a digit, and Backspace to its end")
{
    test::ToolBench bench;
    bench.choose(ToolId::point);
    CHECK_FALSE(bench.box.type(U'n'));
    bench.type("43");
    bench.key(Key::n);
    CHECK(bench.is_key_used); // not "today"
    bench.type(" N");
    CHECK(bench.box.type(U'\u0421'));
    CHECK(bench.box.typed() == "43 N\u0421");
    bench.key(Key::backspace);
    CHECK(bench.box.typed() == "43 N");
    bench.key(Key::enter);
    CHECK(bench.notice() == "tool.refused.text");
    CHECK(bench.box.typed().empty());
}

TEST_CASE("the cross-hair stays in the picture, and the map goes on where it would leave it")
{
    test::ToolBench bench;
    bench.choose(ToolId::point);
    float pan = 0;
    for (int i = 0; i < 100; ++i) {
        const auto done = bench.box.key({Key::right, false, false, false}, bench.view());
        pan += done.pan_x;
        CHECK(done.pan_y == 0);
    }
    const auto cross = bench.box.overlay(bench.view()).cross;
    REQUIRE(cross);
    CHECK(cross->x == 1000 - 48);
    CHECK(pan == doctest::Approx(500 + 16 * 100 - 952));
    bench.box.move(bench.at(74, 44), bench.view()); // the hand is at the mouse again
    CHECK_FALSE(bench.box.overlay(bench.view()).cross);
}

TEST_CASE("Ctrl and an arrow move by a pixel and do not snap")
{
    test::ToolBench bench;
    bench.selected = "somewhere";
    bench.choose(ToolId::point);
    bench.camera.centre = geo::to_world({73.5, 43.5}); // the town is in the middle
    bench.key(Key::right, true);
    const auto cross = bench.box.overlay(bench.view()).cross;
    REQUIRE(cross);
    CHECK(cross->x == 501);
    bench.key(Key::enter);
    CHECK(bench.place("somewhere").precision == model::Precision::approximate);
    bench.key(Key::right);
    bench.key(Key::left);
    bench.key(Key::enter);
    CHECK(bench.place("somewhere").precision == model::Precision::settlement);
}

TEST_CASE("coordinates as a whole go to the tool, what is none is told")
{
    test::ToolBench bench;
    bench.selected = "somewhere";
    bench.choose(ToolId::point);
    bench.apply(bench.box.enter_text("42.5, 73.25", bench.view()));
    CHECK(bench.place("somewhere").at == geo::LonLat{73.25, 42.5});
    bench.apply(bench.box.enter_text("150", bench.view()));
    CHECK(bench.notice() == "tool.refused.text");
}

} // TEST_SUITE
