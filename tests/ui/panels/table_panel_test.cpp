#include "core/message.hpp"

#include "../../editor/kept_project.hpp"
#include "../fixture.hpp"

#include <imgui.h>

#include <doctest/doctest.h>

using namespace dostyk;
using test::ShellFixture;

namespace {

std::string say(std::string_view key)
{
    return std::string(tr(Language::en, key));
}

/// The table of crossings of a project of three documents.
struct Crossings : ShellFixture {
    explicit Crossings(const char* name)
    {
        edit(test::few_files(name));
        workspace->run(editor::ActionId::toggle_table);
        frames(3);
        REQUIRE(click(say("kind.crossing.plural") + " 1"));
        frames(2);
    }

    [[nodiscard]] std::string name() const
    {
        return model::name_of(*workspace->project().find("korday-ak-zhol"), model::Pack::enriched,
                              Language::en);
    }

    void hold(int imgui_key)
    {
        ImGui::GetIO().KeyCtrl = true;
        key(imgui_key);
        ImGui::GetIO().KeyCtrl = false;
    }
};

} // namespace

TEST_SUITE("ui/panels/table_panel") {

TEST_CASE("a row selects its entity, and what is selected elsewhere is found in its table")
{
    Crossings ui("table_panel_select");
    REQUIRE(ui.click(ui.name()));
    CHECK(ui.workspace->view().selected == "korday-ak-zhol");
    CHECK(ui.workspace->view().hovered == "korday-ak-zhol");
    CHECK(ui.shell->key_context() == editor::Context::table);

    ui.workspace->select(test::goal_id);
    ui.frames(3);
    const std::string goal = model::name_of(*ui.workspace->project().find(test::goal_id),
                                            model::Pack::enriched, Language::en);
    CHECK(ui.find(goal) != nullptr); // the goals' table is open now
}

TEST_CASE("a cell is written in place as one step, and Escape leaves it as it was")
{
    Crossings ui("table_panel_edit");
    const std::string before = ui.name();
    REQUIRE(ui.click(before));
    for (int column = 0; column < 12; ++column) {
        ui.key(ImGuiKey_LeftArrow); // to the name: a click chooses the cell that it is in
    }
    ui.key(ImGuiKey_Enter);
    ui.frames(2);
    CHECK(ui.workspace->overlays().has_cell_edit);
    ui.type("Gate");
    ui.key(ImGuiKey_Enter);
    ui.frames(2);
    CHECK(ui.name() == "Gate");
    CHECK_FALSE(ui.workspace->overlays().has_cell_edit);
    CHECK(ui.workspace->edits().stacks().undo.size() == 1);

    ui.key(ImGuiKey_Enter);
    ui.frames(2);
    ui.type("Wall");
    ui.workspace->run(editor::ActionId::close); // what the key does in the window
    ui.frames(2);
    CHECK(ui.name() == "Gate");
    CHECK(ui.workspace->view().selected == "korday-ak-zhol"); // Escape took the writing alone
    ui.workspace->run(editor::ActionId::undo);
    ui.frames(2);
    CHECK(ui.name() == before);
}

TEST_CASE("rows are copied for a spreadsheet and pasted back as one step")
{
    Crossings ui("table_panel_paste");
    REQUIRE(ui.click(ui.name()));
    ui.hold(ImGuiKey_C);
    const std::string copied = ImGui::GetClipboardText();
    CHECK(copied.starts_with("id\t"));
    CHECK(copied.find("korday-ak-zhol\t") != std::string::npos);

    ImGui::SetClipboardText("id\tName\nkorday-ak-zhol\tPasted\nnew-gate\tNew\n");
    ui.hold(ImGuiKey_V);
    CHECK(ui.name() == "Pasted");
    CHECK(ui.workspace->project().find("new-gate") != nullptr);
    CHECK(ui.workspace->edits().stacks().undo.size() == 1);
    ImGui::SetClipboardText("id\tColour\nkorday-ak-zhol\tred\n");
    ui.hold(ImGuiKey_V);
    REQUIRE(ui.workspace->notice());
    CHECK(ui.workspace->notice()->said.message.key == "error.paste.unknown_column");
}

TEST_CASE("all rows are selected and removed as one step, which undo takes back")
{
    Crossings ui("table_panel_remove");
    ImGui::SetClipboardText("id\tName\nnew-gate\tNew\n");
    REQUIRE(ui.click(ui.name()));
    ui.hold(ImGuiKey_V);
    REQUIRE(ui.workspace->project().find("new-gate") != nullptr);
    ui.hold(ImGuiKey_A);
    ui.key(ImGuiKey_Delete);
    ui.frames(2);
    CHECK(ui.workspace->project().find("new-gate") == nullptr);
    CHECK(ui.workspace->project().find("korday-ak-zhol") == nullptr);
    CHECK(ui.workspace->edits().stacks().undo.size() == 2);
    ui.workspace->run(editor::ActionId::undo);
    ui.frames(2);
    CHECK(ui.workspace->project().find("new-gate") != nullptr);
    CHECK(ui.workspace->project().find("korday-ak-zhol") != nullptr);
}

TEST_CASE("every word of the dock fits or is shortened with a hint, in four languages")
{
    for (const Language language : all_languages) {
        for (const int width : {1280, 1920}) {
            ShellFixture ui(width, width == 1280 ? 720 : 1080, 1, language);
            CAPTURE(code_of(language));
            CAPTURE(width);
            ui.workspace->run(editor::ActionId::toggle_table);
            ui.frames(4);
            ui.check_texts_fit();
        }
    }
}

TEST_CASE("rows that are filtered away leave the other views, and other kinds stay there")
{
    Crossings ui("table_panel_filter");
    REQUIRE(ui.click(say("table.filter")));
    ui.type("nowhere");
    ui.frames(3);

    const auto& filters = ui.workspace->view().filters;
    REQUIRE(filters.size() == 1);
    CHECK_FALSE(passes(filters, *ui.workspace->project().find("korday-ak-zhol")));
    CHECK(passes(filters, *ui.workspace->project().find(test::goal_id)));
    ui.workspace->run(editor::ActionId::toggle_table);
    ui.frames(3);
    CHECK(filters.empty());
}

} // TEST_SUITE
