#include "ui/panels/tool_bar.hpp"

#include "core/message.hpp"

#include "../fixture.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using editor::ActionId;
using editor::ToolId;
using test::ShellFixture;

namespace {

std::string say(std::string_view key, Language language = Language::en)
{
    return std::string(tr(language, key));
}

} // namespace

TEST_SUITE("ui/panels/tool_bar") {

TEST_CASE("each button takes its tool up, and the bar shows which is in hand")
{
    ShellFixture ui;
    ui.frames(2);
    REQUIRE(ui.click(say("action.tool_line") + " (I)"));
    CHECK(ui.workspace->tools().toolbox().active() == ToolId::line);
    REQUIRE(ui.click(say("action.tool_select") + " (V)"));
    CHECK(ui.workspace->tools().toolbox().is_selecting());
}

TEST_CASE("the hits of a buffer are rows that lead to them, the unpublished stand apart")
{
    ShellFixture ui;
    ui.workspace->select("karasu-ak-tilek");
    ui.workspace->run(ActionId::tool_buffer);
    ui.workspace->tools().enter_text("150", *ui.workspace);
    ui.frames(3);
    const auto& answer = ui.workspace->tools().answer();
    REQUIRE(answer.hits.size() > 3);
    const std::string& second = answer.hits[1].entity;
    const std::string name =
        model::name_of(*ui.workspace->project().find(second), model::Pack::enriched, Language::en);
    REQUIRE(ui.click(name));
    CHECK(ui.workspace->view().selected == second);
    ui.workspace->tools().update(*ui.workspace);
    CHECK(ui.workspace->tools().answer() == answer);
}

TEST_CASE("what is typed into the field goes to the tool")
{
    ShellFixture ui;
    ui.workspace->select("karasu-ak-tilek");
    ui.workspace->run(ActionId::tool_buffer);
    ui.frames(3);
    REQUIRE(ui.click(say("tool.field.buffer")));
    ui.type("80");
    ui.key(ImGuiKey_Enter);
    ui.frames(2);
    CHECK(ui.workspace->tools().answer().radius_km == 80);
}

TEST_CASE("bar and panel fit in every language and at every size, and cover no other panel")
{
    for (const Language language : all_languages) {
        for (const auto& [width, height, scale] :
             {std::tuple{1920, 1080, 1.0F}, {1280, 720, 1.0F}, {2560, 1440, 1.5F}}) {
            ShellFixture ui(width, height, scale, language);
            for (const ToolId tool : editor::all_tools) {
                const auto action = static_cast<ActionId>(static_cast<int>(ActionId::tool_select) +
                                                          static_cast<int>(tool));
                ui.workspace->run(action);
                ui.frames(2);
                for (const ui::TextFit& fit : ui.shell->text_fits()) {
                    CAPTURE(fit.text);
                    CHECK((fit.needed <= fit.given + 0.5F || fit.is_shortened));
                }
            }
            const auto& covered = ui.workspace->view().covered;
            for (std::size_t i = 0; i < covered.size(); ++i) {
                for (std::size_t j = i + 1; j < covered.size(); ++j) {
                    CAPTURE(i);
                    CAPTURE(j);
                    CHECK_FALSE(covered[i].overlaps(covered[j]));
                }
            }
        }
    }
}

TEST_CASE("hidden panels hide the bar, and the tools go on by their keys")
{
    ShellFixture ui;
    ui.workspace->run(ActionId::toggle_panels);
    ui.frames(2);
    CHECK(ui.find(say("action.tool_line") + " (I)") == nullptr);
    ui.workspace->run(ActionId::tool_line);
    CHECK(ui.workspace->tools().toolbox().active() == ToolId::line);
}

} // TEST_SUITE
