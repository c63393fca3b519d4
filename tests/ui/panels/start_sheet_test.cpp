#include "ui/panels/start_sheet.hpp"

#include "editor/kept_project.hpp"
#include "ui/fixture.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

using namespace dostyk;
using namespace dostyk::test;

namespace {

std::string say(std::string_view key, Language language = Language::en)
{
    return std::string(tr(language, key));
}

} // namespace

TEST_SUITE("ui/panels/start_sheet") {

TEST_CASE("the start screen opens a layout with one press")
{
    ShellFixture ui;
    ui.workspace->run(editor::ActionId::show_start);
    ui.frames(2);

    REQUIRE(ui.click(say("layout.edit")));
    ui.frames(1);

    CHECK_FALSE(ui.workspace->has_sheet());
    CHECK(ui.workspace->settings().layout == editor::LayoutId::edit);
    CHECK(ui.find(say("layout.edit")) == nullptr);
}

TEST_CASE("presenting is greyed: a press changes nothing")
{
    ShellFixture ui;
    ui.workspace->run(editor::ActionId::show_start);
    ui.frames(2);

    REQUIRE(ui.click(say("layout.present")));

    CHECK(ui.workspace->has_sheet());
    CHECK(ui.workspace->settings().layout == editor::LayoutId::explore);
}

TEST_CASE("a recent project is asked for, one that is gone is not")
{
    ShellFixture ui;
    const auto folder = test::scratch_dir("start-recent") / "taraz";
    std::filesystem::create_directories(folder);
    ui.workspace->settings().recent = {folder.string(), "/nowhere/osh"};
    ui.workspace->run(editor::ActionId::show_start);
    ui.frames(2);

    REQUIRE(ui.click("osh"));
    CHECK(ui.effect == editor::Effect::none);
    REQUIRE(ui.click("taraz"));
    ui.frames(1);

    CHECK(ui.effect == editor::Effect::open_project);
    CHECK(ui.workspace->take_wanted_project() == folder);
}

TEST_CASE("a meeting is made from a template with three presses")
{
    ShellFixture ui;
    ui.edit(few_files("start-meeting"));
    ui.workspace->set_template_folder(source_root() / "data" / "templates" / "meetings");
    ui.workspace->run(editor::ActionId::new_meeting);
    ui.frames(2);
    const auto& templates = ui.workspace->meeting_templates();
    REQUIRE(templates.size() == 3);

    REQUIRE(ui.click(templates[2].name[Language::en]));
    ui.frames(1);
    REQUIRE(ui.click(say("new_meeting.create")));
    ui.frames(2);

    CHECK_FALSE(ui.workspace->has_sheet());
    const model::Entity* meeting = ui.workspace->selected();
    REQUIRE(meeting != nullptr);
    CHECK(model::name_of(*meeting, model::Pack::enriched, Language::en) ==
          templates[2].meeting_name[Language::en]);
    CHECK(ui.workspace->hits().size() == templates[2].sessions.size());
}

TEST_CASE("the sheets have room for their words in every language and size")
{
    struct Screen {
        int width, height;
        float scale;
    };
    for (const Screen& screen : {Screen{1280, 720, 1}, Screen{1920, 1080, 1},
                                 Screen{1920, 1080, 1.5F}, Screen{3840, 2160, 2}}) {
        for (const Language language : all_languages) {
            ShellFixture ui(screen.width, screen.height, screen.scale, language);
            ui.workspace->set_template_folder(source_root() / "data" / "templates" / "meetings");
            for (const auto sheet :
                 {editor::Sheet::start, editor::Sheet::new_meeting, editor::Sheet::new_project}) {
                ui.workspace->open_sheet(sheet);
                ui.frames(2);
                CAPTURE(screen.width);
                CAPTURE(code_of(language));
                ui.check_texts_fit();
            }
        }
    }
}

} // TEST_SUITE
