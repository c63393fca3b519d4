#include "app/headless_window.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("app/headless_window") {

TEST_CASE("events come back in the order in which they were put in")
{
    auto window = app::HeadlessWindow::open(64, 48);
    REQUIRE(window);
    app::Event first;
    first.kind = app::EventKind::wheel;
    app::Event second;
    second.kind = app::EventKind::close;
    (*window)->push(first);
    (*window)->push(second);

    CHECK((*window)->poll_event()->kind == app::EventKind::wheel);
    CHECK((*window)->poll_event()->kind == app::EventKind::close);
    CHECK_FALSE((*window)->poll_event());
}

TEST_CASE("a resize changes the size of what is read back")
{
    auto window = app::HeadlessWindow::open(64, 48);
    REQUIRE(window);
    app::Event resize;
    resize.kind = app::EventKind::resize;
    resize.x = 100;
    resize.y = 50;
    (*window)->push(resize);
    REQUIRE((*window)->poll_event());

    CHECK((*window)->width() == 100);
    CHECK((*window)->read_back().height == 50);
}

TEST_CASE("the clipboard gives back what was put in")
{
    auto window = app::HeadlessWindow::open(8, 8);
    REQUIRE(window);
    (*window)->set_clipboard("Қордай");
    CHECK((*window)->clipboard() == "Қордай");
}

} // TEST_SUITE
