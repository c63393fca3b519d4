#include "scene/small_map.hpp"

#include "geo/mercator.hpp"
#include "gis/map_file.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <utility>

namespace dostyk::test {

namespace {

geo::MultiPolygon box(double west, double south, double east, double north)
{
    return {{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, {}}};
}

/// A box whose sides carry vertices at every two degrees, so that neighbours share them.
geo::MultiPolygon fine_box(double west, double south, double east, double north)
{
    geo::Ring ring;
    for (double x = west; x < east; x += 2) {
        ring.push_back({x, south});
    }
    for (double y = south; y < north; y += 2) {
        ring.push_back({east, y});
    }
    for (double x = east; x > west; x -= 2) {
        ring.push_back({x, north});
    }
    for (double y = north; y > south; y -= 2) {
        ring.push_back({west, y});
    }
    ring.push_back(ring.front());
    return {{ring, {}}};
}

std::vector<geo::Value> names(const std::string& stem)
{
    return {stem + " kk", stem + " ky", stem + " ru", stem + " en"};
}

void add(geo::Layer& layer, geo::Geometry geometry, std::vector<geo::Value> first,
         const std::string& name)
{
    for (geo::Value& value : names(name)) {
        first.push_back(std::move(value));
    }
    layer.features.push_back({std::move(geometry), std::move(first)});
}

const std::vector<std::string> name_fields{"name_kk", "name_ky", "name_ru", "name_en"};

geo::Layer make_layer(std::string name, std::vector<std::string> fields)
{
    fields.insert(fields.end(), name_fields.begin(), name_fields.end());
    return {std::move(name), std::move(fields), {}};
}

geo::Layer regions()
{
    geo::Layer layer = make_layer("regions", {"iso", "kind", "valid_from", "valid_to"});
    const std::string region = "region";
    add(layer, fine_box(60, 46, 70, 50), {std::string("KZ-1"), region, {}, {}}, "West");
    add(layer, fine_box(70, 46, 80, 50),
        {std::string("KZ-2"), region, std::string("2022-06-08"), {}}, "East");
    add(layer, fine_box(60, 42, 70, 46), {std::string("KG-1"), region, {}, {}}, "South");
    add(layer, fine_box(70, 42, 80, 46), {std::string("KG-2"), region, {}, {}}, "Lower");
    add(layer, fine_box(70, 46, 80, 50),
        {std::string("KZ-9"), region, {}, std::string("2022-06-08")}, "Former");
    return layer;
}

geo::Layer countries()
{
    geo::Layer layer = make_layer("countries", {"iso", "neighbour"});
    add(layer, fine_box(60, 46, 80, 50), {std::string("KZ"), std::int64_t{0}}, "North land");
    add(layer, fine_box(60, 42, 80, 46), {std::string("KG"), std::int64_t{0}}, "South land");
    add(layer, fine_box(80, 40, 90, 52), {std::string("CN"), std::int64_t{1}}, "Neighbour");
    return layer;
}

} // namespace

std::shared_ptr<const geo::MapData> small_map()
{
    auto map = std::make_shared<geo::MapData>();
    map->layers = {countries(), regions()};
    geo::Layer lakes = make_layer("lakes", {"id", "rank"});
    add(lakes, box(64, 47, 67, 48), {std::string("lake"), std::int64_t{0}}, "Lake");
    geo::Layer rivers = make_layer("rivers", {"id", "rank"});
    add(rivers, geo::MultiLineString{{{61, 49}, {65, 48.9}, {70, 49.1}, {76, 48.8}, {79, 48.9}}},
        {std::string("river"), std::int64_t{0}}, "River");
    geo::Layer places = make_layer("places", {"id", "country", "kind", "rank", "population"});
    add(places, geo::LonLat{71, 48.2},
        {std::string("north"), std::string("KZ"), std::string("capital"), std::int64_t{0}, 1e6},
        "North town");
    add(places, geo::LonLat{72, 43.5},
        {std::string("south"), std::string("KG"), std::string("capital"), std::int64_t{0}, 1e6},
        "South town");
    map->layers.push_back(std::move(lakes));
    map->layers.push_back(std::move(rivers));
    map->layers.push_back(std::move(places));
    return map;
}

std::shared_ptr<const geo::MapData> base_map()
{
    static const auto map = [] {
        auto read = gis::read_map_file(source_root() / "maps/base.gpkg");
        REQUIRE(read);
        return std::make_shared<const geo::MapData>(std::move(*read));
    }();
    return map;
}

std::shared_ptr<scene::MapScene> base_scene()
{
    static const auto scene = std::make_shared<scene::MapScene>(base_map());
    return scene;
}

scene::Style style(std::string_view name)
{
    auto loaded = scene::load_style(source_root() / "assets/styles", name);
    REQUIRE(loaded);
    return std::move(*loaded);
}

text::FontSet& fonts()
{
    static auto loaded = text::FontSet::load(source_root() / "assets/fonts");
    REQUIRE(loaded);
    return *loaded;
}

model::Entity entity(std::string id, std::string kind, model::Place place)
{
    model::Entity made;
    made.id = std::move(id);
    made.kind = std::move(kind);
    model::Claim claim;
    claim.value = std::move(place);
    made.fields["place"].push_back(claim);
    Text4 name;
    for (const Language language : all_languages) {
        name[language] = made.id;
    }
    claim.value = name;
    made.fields["name"].push_back(claim);
    return made;
}

std::shared_ptr<const model::Project> small_project()
{
    auto project = std::make_shared<model::Project>();
    model::Place exact;
    exact.type = model::PlaceType::point;
    exact.at = {66, 49};
    model::Place settlement = exact;
    settlement.at = {74, 44};
    settlement.precision = model::Precision::settlement;
    model::Place area;
    area.units = {"KG-1"};
    model::Place border;
    border.type = model::PlaceType::border;
    project->entities = {
        entity("exact", "project", exact),          entity("settlement", "project", settlement),
        entity("somewhere", "project", area),       entity("elsewhere", "project", area),
        entity("at-the-border", "project", border),
    };
    return project;
}

scene::ViewState view_of(double lon, double lat, double zoom)
{
    scene::ViewState view;
    view.camera.centre = geo::to_world({lon, lat});
    view.camera.zoom = zoom;
    view.mode = scene::MapMode::plain;
    return view;
}

} // namespace dostyk::test
