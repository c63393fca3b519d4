#include "core/message.hpp"

#include "../../editor/kept_project.hpp"
#include "../fixture.hpp"

#include <imgui.h>

#include <doctest/doctest.h>

using namespace dostyk;
using test::ShellFixture;

namespace {

std::string say(Language language, const Message& message)
{
    return tr(language, message);
}

std::string say(std::string_view key)
{
    return std::string(tr(Language::en, key));
}

constexpr const char* rows = "name_ru\tname_en\tcapacity\n"
                             "Зал дружбы\tFriendship Hall\t250\n"
                             "\t\t90\n";

/// Pasted rows of venues, in a project of three documents.
struct Wizard : ShellFixture {
    explicit Wizard(const char* name, int width = 1920, int height = 1080)
    : ShellFixture(width, height)
    {
        edit(test::few_files(name));
        (void)workspace->paste(rows);
        frames(3);
        workspace->import_session().set_kind("venue");
        frames(4);
    }
};

} // namespace

TEST_SUITE("ui/panels/import_panel") {

TEST_CASE("a fault is gone to, mended in its cell, and the rows imported as one step")
{
    Wizard ui("import_panel_mend");
    editor::ImportSession& session = ui.workspace->import_session();
    REQUIRE(session.plan() != nullptr);
    CHECK(session.plan()->count(intake::Verdict::refused) == 1);
    CHECK(ui.find(say(Language::en, {"import.apply", {{"count", "1"}}})) != nullptr);

    // The sheet stands on the first fault: one types over it.
    ui.type("Hall");
    ui.key(ImGuiKey_Enter);
    ui.frames(3);
    CHECK(session.plan()->count(intake::Verdict::refused) == 0);
    CHECK(session.cell({1, 0}) == "Hall"); // each letter of it

    REQUIRE(ui.click(say(Language::en, {"import.apply", {{"count", "2"}}})));
    ui.frames(2);
    CHECK_FALSE(ui.workspace->has_sheet());
    CHECK(ui.workspace->hits().size() == 2);
    CHECK(ui.workspace->selection().size() == 2);
    CHECK(ui.workspace->edits().stacks().undo.size() == 1);
}

TEST_CASE("Tab goes through the rows and on to what is said about them")
{
    Wizard ui("import_panel_tab");
    bool has_been_at_row = false, has_been_at_note = false;
    for (std::size_t i = 0; i < ui.shell->controls().size() && !has_been_at_note; ++i) {
        ui.key(ImGuiKey_Tab);
        const ui::Control* marked = ui.shell->marked();
        has_been_at_row |= marked != nullptr && marked->key.starts_with("import file/row ");
        has_been_at_note |= marked != nullptr && marked->key.ends_with("/note");
    }
    CHECK(has_been_at_row);
    CHECK(has_been_at_note);
}

TEST_CASE("rows are filtered by what becomes of them, and left out by a press")
{
    Wizard ui("import_panel_filter");
    REQUIRE(ui.click(say("import.filter.insert") + " 1"));
    ui.frames(2);
    REQUIRE(ui.click(say("import.filter.all") + " 2"));
    ui.frames(2);
    REQUIRE(ui.click(say("import.row") + " 2"));
    ui.frames(2);
    REQUIRE(ui.click(say("import.choice.leave_out")));
    ui.frames(3);
    CHECK(ui.workspace->import_session().plan()->count(intake::Verdict::left_out) == 1);
}

TEST_CASE("a file that cannot be read is told, with a way on")
{
    ShellFixture ui;
    ui.workspace->import_session().open("/nowhere/at/all.csv");
    ui.workspace->open_sheet(editor::Sheet::import_file);
    ui.frames(3);
    CHECK(ui.workspace->import_session().stage() == editor::ImportSession::Stage::failed);
    CHECK(ui.find(say("import.another_file")) != nullptr);
}

TEST_CASE("no text of the sheet is cut off in any language, in a small window")
{
    Wizard ui("import_panel_fits", 1280, 720);
    for (const Language language : all_languages) {
        CAPTURE(code_of(language));
        ui.workspace->set_language(language);
        ui.frames(3);
        ui.check_texts_fit();
    }
}

} // TEST_SUITE
