#include "../fixture.hpp"

#include "core/message.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace dostyk;
using test::ShellFixture;

namespace {

std::string say(Language language, std::string_view key)
{
    return std::string(tr(language, key));
}

} // namespace

TEST_SUITE("ui/panels/layers_panel") {

TEST_CASE("the eye of a layer hides it, the lock keeps it as it is")
{
    ShellFixture ui;
    REQUIRE(ui.click(say(Language::en, "panel.layers")));
    const std::string top = [&] { // the topmost layer of the project is the first row
        for (auto layer = ui.workspace->view().layers.layers.rbegin();
             layer != ui.workspace->view().layers.layers.rend(); ++layer) {
            if (layer->group == "project") {
                return layer->id;
            }
        }
        return std::string();
    }();
    REQUIRE(ui.workspace->view().layers.is_shown(top));

    REQUIRE(ui.click(say(Language::en, "layers.hide")));
    CHECK_FALSE(ui.workspace->view().layers.is_shown(top));

    REQUIRE(ui.click(say(Language::en, "layers.lock")));
    CHECK(ui.workspace->view().layers.find(top)->is_locked);
    // The eye now says why it does nothing.
    REQUIRE(ui.click(say(Language::en, "layers.locked")));
    CHECK_FALSE(ui.workspace->view().layers.is_shown(top));
}

TEST_CASE("a layer dragged by its name takes the place of the one that it is let go on")
{
    ShellFixture ui;
    REQUIRE(ui.click(say(Language::en, "panel.layers")));
    std::vector<geo::ScreenPoint> names; // from the top of the list
    for (const ui::Control& control : ui.shell->controls()) {
        if (control.name == say(Language::en, "layers.hide")) {
            names.push_back({control.max.x + 30, (control.min.y + control.max.y) / 2});
        }
    }
    REQUIRE(names.size() > 3);
    const auto order = [&] {
        std::vector<std::string> ids;
        const auto& layers = ui.workspace->view().layers.layers;
        for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
            if (layer->group == "project") {
                ids.push_back(layer->id);
            }
        }
        return ids;
    };
    auto wanted = order();
    std::rotate(wanted.begin(), wanted.begin() + 1, wanted.begin() + 3);

    const auto drag = [&](std::size_t from, std::size_t to) {
        ui.move(names[from].x, names[from].y);
        ui.press(true);
        ui.move(names[from].x, (names[from].y + names[to].y) / 2);
        ui.move(names[to].x, names[to].y);
        ui.press(false);
        ui.frames(2);
    };
    drag(0, 2);
    CHECK(order() == wanted);

    // A locked layer neither moves nor lets another one pass.
    const std::string locked = order()[1];
    ui.workspace->view().layers.find(locked)->is_locked = true;
    ui.frames(1);
    drag(0, 1);
    CHECK(order() == wanted);
}

} // TEST_SUITE
