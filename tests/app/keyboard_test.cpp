#include "app/keyboard.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace dostyk;
using editor::Key;

TEST_SUITE("app/keyboard") {

TEST_CASE("keys are known by their place")
{
    CHECK(app::key_of_xkb_name("AC09") == Key::l);
    CHECK(app::key_of_xkb_name("AD01") == Key::q);
    CHECK(app::key_of_xkb_name("AB01") == Key::z);
    CHECK(app::key_of_xkb_name("AE01") == Key::num1);
    CHECK(app::key_of_xkb_name("FK11") == Key::f11);
    CHECK(app::key_of_xkb_name("ESC") == Key::escape);
    CHECK(app::key_of_xkb_name("LFSH") == Key::none);
    CHECK(app::key_of_xkb_name("") == Key::none);
}

TEST_CASE("every key of the list of actions has a place on the keyboard")
{
    std::set<Key> placed;
    for (const char row : {'B', 'C', 'D', 'E'}) {
        for (int column = 1; column <= 12; ++column) {
            const std::string number = (column < 10 ? "0" : "") + std::to_string(column);
            placed.insert(app::key_of_xkb_name(std::string{'A', row} + number));
        }
    }
    for (int column = 1; column <= 12; ++column) {
        placed.insert(app::key_of_xkb_name((column < 10 ? "FK0" : "FK") + std::to_string(column)));
    }
    for (const char* name : {"ESC", "RTRN", "TAB", "SPCE", "BKSP", "DELE", "HOME", "END", "PGUP",
                             "PGDN", "LEFT", "RGHT", "UP", "DOWN"}) {
        placed.insert(app::key_of_xkb_name(name));
    }
    for (const editor::Action& action : editor::actions()) {
        CAPTURE(action.name);
        CHECK(placed.contains(action.chord.key));
    }
}

} // TEST_SUITE
