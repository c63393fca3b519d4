#include "editor/kept_project.hpp"
#include "ui/fixture.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using test::ShellFixture;

namespace {

std::string say(std::string_view key)
{
    return std::string(tr(Language::en, key));
}

} // namespace

TEST_SUITE("ui/panels/main_menu") {

TEST_CASE("the menu opens, does what its item says, and closes")
{
    ShellFixture ui;
    REQUIRE(ui.find(say("action.export_project")) == nullptr);
    REQUIRE(ui.click(say("menu.title")));
    ui.frames(2);

    REQUIRE(ui.click(say("action.export_project")));
    ui.frames(2);

    CHECK(ui.workspace->overlays().sheet == editor::Sheet::export_project);
    CHECK(ui.find(say("action.copy_picture")) == nullptr);
}

TEST_CASE("what cannot be done tells why, and a press on it does nothing")
{
    ShellFixture ui;
    ui.edit(test::few_files("main_menu_undo"));
    REQUIRE(ui.click(say("menu.title")));
    ui.frames(2);
    const auto before = ui.workspace->edits().revision();

    REQUIRE(ui.click(say("action.undo"))); // nothing was edited
    ui.frames(2);

    CHECK(ui.workspace->edits().revision() == before);
    CHECK_FALSE(ui.workspace->notice()); // no sentence of a refusal: it was never asked
}

} // TEST_SUITE
