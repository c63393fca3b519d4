#include "app/application.hpp"

#include "app/driver.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <csignal>
#include <thread>

using namespace dostyk;
using app::Driver;
using app::Event;
using app::EventKind;
using editor::Key;

namespace {

double difference(const render::Picture& a, const render::Picture& b)
{
    double sum = 0;
    for (std::size_t i = 0; i < std::min(a.pixels.size(), b.pixels.size()); ++i) {
        sum += std::abs(static_cast<int>(a.pixels[i]) - static_cast<int>(b.pixels[i]));
    }
    return sum / static_cast<double>(std::max<std::size_t>(1, a.pixels.size()));
}

} // namespace

TEST_SUITE("app/application") {

TEST_CASE("the program opens, draws its map once and then rests")
{
    Driver driver;
    const int map_draws = driver.program->map_draws();
    const int panel_draws = driver.program->panel_draws();
    CHECK(map_draws >= 1);
    CHECK(driver.window->title().find("Dostyk") != std::string::npos);

    for (int i = 0; i < 20; ++i) {
        driver.program->turn(0.1);
    }

    CHECK(driver.program->map_draws() == map_draws);
    CHECK(driver.program->panel_draws() == panel_draws);
    CHECK(driver.program->seconds_to_next_turn() > 0.5);
}

TEST_CASE("panels alone redraw without a map draw")
{
    Driver driver;
    const int map_draws = driver.program->map_draws();
    const int panel_draws = driver.program->panel_draws();

    driver.program->request_panels();
    driver.settle();

    CHECK(driver.program->panel_draws() > panel_draws);
    CHECK(driver.program->map_draws() == map_draws);
}

TEST_CASE("what changes is shown alone, and the screen is as if all of it had been drawn")
{
    Driver driver;
    const int map_draws = driver.program->map_draws();
    driver.pointer(EventKind::pointer_move, 100, 300); // over a row of the outliner
    const render::PixelBox part = driver.window->last_part();
    const auto in_parts = driver.window->read_back();

    Event uncovered;
    uncovered.kind = EventKind::uncovered;
    driver.window->push(uncovered);
    driver.program->turn(1.0 / 60);

    CHECK(part.width < 640);
    CHECK(part.x + part.width > 100);
    CHECK(driver.program->map_draws() == map_draws);
    CHECK(driver.window->last_part() == render::PixelBox{0, 0, 1280, 720});
    CHECK(driver.window->read_back().pixels == in_parts.pixels);
}

TEST_CASE("a frame like the one before is not shown again")
{
    Driver driver;
    const int shown = driver.window->shown();

    driver.program->request_panels();
    driver.settle();

    CHECK(driver.window->shown() == shown);
}

TEST_CASE("what happens while nothing is drawn is there, whole, afterwards")
{
    const render::Picture seen = [] { // ImGui has one program at a time
        Driver seeing;
        seeing.press(Key::l);
        return seeing.window->read_back();
    }();
    Driver blind;
    const int map_draws = blind.program->map_draws();
    const int shown = blind.window->shown();
    blind.program->set_blind(true);
    Event event;
    event.kind = EventKind::key_press;
    event.chord = {Key::l};
    blind.window->push(event);
    event.kind = EventKind::key_release;
    blind.window->push(event);
    for (int i = 0; i < 4; ++i) {
        blind.program->turn(1.0 / 60);
    }
    CHECK(blind.program->map_draws() == map_draws);
    CHECK(blind.window->shown() == shown);

    blind.program->set_blind(false);
    blind.program->request_panels();
    blind.settle();
    CHECK(blind.window->last_part() == render::PixelBox{0, 0, 1280, 720});
    CHECK(difference(blind.window->read_back(), seen) < 0.5);
}

TEST_CASE("L cycles the language of map and panels, and the picture changes each time")
{
    editor::Settings settings;
    settings.language = Language::kk;
    Driver driver(settings);
    const auto camera = driver.program->workspace().view().camera;
    render::Picture last = driver.window->read_back();

    for (const Language expected : {Language::ky, Language::ru, Language::en}) {
        driver.press(Key::l);
        CHECK(driver.program->workspace().view().language == expected);
        const auto picture = driver.window->read_back();
        CHECK(difference(last, picture) > 0.05);
        last = picture;
    }
    CHECK(driver.program->workspace().view().camera == camera);
}

TEST_CASE("F10 hides the panels and brings them back")
{
    Driver driver;
    const auto with_panels = driver.window->read_back();
    driver.press(Key::f10);
    CHECK(difference(with_panels, driver.window->read_back()) > 0.5);
    driver.press(Key::f10);
    CHECK(difference(with_panels, driver.window->read_back()) < 0.5);
}

TEST_CASE("the style changes panels and map")
{
    Driver driver;
    const auto hall = driver.window->read_back();
    driver.press(Key::t);
    CHECK(driver.program->workspace().settings().style == "day");
    CHECK(difference(hall, driver.window->read_back()) > 20);
}

TEST_CASE("every scale from 75 to 300 percent draws")
{
    Driver driver;
    for (const float scale : {0.75F, 1.5F, 3.0F}) {
        driver.program->workspace().view().scale = scale;
        driver.program->request_panels();
        driver.settle();
        CHECK(driver.window->read_back().width == 1280);
    }
}

TEST_CASE("a signal ends the loop as closing does")
{
    Driver driver;
    std::thread signaller([] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        std::raise(SIGTERM);
    });
    const auto started = std::chrono::steady_clock::now();
    driver.program->run(20);
    signaller.join();
    CHECK(std::chrono::steady_clock::now() - started < std::chrono::seconds(15));
}

TEST_CASE("closing the window ends the program")
{
    Driver driver;
    Event event;
    event.kind = EventKind::close;
    driver.window->push(event);
    CHECK_FALSE(driver.program->turn(0.01));
}

} // TEST_SUITE
