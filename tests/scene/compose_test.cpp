#include "scene/compose.hpp"

#include "geo/mercator.hpp"
#include "io/project_folder.hpp"
#include "model/transport.hpp"
#include "scene/letter_case.hpp"
#include "scene/map_state.hpp"
#include "scene/small_map.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace dostyk;
using scene::Composer;
using scene::Frame;
using scene::MapMode;
using scene::ViewState;

namespace {

constexpr scene::Viewport full_hd{1920, 1080};

Frame compose(const ViewState& view, std::string_view style = "hall",
              scene::Viewport viewport = full_hd)
{
    Composer composer(test::base_scene(), test::style(style), test::fonts());
    return composer.compose(view, viewport);
}

bool has_item(const Frame& frame, std::string_view layer)
{
    return std::any_of(frame.items.begin(), frame.items.end(), [&](const scene::DrawItem& item) {
        return std::visit([&](const auto& draw) { return draw.layer == layer; }, item);
    });
}

bool has_label(const Frame& frame, std::string_view text)
{
    return std::any_of(frame.labels.begin(), frame.labels.end(),
                       [&](const scene::DrawLabel& label) { return label.utf8 == text; });
}

std::size_t count_overlaps(const Frame& frame)
{
    std::vector<std::pair<std::size_t, scene::ScreenBox>> boxes;
    for (std::size_t i = 0; i < frame.labels.size(); ++i) {
        for (const scene::ScreenBox& box : frame.labels[i].boxes) {
            boxes.emplace_back(i, box);
        }
    }
    std::size_t overlaps = 0;
    for (const auto& [one, a] : boxes) {
        for (const auto& [other, b] : boxes) {
            overlaps += one < other && a.overlaps(b) ? 1U : 0U;
        }
    }
    return overlaps;
}

ViewState project_view(MapMode mode)
{
    ViewState view = test::view_of(70, 46, 5.5);
    view.mode = mode;
    view.pack = model::Pack::strict;
    return view;
}

std::shared_ptr<const model::Project> bundled_project()
{
    Diagnostics diagnostics;
    auto project = io::read_project(test::source_root() / "data/kz-kg",
                                    test::source_root() / "data/transport", diagnostics);
    REQUIRE(project);
    return std::make_shared<const model::Project>(std::move(*project));
}

} // namespace

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
