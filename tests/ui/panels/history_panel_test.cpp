#include "core/message.hpp"

#include "../../editor/kept_project.hpp"
#include "../fixture.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using test::ShellFixture;

namespace {

std::string say(std::string_view key)
{
    return std::string(tr(Language::en, key));
}

std::string shown_name(const ShellFixture& ui)
{
    return model::name_of(*ui.workspace->project().find(test::goal_id), model::Pack::enriched,
                          Language::en);
}

} // namespace

TEST_SUITE("ui/panels/history_panel") {

TEST_CASE("every edit is a row, and a click on one goes there and back")
{
    ShellFixture ui;
    ui.edit(test::few_files("history_panel"));
    const std::string first = shown_name(ui);
    ui.workspace->settings().panels.bring_forward(editor::PanelId::history);
    ui.frames(2);
    CHECK(ui.find(say("history.start")) == nullptr);

    REQUIRE(ui.workspace->submit(
        editor::SetField{"goal", test::goal_id, "/fields/name/0/value/en", "\"Other\""}));
    REQUIRE(ui.workspace->submit(editor::Remove{"crossing", "korday-ak-zhol"}));
    ui.frames(2);
    REQUIRE(ui.click("Other")); // the step that named it so
    CHECK(ui.workspace->project().find("korday-ak-zhol") != nullptr);
    CHECK(shown_name(ui) == "Other");
    REQUIRE(ui.click(say("history.start")));
    CHECK(shown_name(ui) == first);
    CHECK(ui.workspace->edits().stacks().redo.size() == 2);
    REQUIRE(ui.click(say("action.redo")));
    CHECK(shown_name(ui) == "Other");
    REQUIRE(ui.click(say("action.undo")));
    CHECK(shown_name(ui) == first);
}

} // TEST_SUITE
