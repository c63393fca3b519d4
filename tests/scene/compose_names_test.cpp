#include "scene/compose.hpp"

#include "geo/mercator.hpp"
#include "geo/polygon_query.hpp"
#include "scene/compose_support.hpp"
#include "scene/letter_case.hpp"
#include "scene/map_state.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <variant>

using namespace dostyk;
using scene::Composer;
using scene::Frame;
using scene::MapMode;
using scene::ViewState;
using test::bundled_project;
using test::compose;
using test::count_overlaps;
using test::full_hd;
using test::has_label;

namespace {

/// ISO code of the unit of today that holds a place; empty outside both countries.
std::string unit_at(geo::LonLat at)
{
    const geo::Layer& regions = *test::base_map()->find_layer("regions");
    const auto text = [&](const geo::Feature& feature, const char* field) {
        const auto index = static_cast<std::size_t>(regions.find_field(field));
        const auto* value = std::get_if<std::string>(&feature.attributes[index]);
        return value == nullptr ? std::string() : *value;
    };
    for (const geo::Feature& feature : regions.features) {
        const auto* polygons = std::get_if<geo::MultiPolygon>(&feature.geometry);
        if (polygons != nullptr && text(feature, "valid_to").empty() &&
            geo::contains(*polygons, at)) {
            return text(feature, "iso");
        }
    }
    return {};
}

} // namespace

TEST_SUITE("scene/compose_names") {

TEST_CASE("no two names overlap, at any zoom, in any language, at any scale")
{
    for (const Language language : all_languages) {
        for (const double zoom : {3.5, 4.2, 5.1, 6.3, 7.4, 8.6, 10.0}) {
            for (const float scale : {1.0F, 1.75F}) {
                ViewState view = test::view_of(74, 43.5, zoom);
                view.language = language;
                view.second_language = next_language(language);
                view.scale = scale;
                CAPTURE(zoom);
                CHECK(count_overlaps(compose(view)) == 0);
            }
        }
    }
}

TEST_CASE("a pan of one pixel toggles at most 2 % of the names")
{
    Composer composer(test::base_scene(), test::style("hall"), test::fonts());
    ViewState view = test::view_of(74, 43, 6.5);
    const auto names = [&] {
        std::multiset<std::string> texts;
        for (const scene::DrawLabel& label : composer.compose(view, full_hd).labels) {
            texts.insert(label.utf8);
        }
        return texts;
    };
    auto before = names();
    std::size_t toggled = 0;
    std::size_t stood = 0;
    for (int step = 0; step < 60; ++step) {
        view.camera.centre.x += 1 / view.camera.px_per_world_unit();
        auto now = names();
        std::vector<std::string> changed;
        std::set_symmetric_difference(before.begin(), before.end(), now.begin(), now.end(),
                                      std::back_inserter(changed));
        toggled += changed.size();
        stood += now.size();
        before = std::move(now);
    }
    CHECK(stood > 3000);
    CHECK(static_cast<double>(toggled) <= 0.02 * static_cast<double>(stood));
}

TEST_CASE("both countries and both capitals are named on the opening view, in every language")
{
    const char* names[][4] = {{"ҚАЗАҚСТАН", "КАЗАКСТАН", "КАЗАХСТАН", "KAZAKHSTAN"},
                              {"ҚЫРҒЫЗСТАН", "КЫРГЫЗСТАН", "КЫРГЫЗСТАН", "KYRGYZSTAN"},
                              {"Астана", "Астана", "Астана", "Astana"},
                              {"Бішкек", "Бишкек", "Бишкек", "Bishkek"}};
    for (const Language language : all_languages) {
        ViewState view = test::view_of(67.5, 47.5, 4);
        view.language = language;
        const Frame frame = compose(view);
        for (const auto& name : names) {
            CAPTURE(name[index_of(language)]);
            CHECK(has_label(frame, name[index_of(language)]));
        }
    }
}

TEST_CASE("however small the picture and full the map, both countries are named")
{
    Composer composer(test::base_scene(), test::style("hall"), test::fonts());
    composer.set_project(bundled_project());
    for (const scene::Viewport viewport :
         {scene::Viewport{480, 320}, {640, 400}, {1280, 720}, {3840, 2160}}) {
        for (int mode = 0; mode < scene::map_mode_count; ++mode) {
            ViewState view;
            view.language = Language::en;
            view.mode = static_cast<MapMode>(mode);
            view.camera = scene::fitted(*test::base_scene()->bounds_of("all"), viewport, 20);
            view.scale = std::max(1.0F, static_cast<float>(viewport.width) / 1920);
            const Frame frame = composer.compose(view, viewport);
            CAPTURE(viewport.width);
            CAPTURE(mode);
            CHECK(has_label(frame, "KAZAKHSTAN"));
            CHECK(has_label(frame, "KYRGYZSTAN"));
        }
    }
}

TEST_CASE("no name runs under a panel, and the countries keep theirs beside it")
{
    Composer composer(test::base_scene(), test::style("hall"), test::fonts());
    ViewState view;
    view.camera = scene::fitted(*test::base_scene()->bounds_of("all"), full_hd, 300);
    const auto in_panel = [&](const Frame& frame, const scene::ScreenBox& panel) {
        return std::count_if(frame.labels.begin(), frame.labels.end(), [&](const auto& label) {
            return std::any_of(label.boxes.begin(), label.boxes.end(),
                               [&](const auto& box) { return box.overlaps(panel); });
        });
    };
    const scene::ScreenBox left{{0, 0}, {640, 1080}};
    const scene::ScreenBox below{{700, 940}, {1500, 1000}};
    CHECK(in_panel(composer.compose(view, full_hd), left) > 0);

    view.covered = {left, below};
    const Frame frame = composer.compose(view, full_hd);

    CHECK(in_panel(frame, left) == 0);
    CHECK(in_panel(frame, below) == 0);
    CHECK(has_label(frame, "KAZAKHSTAN"));
    CHECK(has_label(frame, "KYRGYZSTAN"));
}

TEST_CASE("no letter of the map is missing from the fonts")
{
    for (const Language language : all_languages) {
        for (const double zoom : {4.2, 6.5, 8.5}) {
            ViewState view = test::view_of(74, 43.5, zoom);
            view.language = language;
            for (const scene::DrawLabel& label : compose(view).labels) {
                CAPTURE(label.utf8);
                CHECK(std::none_of(label.glyphs.begin(), label.glyphs.end(),
                                   [](const scene::DrawGlyph& glyph) { return glyph.glyph == 0; }));
            }
        }
    }
}

TEST_CASE("the units of both countries are named on the project's first view, in every language")
{
    Composer composer(test::base_scene(), test::style("hall"), test::fonts());
    const auto& units = test::base_scene()->state().division_at("").features();
    for (const Language language : all_languages) {
        ViewState view = test::view_of(74.6, 43.2, 6);
        view.language = language;
        view.mode = MapMode::plain;
        const Frame frame = composer.compose(view, full_hd);
        for (const char* iso : {"KG-B", "KG-C", "KG-J", "KG-N", "KG-O", "KG-T", "KG-Y", "KZ-19",
                                "KZ-31", "KZ-33", "KZ-61"}) {
            const auto unit = std::find_if(units.begin(), units.end(),
                                           [&](const auto& each) { return each.iso == iso; });
            REQUIRE(unit != units.end());
            CAPTURE(iso);
            CAPTURE(code_of(language));
            CHECK(has_label(frame, scene::to_capitals(unit->name.in(language))));
        }
    }
}

TEST_CASE("a long name of a unit does not lie across the border of the state")
{
    const auto& units = test::base_scene()->state().division_at("").features();
    struct Case {
        const char* iso;
        double zoom;
    };
    for (const Case& each : {Case{"KZ-47", 5.0}, Case{"KZ-27", 5.0}, Case{"KZ-59", 5.4}}) {
        const auto unit = std::find_if(units.begin(), units.end(),
                                       [&](const auto& found) { return found.iso == each.iso; });
        REQUIRE(unit != units.end());
        const geo::LonLat middle = geo::to_lon_lat(unit->anchor);
        ViewState view = test::view_of(middle.lon, middle.lat, each.zoom);
        view.language = Language::ru;
        view.mode = MapMode::plain;
        const std::string name = scene::to_capitals(unit->name.in(Language::ru));
        const Frame frame = compose(view);
        const auto label =
            std::find_if(frame.labels.begin(), frame.labels.end(),
                         [&](const scene::DrawLabel& found) { return found.utf8 == name; });
        REQUIRE_MESSAGE(label != frame.labels.end(), name);
        const float y = (label->min.y + label->max.y) / 2;
        for (const float x : {label->min.x, label->max.x}) {
            const auto hit = scene::to_world(view.camera, full_hd, {x, y});
            CHECK_MESSAGE(unit_at(geo::to_lon_lat(hit)) == each.iso, name);
        }
    }
}

TEST_CASE("a crossing is named among figures about it, and of several things none is")
{
    Composer composer(test::base_scene(), test::style("hall"), test::fonts());
    composer.set_project(bundled_project());
    ViewState view = test::view_of(79.13, 42.79, 9);
    view.mode = MapMode::borders;
    view.language = Language::en;
    const Frame crossing = composer.compose(view, full_hd);
    REQUIRE(std::any_of(crossing.symbols.begin(), crossing.symbols.end(), [](const auto& symbol) {
        return symbol.entity == "kegen-karkyra" && symbol.count == 3;
    }));
    CHECK(has_label(crossing, "Kegen – Karkyra"));

    view.camera.zoom = 6.3; // crossings stand too close to be apart
    view.camera.centre = geo::to_world({74.9, 42.9});
    const Frame group = composer.compose(view, full_hd);
    const auto leader =
        std::find_if(group.symbols.begin(), group.symbols.end(), [](const auto& symbol) {
            return symbol.count > 1 && symbol.entity != "kegen-karkyra";
        });
    REQUIRE(leader != group.symbols.end());
    CHECK_FALSE(
        has_label(group, std::string(model::name_of(*bundled_project()->find(leader->entity),
                                                    view.pack, Language::en))));
}

TEST_CASE("what an arc stands for is said also where its middle is out of the picture")
{
    Composer composer(test::base_scene(), test::style("hall"), test::fonts());
    composer.set_project(bundled_project());
    ViewState view = test::view_of(74.6, 43.2, 6);
    view.mode = MapMode::trade;
    view.language = Language::en;

    const Frame frame = composer.compose(view, full_hd);

    CHECK(has_label(frame, "195 commodity items"));
}

TEST_CASE("two languages stand one above the other, equal names once")
{
    ViewState view = test::view_of(74.6, 42.5, 7);
    view.language = Language::kk;
    view.second_language = Language::en;
    const Frame frame = compose(view);
    CHECK(has_label(frame, "Бішкек"));
    CHECK(has_label(frame, "Bishkek"));
    view.second_language = Language::kk;
    const Frame same = compose(view);
    CHECK(std::count_if(same.labels.begin(), same.labels.end(),
                        [](const scene::DrawLabel& label) { return label.utf8 == "Бішкек"; }) == 1);
}

} // TEST_SUITE
