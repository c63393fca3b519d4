#include "core/message.hpp"
#include "editor/user_layer_edit.hpp"
#include "scene/layer_content.hpp"

#include "../../editor/kept_project.hpp"
#include "../fixture.hpp"

#include <imgui_internal.h>

#include <doctest/doctest.h>

#include <array>

using namespace dostyk;
using test::ShellFixture;

namespace {

std::string say(std::string_view key)
{
    return std::string(tr(Language::en, key));
}

std::string say_title(std::string_view key)
{
    return tr(Language::en, Message{std::string(key), {{"title", "Sites"}}});
}

model::UserLayer sites(const std::string& id = "sites")
{
    model::UserLayer layer;
    layer.id = id;
    layer.title[Language::en] = "Sites";
    layer.path = "sites.geojson";
    layer.sha256 = std::string(64, 'a');
    return layer;
}

/// The panel on a project that has the layer, whose file holds two areas.
struct Opened {
    explicit Opened(const char* name, std::string sum = std::string(64, 'a'))
    {
        ui.edit(test::few_files(name));
        REQUIRE(ui.workspace->submit(editor::add_layers(std::array{sites()})));
        ui.workspace->settings().panels.bring_forward(editor::PanelId::layers);
        geo::Layer rows;
        rows.fields = {"name", "area"};
        const geo::Ring ring{{70, 45}, {71, 45}, {71, 46}, {70, 45}};
        rows.features = {{geo::MultiPolygon{{ring, {}}}, {std::string("Ile"), 12.5}},
                         {geo::MultiPolygon{{ring, {}}}, {std::string("Chu"), 3.0}}};
        loaded(std::make_shared<scene::LayerContent>(std::move(rows)), std::move(sum), {});
        ui.frames(3);
    }

    void loaded(std::shared_ptr<scene::LayerContent> content, std::string sum, Error reason)
    {
        ui.frames(1); // takes the edit in
        editor::UserLayers& layers = ui.workspace->layers();
        layers.begin(layer());
        REQUIRE(layers.finish(
            "sites", {editor::query_of(layer()), std::move(sum), std::move(content), reason}));
    }

    [[nodiscard]] const model::UserLayer& layer() const
    {
        return ui.workspace->project().layers.front();
    }

    bool click(const std::string& name)
    {
        const bool is_there = ui.click(name);
        ui.frames(2);
        return is_there;
    }

    ShellFixture ui{1920, 2400}; ///< High enough for all of a style without scrolling
};

} // namespace

TEST_SUITE("ui/panels/own_layers") {

TEST_CASE("a layer is hidden and shown, and undo takes that back")
{
    Opened opened("own_layers_eye");
    REQUIRE(opened.click(say_title("own_layers.hide")));
    CHECK_FALSE(opened.layer().is_visible);
    REQUIRE(opened.ui.workspace->edits().undo());
    opened.ui.frames(2);
    CHECK(opened.layer().is_visible);
}

TEST_CASE("colour, classes and order are changed at once, each as a step")
{
    Opened opened("own_layers_style");
    const auto steps = [&] { return opened.ui.workspace->edits().stacks().undo.size(); };
    REQUIRE(opened.click(say_title("own_layers.style")));
    const std::size_t before = steps();
    REQUIRE(opened.click("#a8326e"));
    CHECK(opened.layer().color == "#a8326e");
    CHECK(steps() == before + 1);
    CHECK(opened.ui.find(say("own_layers.fill")) != nullptr); // it has areas

    REQUIRE(opened.click(say("own_layers.one_color")));
    REQUIRE(opened.click("area"));
    CHECK(opened.layer().classes.field == "area");
    CHECK(opened.layer().classes.method == model::ClassMethod::equal_count);
    REQUIRE(opened.click(say("own_layers.more_classes")));
    CHECK(opened.layer().classes.count == 6);
    REQUIRE(opened.click(say("ramp.blue")));
    CHECK(opened.layer().classes.ramp == "blue");
    REQUIRE(opened.click(say("own_layers.remove")));
    CHECK(opened.ui.workspace->project().layers.empty());
}

TEST_CASE("a slider that is dragged is one step")
{
    Opened opened("own_layers_slider");
    REQUIRE(opened.click(say_title("own_layers.style")));
    const ui::Control* slider = opened.ui.find(say("own_layers.opacity"));
    REQUIRE(slider != nullptr);
    const std::size_t before = opened.ui.workspace->edits().stacks().undo.size();
    const float y = (slider->min.y + slider->max.y) / 2;
    const float left = slider->min.x;
    const float wide = slider->max.x - slider->min.x;
    opened.ui.move(left + wide * 0.9F, y);
    opened.ui.press(true);
    for (const float share : {0.8F, 0.6F, 0.4F}) {
        opened.ui.move(left + wide * share, y);
        opened.ui.frames(2);
    }
    opened.ui.press(false);
    opened.ui.frames(2);
    CHECK(opened.layer().opacity < 0.5);
    CHECK(opened.ui.workspace->edits().stacks().undo.size() == before + 1);
}

TEST_CASE("a changed file is told, and accepting it takes its sum")
{
    Opened opened("own_layers_changed", std::string(64, 'b'));
    CHECK(opened.ui.workspace->layers().state_of(opened.layer()) == editor::LayerState::changed);
    REQUIRE(opened.click(say("own_layers.accept")));
    CHECK(opened.layer().sha256 == std::string(64, 'b'));
    CHECK(opened.ui.workspace->layers().state_of(opened.layer()) == editor::LayerState::ready);
}

TEST_CASE("a missing file and one without a coordinate system offer their cure")
{
    Opened opened("own_layers_missing");
    opened.loaded(nullptr, {}, Error{ErrorCode::not_found, {"import.missing", {}}, {}});
    opened.ui.frames(2);
    CHECK(opened.ui.find(say("own_layers.where")) != nullptr);
    opened.loaded(nullptr, std::string(64, 'a'),
                  Error{ErrorCode::unsupported, {"layer.no_crs", {{"file", "a.shp"}}}, {}});
    opened.ui.frames(2);
    CHECK(opened.ui.find(say("own_layers.crs")) != nullptr);
    opened.loaded(nullptr, std::string(64, 'a'),
                  Error{ErrorCode::unreadable, {"import.no_text", {{"file", "a"}}}, {}});
    opened.ui.frames(2);
    REQUIRE(opened.click(say("own_layers.again")));
    CHECK(opened.ui.workspace->layers().is_wanted(opened.layer()));
}

TEST_CASE("a path that is given is asked for as a layer")
{
    Opened opened("own_layers_add");
    REQUIRE(opened.click(say("own_layers.path")));
    opened.ui.type("maps/new.gpkg");
    opened.ui.frames(2);
    REQUIRE(opened.click(say("own_layers.add")));
    const auto asked = opened.ui.workspace->layers().take_draft();
    REQUIRE(asked);
    CHECK(asked->file == "maps/new.gpkg");
    CHECK(opened.ui.workspace->layers().is_drafting());
    opened.ui.workspace->layers().end_draft(
        Error{ErrorCode::unsupported, {"layer.no_crs", {}}, {}});
    opened.ui.frames(2);
    CHECK(opened.ui.find(say("own_layers.crs")) != nullptr);
}

TEST_CASE("a feature under the pointer tells its attributes")
{
    Opened opened("own_layers_tooltip");
    scene::Hit hit;
    hit.layer = "sites";
    hit.feature = 1;
    opened.ui.hover = hit;
    opened.ui.move(960, 500);
    opened.ui.frames(3);
    const ImGuiWindow* window = ImGui::FindWindowByName("layer tooltip");
    REQUIRE(window != nullptr);
    CHECK(window->Active);
    opened.ui.hover->feature = 99; // of content that was there before
    opened.ui.frames(2);
    CHECK_FALSE(window->Active);
}

} // TEST_SUITE
