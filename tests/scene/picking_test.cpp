#include "scene/compose.hpp"

#include "geo/mercator.hpp"
#include "scene/small_map.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

namespace {

constexpr scene::Viewport viewport{1280, 720};

struct Picked {
    std::shared_ptr<scene::MapScene> map = std::make_shared<scene::MapScene>(test::small_map());
    scene::Composer composer{map, test::style("hall"), test::fonts()};
    scene::ViewState view = test::view_of(70, 46, 5.5);

    Picked()
    {
        composer.set_project(test::small_project());
        view.mode = scene::MapMode::projects;
        view.pack = model::Pack::strict;
        (void)composer.compose(view, viewport);
    }

    std::optional<scene::Hit> at(double lon, double lat)
    {
        return composer.pick(to_screen(view.camera, viewport, geo::to_world({lon, lat})));
    }
};

} // namespace

TEST_SUITE("scene/picking") {

TEST_CASE("a symbol, a band and a hatched unit answer with their entities")
{
    Picked picked;
    REQUIRE(picked.at(66, 49));
    CHECK(picked.at(66, 49)->entity == "exact");
    REQUIRE(picked.at(65, 46));
    CHECK(picked.at(65, 46)->entity == "at-the-border");
    REQUIRE(picked.at(63, 43));
    CHECK(picked.at(63, 43)->members.size() == 2);
    CHECK(picked.at(63, 43)->place == "regions:KG-1");
}

TEST_CASE("a drawn line answers beside it, a polygon inside as well")
{
    const auto shape = [](const char* id, model::PlaceType type, std::vector<geo::LonLat> corners) {
        model::Place place;
        place.type = type;
        place.vertices = std::move(corners);
        return test::entity(id, "project", place);
    };
    auto project = std::make_shared<model::Project>();
    project->entities = {
        shape("line", model::PlaceType::line, {{66, 48}, {68, 48}}),
        shape("polygon", model::PlaceType::polygon, {{70, 47}, {74, 47}, {74, 50}, {70, 50}})};
    Picked picked;
    picked.composer.set_project(project);
    const scene::Frame frame = picked.composer.compose(picked.view, viewport);
    CHECK(dump(frame).find("shapes") != std::string::npos);
    const auto id_at = [&](double lon, double lat) {
        const auto hit = picked.at(lon, lat);
        return hit ? hit->entity : std::string("nothing");
    };
    CHECK(id_at(66.3, 48) == "line");
    CHECK(id_at(70, 48) == "polygon");
    CHECK(id_at(70.5, 49.5) == "polygon");
    CHECK(id_at(67, 49) == "");
    CHECK(id_at(69, 48.5) == "");
    // The symbol stands on the shape, and the camera finds it.
    CHECK(id_at(67, 48) == "line");
    const auto bounds = picked.composer.bounds_of(project->entities[1], model::Pack::strict);
    REQUIRE(bounds);
    CHECK(geo::to_lon_lat(bounds->min).lon == doctest::Approx(70));
    CHECK(geo::to_lon_lat(bounds->max).lat == doctest::Approx(47));
}

TEST_CASE("empty ground abroad answers nothing, a unit without entities its own name")
{
    Picked picked;
    CHECK_FALSE(picked.at(85, 46));
    REQUIRE(picked.at(78, 49));
    CHECK(picked.at(78, 49)->entity.empty());
    CHECK(picked.at(78, 49)->place == "regions:KZ-2");
}

} // TEST_SUITE
