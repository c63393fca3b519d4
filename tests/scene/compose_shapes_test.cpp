#include "scene/compose_support.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dostyk;
using namespace dostyk::test;

namespace {

std::shared_ptr<const model::Project> project_of(model::PlaceType type, model::Precision precision)
{
    model::Place place;
    place.type = type;
    place.precision = precision;
    place.vertices = {{68, 46}, {72, 46}, {72, 48}};
    auto project = std::make_shared<model::Project>();
    project->entities = {test::entity("shape", "project", place)};
    return project;
}

Frame frame_of(model::PlaceType type, model::Precision precision, std::string_view style = "hall",
               std::string_view selected = {})
{
    Composer composer(test::base_scene(), test::style(style), test::fonts());
    composer.set_project(project_of(type, precision));
    ViewState view = project_view(MapMode::projects);
    view.selected = selected;
    return composer.compose(view, full_hd);
}

std::vector<scene::DrawPath> paths_of(const Frame& frame)
{
    std::vector<scene::DrawPath> paths;
    for (const scene::DrawItem& item : frame.items) {
        const auto* path = std::get_if<scene::DrawPath>(&item);
        if (path != nullptr && path->layer == "shapes") {
            paths.push_back(*path);
        }
    }
    return paths;
}

bool has_hatch(const Frame& frame)
{
    return std::any_of(frame.items.begin(), frame.items.end(), [](const scene::DrawItem& item) {
        const auto* fill = std::get_if<scene::DrawFill>(&item);
        return fill != nullptr && fill->layer == "shapes" && fill->hatch.spacing_px > 0;
    });
}

} // namespace

TEST_SUITE("scene/compose_shapes") {

TEST_CASE("a line is a path with a casing, open and without a fill")
{
    const Frame frame = frame_of(model::PlaceType::line, model::Precision::exact);
    const auto paths = paths_of(frame);
    REQUIRE(paths.size() == 2);
    CHECK(paths[0].width_px > paths[1].width_px);
    CHECK(paths[0].points.size() == 3);
    CHECK(paths[1].dash_px == 0);
    CHECK_FALSE(has_hatch(frame));
}

TEST_CASE("a polygon is closed and hatched")
{
    const Frame frame = frame_of(model::PlaceType::polygon, model::Precision::exact);
    const auto paths = paths_of(frame);
    REQUIRE(paths.size() == 2);
    REQUIRE(paths[1].points.size() == 4);
    CHECK(paths[1].points.front() == paths[1].points.back());
    CHECK(has_hatch(frame));
}

TEST_CASE("what is not certain is broken, in every style")
{
    for (const std::string& style : scene::style_names()) {
        CAPTURE(style);
        const auto paths =
            paths_of(frame_of(model::PlaceType::line, model::Precision::approximate, style));
        REQUIRE(paths.size() == 2);
        CHECK(paths[1].dash_px > 0);
        CHECK(paths[0].dash_px == 0);
        CHECK_FALSE(paths[0].color == paths[1].color);
    }
}

TEST_CASE("one symbol stands on a shape, and selecting marks both")
{
    const Frame calm = frame_of(model::PlaceType::polygon, model::Precision::exact);
    const Frame marked =
        frame_of(model::PlaceType::polygon, model::Precision::exact, "hall", "shape");
    const auto symbols = std::count_if(calm.symbols.begin(), calm.symbols.end(),
                                       [](const auto& each) { return each.entity == "shape"; });
    CHECK(symbols == 1);
    CHECK(paths_of(marked)[1].width_px > paths_of(calm)[1].width_px);
    CHECK_FALSE(paths_of(marked)[1].color == paths_of(calm)[1].color);
}

} // TEST_SUITE
