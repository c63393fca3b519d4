#include "app/application.hpp"

#include "app/driver.hpp"

#include <cmath>

using namespace dostyk;
using app::Driver;
using app::Event;
using app::EventKind;
using editor::Key;

TEST_SUITE("app/application_events") {

TEST_CASE("the wheel zooms the map under the pointer")
{
    Driver driver;
    const double zoom = driver.program->workspace().view().camera.zoom;
    driver.pointer(EventKind::pointer_move, 640, 360);

    driver.pointer(EventKind::wheel, 640, 360, 2);

    CHECK(driver.program->workspace().view().camera.zoom == doctest::Approx(zoom + 1));
}

TEST_CASE("a drag pans the map")
{
    Driver driver;
    const auto before = driver.program->workspace().view().camera;
    driver.pointer(EventKind::pointer_move, 640, 360);
    driver.pointer(EventKind::button_press, 640, 360);
    driver.pointer(EventKind::pointer_move, 700, 330);
    driver.pointer(EventKind::button_release, 700, 330);

    CHECK(driver.program->workspace().view().camera.centre.x < before.centre.x);
    CHECK(driver.program->workspace().view().camera.centre.y > before.centre.y);
}

TEST_CASE("typing into the search finds and selects, and letters are text there, not shortcuts")
{
    Driver driver;
    const Language language = driver.program->workspace().view().language;
    driver.press(Key::k, true);
    REQUIRE(driver.program->workspace().overlays().has_search);

    driver.press(Key::l);
    driver.press(Key::backspace);
    driver.type(U"ferro");
    CHECK(driver.program->workspace().view().language == language);
    driver.press(Key::enter);

    CHECK(driver.program->workspace().view().selected == "ferroalloy-plant");
    CHECK_FALSE(driver.program->workspace().overlays().has_search);
}

TEST_CASE("[ and ] bound the time that Space plays, and Shift with [ frees it")
{
    Driver driver;
    editor::Workspace& workspace = driver.program->workspace();
    workspace.set_pack(model::Pack::enriched);
    workspace.set_date("2019-12-31");
    driver.press(Key::left_bracket);
    driver.press(Key::right, false, true);
    CHECK(workspace.shown_year() == 2020);
    driver.press(Key::right_bracket);
    CHECK(workspace.time_range() == editor::YearRange{2019, 2020});

    driver.press(Key::space);
    for (int i = 0; i < 30; ++i) {
        driver.program->turn(0.1);
        CHECK(workspace.shown_year() >= 2019);
        CHECK(workspace.shown_year() <= 2020);
    }
    CHECK(workspace.is_playing());
    driver.press(Key::space);

    driver.press(Key::left_bracket, false, true);
    CHECK_FALSE(workspace.time_range().is_set());
}

TEST_CASE("the wheel over the time slider leaves the map where it is")
{
    Driver driver;
    const auto before = driver.program->workspace().view().camera;
    const float y = 720 - 32 - 10 - 37;
    driver.pointer(EventKind::pointer_move, 600, y);

    driver.pointer(EventKind::wheel, 600, y, 3);

    CHECK(driver.program->workspace().view().camera == before);
}

TEST_CASE("Ctrl+1 to 8 change the map's reading")
{
    Driver driver;
    driver.press(Key::num6, true);
    CHECK(driver.program->workspace().view().mode == scene::MapMode::borders);
    driver.press(Key::num8, true);
    CHECK(driver.program->workspace().view().mode == scene::MapMode::plain);
}

TEST_CASE("any key stops a flight within the frame")
{
    Driver driver;
    editor::Workspace& workspace = driver.program->workspace();
    workspace.run(editor::ActionId::toggle_reduced_motion); // flights are flown
    workspace.view().camera.zoom += 3;
    workspace.run(editor::ActionId::whole_region);
    driver.program->turn(1.0 / 60);
    REQUIRE(workspace.is_animating());

    Event event;
    event.kind = EventKind::key_press;
    event.chord = {Key::g, false, false, false};
    driver.window->push(event);
    driver.program->turn(1.0 / 60);

    CHECK_FALSE(workspace.is_animating());
}

TEST_CASE("Alt with the arrows and the thumb's buttons go back through the cards and forward")
{
    Driver driver;
    editor::Workspace& workspace = driver.program->workspace();
    workspace.select("ferroalloy-plant");
    workspace.select("mutual-trade-2bn");

    driver.press(Key::left, false, false, true);
    CHECK(workspace.view().selected == "ferroalloy-plant");
    driver.press(Key::right, false, false, true);
    CHECK(workspace.view().selected == "mutual-trade-2bn");

    const auto before = workspace.view().camera;
    for (const auto& [button, expected] :
         {std::pair{3, "ferroalloy-plant"}, std::pair{4, "mutual-trade-2bn"}}) {
        Event event;
        event.x = 640;
        event.y = 360;
        event.button = button;
        for (const EventKind kind : {EventKind::button_press, EventKind::button_release}) {
            event.kind = kind;
            driver.window->push(event);
        }
        driver.settle();
        CHECK(workspace.view().selected == expected);
    }
    CHECK(workspace.view().camera == before);
}

TEST_CASE("a control that Tab has marked keeps Enter and Space from map and tool")
{
    Driver driver;
    driver.press(Key::r);
    REQUIRE(driver.program->workspace().tools().toolbox().active() == editor::ToolId::buffer);
    driver.press(Key::tab);
    REQUIRE(driver.program->shell().marked() != nullptr);

    driver.press(Key::space);
    CHECK_FALSE(driver.program->workspace().is_playing());

    driver.press(Key::escape); // takes the mark away, the tool stays in hand
    CHECK(driver.program->shell().marked() == nullptr);
    CHECK(driver.program->workspace().tools().toolbox().active() == editor::ToolId::buffer);
}

TEST_CASE("a tap, which moves the pointer and presses in one frame, goes to what lies on top")
{
    Driver driver;
    editor::Workspace& workspace = driver.program->workspace();
    const auto tap = [&](float x, float y) {
        for (const EventKind kind :
             {EventKind::pointer_move, EventKind::button_press, EventKind::button_release}) {
            Event event;
            event.kind = kind;
            event.x = x;
            event.y = y;
            driver.window->push(event);
        }
        driver.settle();
    };
    // Somewhere on the map that a sheet covers, with something to select.
    geo::ScreenPoint site;
    for (float y = 250; y < 500 && site == geo::ScreenPoint{}; y += 6) {
        for (float x = 400; x < 850; x += 6) {
            if (!driver.program->entity_at({x, y}).empty()) {
                site = {x, y};
                break;
            }
        }
    }
    REQUIRE_FALSE(site == geo::ScreenPoint{});

    // The pointer was never seen before.
    workspace.open_sheet(editor::Sheet::new_project);
    driver.program->request_panels();
    driver.settle();
    tap(site.x, site.y);
    CHECK(workspace.selected() == nullptr);

    workspace.close_sheet();
    driver.program->request_panels();
    driver.settle();
    driver.pointer(EventKind::pointer_move, 640, 200);
    tap(site.x, site.y);
    CHECK(workspace.selected() != nullptr);

    // From the map to a panel: the empty map beneath it would let go of what is selected.
    driver.pointer(EventKind::pointer_move, 640, 200);
    tap(1262, 640);
    CHECK(workspace.selected() != nullptr);
}

} // TEST_SUITE
