#include "scene/compose.hpp"

#include "geo/mercator.hpp"
#include "model/transport.hpp"
#include "scene/compose_support.hpp"
#include "scene/letter_case.hpp"
#include "scene/map_state.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace dostyk;
using scene::Composer;
using scene::Frame;
using scene::MapMode;
using scene::ViewState;
using test::bundled_project;
using test::compose;
using test::full_hd;
using test::has_item;
using test::has_label;
using test::project_view;

TEST_SUITE("scene/compose") {

TEST_CASE("the same view gives the same frame, also after other views")
{
    const ViewState view = test::view_of(74.6, 42.5, 7);
    const std::string first = dump(compose(view));
    CHECK(dump(compose(view)) == first);
}

TEST_CASE("goldens: the whole region, the common border, Bishkek, Kazakhstan")
{
    ViewState region = test::view_of(67.5, 47.5, 4.2);
    region.language = Language::en;
    CHECK(test::matches_golden("frames/region-z4-hall-en.txt", dump(compose(region))));
    ViewState border = test::view_of(74.6, 42.5, 7);
    border.language = Language::ru;
    CHECK(test::matches_golden("frames/border-z7-hall-ru.txt", dump(compose(border))));
    ViewState city = test::view_of(74.6, 42.87, 9);
    city.language = Language::ky;
    CHECK(test::matches_golden("frames/bishkek-z9-print-ky.txt", dump(compose(city, "print"))));
    ViewState country;
    country.language = Language::kk;
    country.mode = MapMode::plain;
    country.camera = scene::fitted(*test::base_scene()->bounds_of("KZ"), {1280, 720}, 40);
    CHECK(test::matches_golden("frames/kazakhstan-day-kk.txt",
                               dump(compose(country, "day", {1280, 720}))));
}

TEST_CASE("at most 30,000 segments are drawn, at every zoom, everything on")
{
    for (double zoom = 2.5; zoom <= 12; zoom += 0.5) {
        for (const geo::LonLat centre : {geo::LonLat{67.5, 47.5}, geo::LonLat{74.6, 42.9}}) {
            ViewState view = test::view_of(centre.lon, centre.lat, zoom);
            view.has_graticule = true;
            CAPTURE(zoom);
            CHECK(count_segments(compose(view)) <= 30000);
        }
    }
}

TEST_CASE("what no source locates is never a symbol: it is a hatch or a band with its words")
{
    Composer composer(std::make_shared<scene::MapScene>(test::small_map()), test::style("hall"),
                      test::fonts());
    composer.set_project(test::small_project());
    const Frame frame = composer.compose(project_view(MapMode::projects), {1280, 720});
    std::set<std::string> pinned;
    for (const scene::DrawSymbol& symbol : frame.symbols) {
        pinned.insert(symbol.entity);
    }
    CHECK(pinned.count("exact") == 1);
    CHECK(pinned.count("settlement") == 1);
    const auto others =
        pinned.count("somewhere") + pinned.count("elsewhere") + pinned.count("at-the-border");
    CHECK(others == 0);
    CHECK(has_item(frame, "areas"));
    CHECK(has_item(frame, "bands"));
    CHECK(has_label(frame, "Site not published: 2"));
    CHECK(has_label(frame, "Site not published: 1"));
}

TEST_CASE("in the bundled project every symbol has a published point, in every mode")
{
    const auto project = bundled_project();
    Composer composer(test::base_scene(), test::style("hall"), test::fonts());
    composer.set_project(project);
    for (int mode = 0; mode < scene::map_mode_count; ++mode) {
        ViewState view = test::view_of(67.5, 47.5, 4.2);
        view.mode = static_cast<MapMode>(mode);
        for (const scene::DrawSymbol& symbol : composer.compose(view, full_hd).symbols) {
            const model::Entity* entity = project->find(symbol.entity);
            if (entity == nullptr) {
                continue; // The dot of a town.
            }
            const auto bounds = composer.bounds_of(*entity, view.pack);
            CAPTURE(symbol.entity);
            REQUIRE(bounds);
            CHECK(bounds->min == bounds->max);
        }
    }
}

TEST_CASE("a highlighted road lies on the road of the map, all along")
{
    Composer composer(test::base_scene(), test::style("hall"), test::fonts());
    const auto project = bundled_project();
    composer.set_project(project);
    ViewState view = test::view_of(77, 42.8, 7);
    view.mode = MapMode::borders;
    const auto stops =
        model::find_corridor(project->transport, "almaty-kegen-karakol")->stops.size();

    const Frame frame = composer.compose(view, full_hd);

    std::shared_ptr<const scene::LineMesh> roads;
    std::size_t longest = 0;
    bool is_same_mesh = true;
    for (const scene::DrawItem& item : frame.items) {
        if (const auto* line = std::get_if<scene::DrawLine>(&item)) {
            if (line->layer == "roads") {
                roads = line->mesh;
            } else if (line->layer == "corridors") {
                is_same_mesh &= line->mesh == roads;
                longest = std::max(longest, line->ranges.size());
            }
        }
    }
    CHECK(is_same_mesh);
    CHECK(longest >= stops - 1);
}

TEST_CASE("what is selected is drawn in every mode and at every date, and no longer than that")
{
    Composer composer(std::make_shared<scene::MapScene>(test::small_map()), test::style("hall"),
                      test::fonts());
    composer.set_project(test::small_project());
    const auto drawn = [&](const ViewState& view) {
        std::set<std::string> ids;
        for (const scene::DrawSymbol& symbol : composer.compose(view, {1280, 720}).symbols) {
            ids.insert(symbol.entity);
        }
        ids.erase(""); // airports
        return ids;
    };
    ViewState view = project_view(MapMode::plain);
    CHECK_FALSE(drawn(view).contains("settlement"));
    view.selected = "settlement";
    CHECK(drawn(view) == std::set<std::string>{"settlement"});
    view.date = "1900-01-01";
    CHECK(drawn(view) == std::set<std::string>{"settlement"});
    view.selected = "exact";
    CHECK_FALSE(drawn(view).contains("settlement"));
    composer.set_project(test::small_project());
    view.selected.clear();
    CHECK(drawn(view).empty());
}

TEST_CASE("an uncertain position is drawn hollow, the chosen one is ringed and named")
{
    Composer composer(std::make_shared<scene::MapScene>(test::small_map()), test::style("hall"),
                      test::fonts());
    composer.set_project(test::small_project());
    ViewState view = project_view(MapMode::projects);
    view.selected = "settlement";
    const Frame frame = composer.compose(view, {1280, 720});
    for (const scene::DrawSymbol& symbol : frame.symbols) {
        CHECK(symbol.is_hollow == (symbol.entity == "settlement"));
        CHECK(symbol.is_selected == (symbol.entity == "settlement"));
    }
    CHECK(has_label(frame, "settlement"));
}

TEST_CASE("a hidden layer draws nothing, solo draws it alone")
{
    ViewState view = test::view_of(74.6, 42.5, 7);
    CHECK(has_item(compose(view), "rivers"));
    view.layers.find("rivers")->is_visible = false;
    CHECK_FALSE(has_item(compose(view), "rivers"));
    view.layers.solo = "lakes";
    const Frame frame = compose(view);
    CHECK(has_item(frame, "lakes"));
    CHECK_FALSE(has_item(frame, "borders"));
    CHECK(frame.labels.empty());
}

TEST_CASE("the division follows the date: Abai is there since June 2022")
{
    ViewState view = test::view_of(80, 48.5, 5.6);
    view.layers.find("places")->is_visible = false;
    view.date = "2022-06-08";
    const Frame after = compose(view);
    view.date = "2022-06-07";
    const Frame before = compose(view);
    const auto has_abai = [](const Frame& frame) {
        return std::any_of(frame.labels.begin(), frame.labels.end(), [](const auto& label) {
            return label.utf8.find("ABAI") != std::string::npos;
        });
    };
    CHECK(has_abai(after));
    CHECK_FALSE(has_abai(before));
}

TEST_CASE("a map without layers composes to an empty picture, not to a crash")
{
    Composer composer(std::make_shared<scene::MapScene>(std::make_shared<geo::MapData>()),
                      test::style("print"), test::fonts());
    composer.set_project(test::small_project());
    const Frame frame = composer.compose(project_view(MapMode::projects), {640, 480});
    CHECK(frame.labels.size() <= 2);
}

} // TEST_SUITE
