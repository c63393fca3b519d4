#include "fixture.hpp"

#include <imgui.h>

#include <doctest/doctest.h>

#include <set>

using namespace dostyk;
using test::ShellFixture;

namespace {

std::set<std::string> keys_of(const ShellFixture& ui)
{
    std::set<std::string> keys;
    for (const ui::Control& control : ui.shell->controls()) {
        keys.insert(control.key);
    }
    return keys;
}

const ui::Control* find_key(const ShellFixture& ui, std::string_view key)
{
    for (const ui::Control& control : ui.shell->controls()) {
        if (control.key == key) {
            return &control;
        }
    }
    return nullptr;
}

void click_key(ShellFixture& ui, std::string_view key)
{
    const ui::Control* control = find_key(ui, key);
    REQUIRE_MESSAGE(control != nullptr, key);
    ui.move((control->min.x + control->max.x) / 2, (control->min.y + control->max.y) / 2);
    ui.press(true);
    ui.press(false);
}

/// The panels with as much open as goes together: table, card, palette.
void open_everything(ShellFixture& ui)
{
    ui.workspace->run(editor::ActionId::toggle_table);
    ui.workspace->select(ui.workspace->project().entities.front().id);
    ui.workspace->run(editor::ActionId::open_search);
    ui.workspace->run(editor::ActionId::tool_buffer);
    ui.frames(4);
}

} // namespace

TEST_SUITE("ui/control_name") {

TEST_CASE("controls have the same names in every language, and no two of them one")
{
    std::set<std::string> first;
    for (const Language language : all_languages) {
        ShellFixture ui(1920, 1080, 1, language);
        open_everything(ui);
        const auto keys = keys_of(ui);
        CAPTURE(code_of(language));
        CHECK(keys.size() == ui.shell->controls().size());
        for (const std::string& key : keys) {
            CHECK_MESSAGE(key.find('#') == std::string::npos, key);
        }
        // Rows of tables and lists are in the order of the alphabet: those that are seen differ.
        std::set<std::string> fixed;
        for (const std::string& key : keys) {
            if (!key.starts_with("table/") || key.ends_with("/title")) {
                fixed.insert(key);
            }
        }
        first = first.empty() ? fixed : first;
        CHECK(fixed == first);
    }
}

TEST_CASE("a name says panel, data and control")
{
    ShellFixture ui;
    open_everything(ui);
    for (const char* key :
         {"top/language/ky", "top/mode/projects", "tabs/layers", "tools/tool_buffer",
          "outliner/filter", "search/query", "tool/text", "timeline/track"}) {
        CHECK_MESSAGE(find_key(ui, key) != nullptr, key);
    }
}

TEST_CASE("a control says when it is pressed, once, by the mouse and by the keyboard")
{
    ShellFixture ui;
    const auto presses_in_frames = [&](int count, const std::string& key) {
        int presses = 0;
        for (int i = 0; i < count; ++i) {
            ui.frames(1);
            const ui::Control* control = find_key(ui, key);
            presses += control != nullptr && control->is_pressed ? 1 : 0;
        }
        return presses;
    };
    const ui::Control* control = find_key(ui, "tabs/layers");
    REQUIRE(control != nullptr);
    ui.move((control->min.x + control->max.x) / 2, (control->min.y + control->max.y) / 2);
    ui.press(true);
    ImGui::GetIO().MouseDown[0] = false;
    CHECK(presses_in_frames(3, "tabs/layers") == 1);
    CHECK(ui.workspace->is_shown(editor::PanelId::layers));

    ui.move(-1e6F, -1e6F);
    while (ui.shell->marked() == nullptr || ui.shell->marked()->key != "tabs/history") {
        ui.key(ImGuiKey_Tab);
    }
    ImGui::GetIO().KeysDown[ImGuiKey_Space] = true;
    CHECK(presses_in_frames(2, "tabs/history") == 1);
    CHECK(ui.workspace->is_shown(editor::PanelId::history));
    ImGui::GetIO().KeysDown[ImGuiKey_Space] = false;
}

TEST_CASE("what Tab marks comes into sight")
{
    ShellFixture ui(1280, 720);
    click_key(ui, "tabs/layers");
    ui.move(-1e6F, -1e6F);
    ui.frames(3);
    bool was_out_of_sight = false;
    for (int i = 0; i < 300; ++i) {
        const ui::Control* reset = find_key(ui, "layers/reset");
        REQUIRE(reset != nullptr);
        was_out_of_sight |= !reset->is_seen();
        if (ui.shell->marked() == reset) {
            break;
        }
        ui.key(ImGuiKey_Tab);
    }
    REQUIRE(was_out_of_sight);
    REQUIRE(ui.shell->marked() != nullptr);
    CHECK(ui.shell->marked()->key == "layers/reset");
    CHECK(ui.shell->marked()->is_seen());
}

TEST_CASE("Tab stays in a menu that is open")
{
    ShellFixture ui;
    ui.workspace->run(editor::ActionId::toggle_table);
    ui.frames(4);
    click_key(ui, "table/columns");
    ui.move(-1e6F, -1e6F);
    ui.frames(3);
    for (int i = 0; i < 12; ++i) {
        ui.key(ImGuiKey_Tab);
        REQUIRE(ui.shell->marked() != nullptr);
        const std::string& key = ui.shell->marked()->key;
        CHECK_MESSAGE((key.ends_with("/column") || key.ends_with("/forward")), key);
    }
}

} // TEST_SUITE
