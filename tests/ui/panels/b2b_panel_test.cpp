#include "core/message.hpp"
#include "support/golden.hpp"

#include "../fixture.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

using namespace dostyk;
using test::ShellFixture;

namespace {

std::size_t sessions_of(const ShellFixture& ui)
{
    const auto& entities = ui.workspace->project().entities;
    return static_cast<std::size_t>(
        std::count_if(entities.begin(), entities.end(),
                      [](const model::Entity& entity) { return entity.kind == "session"; }));
}

/// The panel on a copy of the demonstration forum.
void open_desk(ShellFixture& ui, const char* name)
{
    const auto scratch = test::scratch_dir(name);
    ::setenv("XDG_STATE_HOME", (scratch / "state").c_str(), 1);
    std::filesystem::copy(test::source_root() / "data/demo-forum", scratch / "p",
                          std::filesystem::copy_options::recursive);
    ui.edit(scratch / "p");
    ui.workspace->run(editor::ActionId::toggle_b2b);
    ui.frames(3);
}

} // namespace

TEST_SUITE("ui/panels/b2b_panel") {

TEST_CASE("a plan is made, put into the programme as one step, and read back")
{
    ShellFixture ui;
    open_desk(ui, "b2b-panel");
    const std::size_t before = sessions_of(ui);
    const auto say = [](const char* key) { return tr(Language::en, key); };

    REQUIRE(ui.click(say("b2b.solve")));
    ui.frames(2);
    REQUIRE(ui.click(say("b2b.apply")));
    ui.frames(3);

    const std::size_t added = sessions_of(ui) - before;
    CHECK(added > 15);
    const ui::Control* apply = ui.find(say("b2b.apply"));
    REQUIRE(apply != nullptr);
    CHECK_FALSE(apply->is_enabled); // the programme has it
    ui.workspace->run(editor::ActionId::undo);
    ui.frames(3);
    CHECK(sessions_of(ui) == before);
}

TEST_CASE("the texts of all views have their room in every language and in each slot")
{
    for (const Language language : all_languages) {
        for (const editor::Slot slot : {editor::Slot::dock, editor::Slot::right}) {
            ShellFixture ui(1280, 720, 1, language);
            open_desk(ui, "b2b-panel-texts");
            ui.workspace->move_panel(editor::PanelId::b2b, slot);
            ui.frames(3);
            REQUIRE(ui.click(tr(language, "b2b.solve")));
            ui.frames(2);
            ui.check_texts_fit();
            for (const char* view : {"b2b/people", "b2b/unmet", "b2b/tables"}) {
                const auto controls = ui.shell->controls();
                const auto found =
                    std::find_if(controls.begin(), controls.end(),
                                 [&](const ui::Control& each) { return each.key == view; });
                REQUIRE(found != controls.end());
                REQUIRE(ui.click(found->name));
                ui.frames(2);
                ui.check_texts_fit();
            }
        }
    }
}

TEST_CASE("a project without requests says so, and there is nothing to press")
{
    ShellFixture ui;
    ui.workspace->run(editor::ActionId::toggle_b2b);
    ui.frames(3);
    const ui::Control* solve = ui.find(tr(Language::en, "b2b.solve"));
    REQUIRE(solve != nullptr);
    CHECK_FALSE(solve->is_enabled);
}

} // TEST_SUITE
