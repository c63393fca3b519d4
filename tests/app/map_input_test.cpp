#include "app/map_input.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using app::Event;
using app::EventKind;

namespace {

/// A workspace that has a size.
struct Desk : editor::Workspace {
    Desk()
    : editor::Workspace(std::make_shared<model::Project>(), std::make_shared<geo::MapData>(), {})
    {
        set_viewport({1280, 720});
    }
};

Event at(EventKind kind, float x, float y, int button = 0)
{
    Event event;
    event.kind = kind;
    event.x = x;
    event.y = y;
    event.button = button;
    return event;
}

} // namespace

TEST_SUITE("app/map_input") {

TEST_CASE("a click that trembles is still a click, a drag is none")
{
    Desk workspace;
    app::MapInput input;

    input.handle(at(EventKind::button_press, 100, 100), workspace, 0);
    input.handle(at(EventKind::pointer_move, 102, 101), workspace, 0.1);
    const auto click = input.handle(at(EventKind::button_release, 102, 101), workspace, 0.2);
    REQUIRE(click);
    CHECK(click->x == 102);

    const auto before = workspace.view().camera;
    input.handle(at(EventKind::button_press, 100, 100), workspace, 5);
    input.handle(at(EventKind::pointer_move, 160, 100), workspace, 5.5);
    CHECK_FALSE(input.handle(at(EventKind::button_release, 160, 100), workspace, 6));
    CHECK(workspace.view().camera.centre.x < before.centre.x);
}

TEST_CASE("every button drags, only the left one clicks")
{
    for (const int button : {0, 1, 2}) {
        Desk workspace;
        app::MapInput input;
        const auto before = workspace.view().camera;
        input.handle(at(EventKind::button_press, 100, 100, button), workspace, 0);
        input.handle(at(EventKind::pointer_move, 50, 100, button), workspace, 0.1);
        input.handle(at(EventKind::button_release, 50, 100, button), workspace, 1);
        CHECK(workspace.view().camera.centre.x > before.centre.x);

        input.handle(at(EventKind::button_press, 50, 50, button), workspace, 2);
        const auto click =
            input.handle(at(EventKind::button_release, 50, 50, button), workspace, 2.1);
        CHECK(click.has_value() == (button == 0));
    }
}

TEST_CASE("a hand that throws leaves the map moving, one that rests does not")
{
    Desk workspace;
    app::MapInput input;
    input.handle(at(EventKind::button_press, 100, 100), workspace, 0);
    for (int i = 1; i <= 5; ++i) {
        input.handle(at(EventKind::pointer_move, 100 + 20.0F * static_cast<float>(i), 100),
                     workspace, 0.016 * i);
    }
    input.handle(at(EventKind::button_release, 200, 100), workspace, 0.085);
    CHECK(workspace.is_animating());

    input.handle(at(EventKind::button_press, 200, 100), workspace, 1);
    CHECK_FALSE(workspace.is_animating());
    input.handle(at(EventKind::pointer_move, 300, 100), workspace, 1.1);
    input.handle(at(EventKind::button_release, 300, 100), workspace, 2);
    CHECK_FALSE(workspace.is_animating());
}

TEST_CASE("two clicks in one place zoom in, two in different places do not")
{
    Desk workspace;
    app::MapInput input;
    const auto click = [&](float x, double time) {
        input.handle(at(EventKind::button_press, x, 100), workspace, time);
        return input.handle(at(EventKind::button_release, x, 100), workspace, time + 0.05);
    };

    CHECK(click(100, 0));
    CHECK(click(300, 0.2));
    CHECK_FALSE(workspace.is_animating());

    CHECK_FALSE(click(300, 0.4));
    CHECK(workspace.is_animating());
}

TEST_CASE("the wheel zooms, and losing the focus ends a drag")
{
    Desk workspace;
    app::MapInput input;
    Event wheel = at(EventKind::wheel, 640, 360);
    wheel.wheel = 1;
    input.handle(wheel, workspace, 0);
    CHECK(workspace.is_animating());

    input.handle(at(EventKind::button_press, 100, 100), workspace, 1);
    CHECK(input.is_down());
    input.handle(at(EventKind::focus_lost, 0, 0), workspace, 1.1);
    CHECK_FALSE(input.is_down());
}

TEST_CASE("with a tool in hand a click is its own, twice in a row does not zoom, a drag still pans")
{
    Desk workspace;
    workspace.run(editor::ActionId::tool_measure);
    app::MapInput input;
    const auto before = workspace.view().camera;
    const auto click = [&](float x, float y, double now_s) {
        input.handle(at(EventKind::button_press, x, y), workspace, now_s);
        input.handle(at(EventKind::button_release, x, y), workspace, now_s + 0.05);
    };
    click(300, 300, 0);
    click(500, 300, 0.2);
    workspace.tools().update(workspace);
    CHECK(workspace.view().tool.handles.size() >= 2);
    click(500, 300, 0.3);
    CHECK(workspace.view().camera == before);
    input.handle(at(EventKind::button_press, 100, 100), workspace, 2);
    input.handle(at(EventKind::pointer_move, 160, 100), workspace, 2.1);
    input.handle(at(EventKind::button_release, 160, 100), workspace, 3);
    CHECK(workspace.view().camera.centre.x < before.centre.x);
}

TEST_CASE("a drag that the tool takes moves no map, and losing the focus drops it")
{
    auto project = std::make_shared<model::Project>();
    model::Place place;
    place.type = model::PlaceType::point;
    place.at = {70, 46};
    model::Claim claim;
    claim.value = place;
    project->entities = {{"site", "project", model::Pack::strict, {{"place", {claim}}}}};
    editor::Workspace workspace(project, std::make_shared<geo::MapData>(), {});
    workspace.set_viewport({1280, 720});
    workspace.tools().set_picker([](geo::ScreenPoint) { return std::string("site"); });
    workspace.run(editor::ActionId::tool_move);
    app::MapInput input;
    const auto before = workspace.view().camera;

    input.handle(at(EventKind::button_press, 100, 100), workspace, 0);
    input.handle(at(EventKind::pointer_move, 160, 100), workspace, 0.1);
    workspace.tools().update(workspace);
    CHECK_FALSE(workspace.view().tool.handles.empty());
    CHECK(input.is_down());
    CHECK_FALSE(input.is_dragging());
    input.handle(at(EventKind::focus_lost, 0, 0), workspace, 0.2);
    workspace.tools().update(workspace);

    CHECK(workspace.view().tool.handles.empty());
    CHECK(workspace.view().camera == before);
    CHECK_FALSE(input.is_down());
}

} // TEST_SUITE
