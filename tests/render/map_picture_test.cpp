// Pictures of the real map with the bundled project: what the two governments see. Renew them with
// DOSTYK_UPDATE_GOLDEN=1 and look at each (tests/README.md).
#include "gis/map_file.hpp"
#include "io/project_folder.hpp"
#include "scene/compose.hpp"
#include "support/golden.hpp"
#include "support/golden_picture.hpp"
#include "support/sample_frames.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>

using namespace dostyk;
using scene::MapMode;

namespace {

// Small, and the relief on one alone: a picture of it does not compress.
constexpr scene::Viewport viewport{480, 320};

struct World {
    test::Stage stage;
    std::shared_ptr<scene::MapScene> map;
    std::shared_ptr<const model::Project> project;
};

World open_world()
{
    auto map = gis::read_base_map(test::source_root() / "maps/base.gpkg");
    REQUIRE(map);
    Diagnostics diagnostics;
    auto project = io::read_project(test::source_root() / "data/kz-kg",
                                    test::source_root() / "data/transport", diagnostics);
    REQUIRE(project);
    return {
        test::make_stage(),
        std::make_shared<scene::MapScene>(std::make_shared<const geo::MapData>(std::move(*map))),
        std::make_shared<const model::Project>(std::move(*project))};
}

struct Shot {
    const char* name;
    const char* style;
    Language language;
    MapMode mode;
    const char* fit; ///< "all", a country or unit
    bool has_relief = false;
};

render::Picture picture_of(World& world, const Shot& shot)
{
    auto style = scene::load_style(test::source_root() / "assets/styles", shot.style);
    REQUIRE(style);
    scene::Composer composer(world.map, std::move(*style), *world.stage.fonts);
    composer.set_project(world.project);
    scene::ViewState view;
    view.language = shot.language;
    view.mode = shot.mode;
    view.camera = scene::fitted(world.map->bounds_of(shot.fit).value(), viewport, 20);
    view.layers.find("relief")->is_visible = shot.has_relief;
    return world.stage.picture_of(composer.compose(view, viewport));
}

} // namespace

TEST_SUITE("render/map_picture") {

TEST_CASE("goldens: the map with the bundled project in four languages and three styles")
{
    World world = open_world();
    for (const Shot& shot : {
             Shot{"map-kk-hall-events", "hall", Language::kk, MapMode::events, "all"},
             Shot{"map-ky-day-projects", "day", Language::ky, MapMode::projects, "KG"},
             Shot{"map-ru-print-borders", "print", Language::ru, MapMode::borders, "KG-C"},
             Shot{"map-en-hall-trade", "hall", Language::en, MapMode::trade, "all"},
             Shot{"map-ru-day-plain", "day", Language::ru, MapMode::plain, "KG-Y", true},
             Shot{"map-kk-print-delegations", "print", Language::kk, MapMode::delegations, "KG-GB"},
         }) {
        CAPTURE(std::string(shot.name));
        CHECK(test::matches_golden_picture(shot.name, picture_of(world, shot)));
    }
}

TEST_CASE("a changed name or colour is a difference, the same picture is none")
{
    World world = open_world();
    const Shot shot{"", "day", Language::ru, MapMode::plain, "KG"};
    Shot other_language = shot;
    other_language.language = Language::ky;
    Shot other_style = shot;
    other_style.style = "print";

    const render::Picture picture = picture_of(world, shot);

    CHECK(test::is_alike(picture, picture_of(world, shot)));
    CHECK_FALSE(test::is_alike(picture, picture_of(world, other_language)));
    CHECK_FALSE(test::is_alike(picture, picture_of(world, other_style)));
}

} // TEST_SUITE
