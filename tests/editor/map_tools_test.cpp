#include "editor/map_tools.hpp"

#include "editor/workspace.hpp"
#include "geo/mercator.hpp"
#include "io/project_folder.hpp"
#include "kept_project.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace dostyk;
using editor::ActionId;
using editor::Key;

namespace {

/// A workspace on a store with the goal, which has no site, and the crossing, which has one.
struct Desk {
    explicit Desk(const char* name)
    : folder(test::few_files(name)),
      workspace(std::make_unique<editor::EditSession>(read(folder), folder),
                std::make_shared<geo::MapData>(), editor::Settings{})
    {
        REQUIRE(workspace.edits().open());
        workspace.set_viewport({1000, 800});
        workspace.jump_to(geo::to_world({74.7, 43.05}));
        workspace.view().camera.zoom = 9;
        workspace.tools().set_picker([this](geo::ScreenPoint at) {
            const geo::ScreenPoint there = px(crossing());
            return std::hypot(there.x - at.x, there.y - at.y) < 13 ? "korday-ak-zhol" : "";
        });
    }

    static std::shared_ptr<const model::Project> read(const std::filesystem::path& from)
    {
        Diagnostics diagnostics;
        auto project = io::read_project(from, {}, diagnostics);
        REQUIRE(project);
        return std::make_shared<const model::Project>(*std::move(project));
    }

    geo::LonLat crossing() const
    {
        return model::find_value<model::Place>(*workspace.project().find("korday-ak-zhol"), "place",
                                               model::Pack::enriched)
            ->at;
    }
    geo::ScreenPoint px(geo::LonLat at) const
    {
        return scene::to_screen(workspace.view().camera, {1000, 800}, geo::to_world(at));
    }

    std::filesystem::path folder;
    editor::Workspace workspace;
};

} // namespace

TEST_SUITE("editor/map_tools") {

TEST_CASE("a drag is one step of the history, and undo brings the place back")
{
    Desk desk("map_tools_drag");
    const geo::LonLat before = desk.crossing();
    desk.workspace.run(ActionId::tool_move);
    auto from = desk.px(before);
    editor::MapTools& tools = desk.workspace.tools();
    REQUIRE(tools.press({from}, desk.workspace));
    for (const float x : {20.0F, 60.0F, 100.0F}) {
        tools.move({{from.x + x, from.y}}, desk.workspace);
    }
    tools.release({{from.x + 100, from.y}}, desk.workspace);
    CHECK(desk.workspace.take_edits());
    CHECK(desk.crossing().lon > before.lon + 0.05);
    CHECK(desk.workspace.edits().stacks().undo.size() == 1);
    CHECK(desk.workspace.view().selected == "korday-ak-zhol");

    desk.workspace.run(ActionId::undo);
    CHECK(desk.workspace.take_edits());
    CHECK(desk.crossing() == before);
}

TEST_CASE("the overlay is laid on the view once a frame, and Escape takes it off")
{
    Desk desk("map_tools_overlay");
    desk.workspace.run(ActionId::tool_measure);
    desk.workspace.tools().click({desk.px({74.5, 43})}, desk.workspace);
    desk.workspace.tools().move({desk.px({74.9, 43.1})}, desk.workspace);
    desk.workspace.tools().update(desk.workspace);
    CHECK_FALSE(desk.workspace.view().tool.lines.empty());
    CHECK_FALSE(desk.workspace.view().tool.text.empty());
    desk.workspace.run(ActionId::close);
    desk.workspace.run(ActionId::close);
    desk.workspace.tools().update(desk.workspace);
    CHECK(desk.workspace.view().tool == scene::ToolOverlay{});
    CHECK(desk.workspace.tools().toolbox().is_selecting());
}

TEST_CASE("selecting something else is heard by the tool")
{
    Desk desk("map_tools_selection");
    desk.workspace.run(ActionId::tool_point);
    REQUIRE(desk.workspace.notice());
    CHECK(desk.workspace.notice()->said.message.key == "tool.refused.nothing_selected");
    desk.workspace.select(test::goal_id);
    desk.workspace.tools().update(desk.workspace);
    desk.workspace.tools().enter_text("43.1, 74.9", desk.workspace);
    CHECK(desk.workspace.take_edits());
    const auto* place = model::find_value<model::Place>(
        *desk.workspace.project().find(test::goal_id), "place", model::Pack::enriched);
    REQUIRE(place != nullptr);
    CHECK(place->at == geo::LonLat{74.9, 43.1});
}

TEST_CASE("a new venue waits for one click on the map; the next click selects again")
{
    Desk desk("map_tools_new");
    REQUIRE(desk.workspace.add_entity("venue"));
    const std::string id = desk.workspace.view().selected;
    CHECK_FALSE(desk.workspace.tools().toolbox().is_selecting());

    const editor::ClaimPlace name{"venue", id, "name", 0};
    CHECK_FALSE(desk.workspace.translations().takes_keys(name, "value/kk"));
    desk.workspace.tools().click({{500, 300}}, desk.workspace);
    CHECK(desk.workspace.tools().toolbox().is_selecting());
    CHECK(desk.workspace.translations().takes_keys(name, "value/kk")); // to be typed
    desk.workspace.tools().click({{100, 700}}, desk.workspace);
    (void)desk.workspace.take_edits();

    const auto* place = model::find_value<model::Place>(*desk.workspace.project().find(id), "place",
                                                        model::Pack::enriched);
    REQUIRE(place != nullptr);
    const geo::ScreenPoint at = desk.px(place->at);
    CHECK(std::hypot(at.x - 500, at.y - 300) < 12); // as far as it snaps
}

TEST_CASE("the buffer's answer is kept for the panels until the tool is put away")
{
    Desk desk("map_tools_buffer");
    desk.workspace.run(ActionId::tool_buffer);
    desk.workspace.tools().click({{500, 400}}, desk.workspace);
    desk.workspace.tools().enter_text("150", desk.workspace);
    CHECK(desk.workspace.tools().answer().radius_km == 150);
    REQUIRE(desk.workspace.tools().answer().hits.size() == 1);
    CHECK(desk.workspace.tools().answer().hits[0].entity == "korday-ak-zhol");
    CHECK(desk.workspace.hits() == std::vector<std::string>{"korday-ak-zhol"});
    CHECK(desk.workspace.settings().panels.is_dock_open);
    CHECK(desk.workspace.is_animating()); // to see all of it
    desk.workspace.run(ActionId::tool_select);
    CHECK(desk.workspace.tools().answer().radius_km == 0);
}

TEST_CASE("the cross-hair at the edge takes the map along")
{
    Desk desk("map_tools_pan");
    desk.workspace.run(ActionId::tool_point);
    const auto before = desk.workspace.view().camera.centre;
    for (int i = 0; i < 60; ++i) {
        CHECK(desk.workspace.tools().key({Key::right}, desk.workspace));
    }
    CHECK(desk.workspace.view().camera.centre.x > before.x);
}

TEST_CASE("a click marks a feature of an own layer where no entity is, and selecting ends that")
{
    Desk desk("tools_feature");
    const geo::ScreenPoint far{100, 100};
    desk.workspace.tools().set_picker(
        [&](geo::ScreenPoint at) { return at.x > 200 ? "korday-ak-zhol" : ""; },
        [](geo::ScreenPoint) {
            return std::optional(scene::FeatureRef{"sites", 7});
        });
    desk.workspace.select("korday-ak-zhol");
    desk.workspace.tools().click({far, false, false}, desk.workspace);
    CHECK(desk.workspace.view().selected.empty());
    CHECK(desk.workspace.view().marked == scene::FeatureRef{"sites", 7});
    desk.workspace.tools().click({{300, 100}, false, false}, desk.workspace);
    CHECK(desk.workspace.view().selected == "korday-ak-zhol");
    CHECK_FALSE(desk.workspace.view().marked);
}

} // TEST_SUITE
