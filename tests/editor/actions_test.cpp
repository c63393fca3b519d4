#include "editor/actions.hpp"

#include "core/message.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>

using namespace dostyk;
using namespace dostyk::editor;

TEST_SUITE("editor/actions") {

TEST_CASE("no key means two things in one context")
{
    std::map<std::pair<Context, std::string>, std::string_view> seen;
    for (const Action& action : actions()) {
        for (const Chord chord : {action.chord, action.second_chord}) {
            if (chord.key == Key::none) {
                continue;
            }
            const auto [other, is_new] =
                seen.try_emplace({action.context, text_of(chord)}, action.name);
            CAPTURE(text_of(chord));
            CAPTURE(action.name);
            CAPTURE(other->second);
            CHECK(is_new);
        }
    }
    CHECK(seen.size() > 40);
}

TEST_CASE("what acts everywhere is not taken away by the map or the time slider")
{
    for (const Action& everywhere : actions()) {
        if (everywhere.context != Context::everywhere) {
            continue;
        }
        for (const Context context : {Context::map, Context::timeline}) {
            CAPTURE(everywhere.name);
            REQUIRE(find_action(everywhere.chord, context, false) != nullptr);
            CHECK(find_action(everywhere.chord, context, false)->id == everywhere.id);
        }
    }
}

TEST_CASE("single letters rest while a text field has the focus, chords and function keys act")
{
    CHECK(find_action({Key::l}, Context::map, false)->id == ActionId::next_language);
    CHECK(find_action({Key::l}, Context::map, true) == nullptr);
    CHECK(find_action({Key::space}, Context::map, true) == nullptr);
    CHECK(find_action({Key::k, true}, Context::map, true)->id == ActionId::open_search);
    CHECK(find_action({Key::z, true}, Context::map, false)->id == ActionId::undo);
    CHECK(find_action({Key::y, true}, Context::timeline, false)->id == ActionId::redo);
    CHECK(find_action({Key::z, true}, Context::map, true) == nullptr); // the field's own undo
    CHECK(find_action({Key::s, true}, Context::map, true)->id == ActionId::write_to_folder);
    CHECK(find_action({Key::f1}, Context::map, true)->id == ActionId::show_shortcuts);
    CHECK(find_action({Key::escape}, Context::map, true)->id == ActionId::close);
}

TEST_CASE("the arrows step the time where the slider has the focus, else they pan")
{
    CHECK(find_action({Key::left}, Context::map, false)->id == ActionId::pan_left);
    CHECK(find_action({Key::left}, Context::timeline, false)->id == ActionId::time_back);
    CHECK(find_action({Key::up}, Context::timeline, false)->id == ActionId::pan_up);
}

TEST_CASE("every action has its name in the tables")
{
    for (const Action& action : actions()) {
        CAPTURE(action.name);
        CHECK(has_message("action." + std::string(action.name)));
        CHECK(action_of(action.id).name == action.name);
    }
}

TEST_CASE("chords read as on a keyboard")
{
    CHECK(text_of({Key::p, true, true}) == "Ctrl+Shift+P");
    CHECK(text_of({Key::left, false, false, true}) == "Alt+←");
    CHECK(text_of({Key::right_bracket}) == "]");
    CHECK(text_of({Key::f12}) == "F12");
    CHECK(text_of({Key::page_down}) == "PgDn");
}

TEST_CASE("a table keeps the keys that go through its rows, and lets the others through")
{
    using editor::Key;
    const auto in_table = [](editor::Chord chord) {
        return editor::find_action(chord, editor::Context::table, false);
    };
    CHECK(in_table({Key::left}) == nullptr);
    CHECK(in_table({Key::home}) == nullptr);
    CHECK(in_table({Key::down, false, true}) == nullptr);
    REQUIRE(in_table({Key::t, true}) != nullptr);
    CHECK(in_table({Key::t, true})->id == editor::ActionId::toggle_table);
    CHECK(in_table({Key::left, false, false, true}) != nullptr); // Alt+Left goes back
}

TEST_CASE("under a sheet only what acts everywhere does")
{
    using editor::Key;
    const auto under_sheet = [](editor::Chord chord) {
        return editor::find_action(chord, editor::Context::sheet, false);
    };
    CHECK(under_sheet({Key::l}) == nullptr);
    CHECK(under_sheet({Key::down}) == nullptr);
    CHECK(under_sheet({Key::z, true}) == nullptr);
    REQUIRE(under_sheet({Key::escape}) != nullptr);
    CHECK(under_sheet({Key::escape})->id == editor::ActionId::close);
}

TEST_CASE("every chord is read as it is written")
{
    for (const editor::Action& action : editor::actions()) {
        for (const editor::Chord chord : {action.chord, action.second_chord}) {
            if (chord.key != editor::Key::none) {
                CAPTURE(editor::text_of(chord));
                CHECK(editor::parse_chord(editor::text_of(chord)) == chord);
            }
        }
    }
    CHECK(editor::parse_chord("Shift+Left") ==
          editor::Chord{editor::Key::left, false, true, false});
    for (const char* text : {"", "Ctrl", "Ctrl+", "Ctrl+Ctrl+A", "a", "Hyper+A"}) {
        CAPTURE(text);
        CHECK_FALSE(editor::parse_chord(text));
    }
}

} // TEST_SUITE
