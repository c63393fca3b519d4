#include "core/files.hpp"
#include "core/message.hpp"
#include "support/golden.hpp"

#include "../fixture.hpp"

#include <imgui.h>

#include <doctest/doctest.h>

#include <cstdlib>

using namespace dostyk;
using test::ShellFixture;

namespace {

namespace fs = std::filesystem;

std::string say(std::string_view key)
{
    return std::string(tr(Language::en, key));
}

/// The sheet of files, in a home folder of its own.
struct Browser : ShellFixture {
    explicit Browser(const char* name, int width = 1920, int height = 1080)
    : ShellFixture(width, height), folder(test::scratch_dir(name))
    {
        ::setenv("HOME", folder.c_str(), 1);
        for (const char* file : {"forum/project.json", "lists/rows.csv", "sites.csv", "zal.csv"}) {
            REQUIRE(write_file_atomically(folder / file, "name_ru,name_en\nЗал,Hall\n"));
        }
        workspace->import_session().worker = "/bin/false"; // nothing is read in these cases
        workspace->run(editor::ActionId::open_file);
        frames(3);
    }

    fs::path folder;
};

} // namespace

TEST_SUITE("ui/panels/file_browser") {

TEST_CASE("Ctrl+O lists the folder by keys alone: down, Enter, Backspace, letters")
{
    Browser ui("browser_keys");
    REQUIRE(ui.find("forum") != nullptr);
    CHECK(ui.find("sites.csv") != nullptr);
    CHECK(ui.find("rows.csv") == nullptr);

    ui.key(ImGuiKey_DownArrow); // from forum to lists
    ui.key(ImGuiKey_Enter);
    REQUIRE(ui.find("rows.csv") != nullptr);
    ui.key(ImGuiKey_Backspace);
    REQUIRE(ui.find("sites.csv") != nullptr);

    ui.type("fo");
    ui.key(ImGuiKey_Enter);
    CHECK(ui.effect == editor::Effect::open_project);
    CHECK(ui.workspace->take_wanted_project() == ui.folder / "forum");
    CHECK_FALSE(ui.workspace->has_sheet());
}

TEST_CASE("a file that is chosen goes to the sheet that imports")
{
    Browser ui("browser_import");
    ui.type("sites");
    ui.key(ImGuiKey_Enter);
    CHECK(ui.workspace->overlays().sheet == editor::Sheet::import_file);
    CHECK(ui.workspace->import_session().file_name() == "sites.csv");
    ui.workspace->run(editor::ActionId::close);
    CHECK_FALSE(ui.workspace->has_sheet());
    CHECK(ui.workspace->import_session().stage() == editor::ImportSession::Stage::idle);
}

TEST_CASE("a sheet keeps clicks and Tab to itself")
{
    Browser ui("browser_modal");
    CHECK(ui.find("КЫР") == nullptr); // the bar beneath is out of reach
    ui.move(60, 20);
    ui.press(true);
    ui.press(false);
    CHECK(ui.workspace->overlays().sheet == editor::Sheet::open_file);
    CHECK(ImGui::GetIO().WantCaptureMouse);
}

TEST_CASE("a typed path that leads nowhere is told where one looks, and nothing is closed")
{
    Browser ui("browser_typed");
    const ui::Control* field = ui.find(say("file.path"));
    REQUIRE(field != nullptr);
    REQUIRE(ui.click(say("file.path")));
    ui.type("/nowhere");
    ui.key(ImGuiKey_Enter);
    CHECK(ui.workspace->overlays().sheet == editor::Sheet::open_file);
    CHECK(ui.find("forum") != nullptr);
}

TEST_CASE("no text of the sheet is cut off in any language, in a small window")
{
    for (const Language language : all_languages) {
        CAPTURE(code_of(language));
        Browser ui("browser_fits", 1280, 720);
        ui.workspace->set_language(language);
        ui.frames(3);
        ui.check_texts_fit();
    }
}

} // TEST_SUITE
