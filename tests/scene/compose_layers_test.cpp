#include "geo/mercator.hpp"
#include "scene/compose_support.hpp"
#include "scene/layer_content.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <variant>

using namespace dostyk;
using namespace dostyk::test;

namespace {

geo::Layer rows()
{
    geo::Layer made;
    made.fields = {"name", "area"};
    const auto square = [](double lon, double lat, double side) {
        return geo::MultiPolygon{{{{lon, lat},
                                   {lon + side, lat},
                                   {lon + side, lat + side},
                                   {lon, lat + side},
                                   {lon, lat}},
                                  {}}};
    };
    made.features = {{square(66, 46, 3), {std::string("Сарыарка"), 10.0}},
                     {square(71, 46, 2), {std::string("Бетпакдала"), 30.0}},
                     {geo::MultiLineString{{{62, 48}, {65, 49}, {66, 51}}},
                      {std::string("Трасса"), std::monostate{}}},
                     {geo::LonLat{69.5, 50}, {std::string("Пост"), 3.0}}};
    return made;
}

std::shared_ptr<model::Project> project()
{
    model::UserLayer layer;
    layer.id = "sites";
    layer.title[Language::ru] = "Участки";
    layer.label = "name";
    auto made = std::make_shared<model::Project>();
    made->layers = {layer};
    return made;
}

struct Composed {
    Composed(std::shared_ptr<model::Project> of, std::string_view style = "hall")
    : look(test::style(style)),
      composer(test::base_scene(), test::style(style), test::fonts()),
      content(std::make_shared<scene::LayerContent>(rows()))
    {
        composer.set_project(std::move(of));
        view = project_view(MapMode::projects);
        content->cook(scene::LayerContent::level_of(view.camera.zoom));
        composer.set_layer_content("sites", content);
    }

    Frame frame() { return composer.compose(view, full_hd); }

    scene::Style look;
    Composer composer;
    std::shared_ptr<scene::LayerContent> content;
    ViewState view;
};

/// The lines of a dump that are about the layer.
std::string own_lines(const Frame& frame)
{
    const std::string whole = dump(frame);
    std::string kept;
    for (std::size_t at = 0; at < whole.size();) {
        const std::size_t end = whole.find('\n', at);
        const std::string line = whole.substr(at, end - at);
        if (line.find("own/sites") != std::string::npos) {
            kept += line + "\n";
        }
        at = end + 1;
    }
    return kept;
}

std::size_t place_of(const Frame& frame, std::string_view layer)
{
    std::size_t at = 0;
    for (const scene::DrawItem& item : frame.items) {
        if (std::visit([&](const auto& draw) { return draw.layer == layer; }, item)) {
            return at;
        }
        ++at;
    }
    return at;
}

} // namespace

TEST_SUITE("scene/compose_layers") {

TEST_CASE("areas, lines, points and names of a layer are drawn as they were")
{
    Composed composed(project());
    CHECK(test::matches_golden("frames/own-layer-hall.txt", own_lines(composed.frame())));
}

TEST_CASE("areas lie over the water and below borders, which stay readable")
{
    Composed composed(project());
    const Frame frame = composed.frame();
    CHECK(place_of(frame, "lakes") < place_of(frame, "own/sites"));
    CHECK(place_of(frame, "own/sites") < place_of(frame, "borders"));
    CHECK(count_overlaps(frame) == 0);
    CHECK(has_label(frame, "Бетпакдала"));
}

TEST_CASE("classes have colours of their own, and what has no value is grey")
{
    auto classed = project();
    classed->layers[0].classes.field = "area";
    classed->layers[0].classes.count = 2;
    Composed composed(classed);
    std::size_t fills = 0;
    bool has_grey = false;
    for (const scene::DrawItem& item : composed.frame().items) {
        if (const auto* fill = std::get_if<scene::DrawFill>(&item)) {
            fills += fill->layer == "own/sites" ? 1U : 0U;
        } else if (const auto* line = std::get_if<scene::DrawLine>(&item)) {
            has_grey |= line->layer == "own/sites" && line->color.r == 128 && line->color.g == 128;
        }
    }
    CHECK(fills == 2);
    CHECK(has_grey);
}

TEST_CASE("a hidden layer is not drawn, solo shows it alone, and one without content waits")
{
    auto hidden = project();
    hidden->layers[0].is_visible = false;
    Composed composed(hidden);
    CHECK(own_lines(composed.frame()).empty());
    composed.view.layers.solo = "own/sites";
    CHECK_FALSE(own_lines(composed.frame()).empty());
    composed.composer.set_layer_content("sites", nullptr);
    CHECK(own_lines(composed.frame()).empty());
}

TEST_CASE("a feature answers below our symbols and above the ground")
{
    Composed composed(project());
    const Frame frame = composed.frame();
    const auto on_screen = [&](geo::LonLat at) {
        return scene::to_screen(frame.camera, full_hd, geo::to_world(at));
    };
    const auto area = composed.composer.pick(on_screen({72, 47}));
    REQUIRE(area);
    CHECK(area->layer == "sites");
    CHECK(area->feature == 1);
    const auto point = composed.composer.pick(on_screen({69.5, 50}));
    REQUIRE(point);
    CHECK(point->feature == 3);
    const auto ground = composed.composer.pick(on_screen({75, 44}));
    CHECK((!ground || ground->layer.empty()));
}

TEST_CASE("two hundred thousand points are a few thousand marks")
{
    geo::Layer many;
    many.fields = {"n"};
    for (int i = 0; i < 200'000; ++i) {
        many.features.push_back(
            {geo::LonLat{60 + (i % 500) * 0.04, 42 + (i / 500) * 0.02}, {std::int64_t{i}}});
    }
    Composed composed(project());
    auto content = std::make_shared<scene::LayerContent>(std::move(many));
    content->cook(4);
    composed.composer.set_layer_content("sites", content);
    const Frame frame = composed.frame();
    const auto dots =
        std::count_if(frame.symbols.begin(), frame.symbols.end(),
                      [](const scene::DrawSymbol& symbol) { return symbol.layer == "own/sites"; });
    CHECK(dots > 1'000);
    CHECK(dots <= 4'000);
}

TEST_CASE("a marked feature stands out in the colour of what is selected, whatever it is")
{
    Composed composed(project());
    const std::string before = own_lines(composed.frame());
    for (const std::uint32_t feature : {0U, 2U, 3U}) { // an area, a line, a point
        CAPTURE(feature);
        composed.view.marked = scene::FeatureRef{"sites", feature};
        const Frame frame = composed.frame();
        CHECK(own_lines(frame) != before);
        const scene::Color selection = scene::color_of(composed.look, "selection");
        const auto is_drawn = [&](const auto& item) {
            const auto* line = std::get_if<scene::DrawLine>(&item);
            return line != nullptr && line->layer == "own/sites" && line->color == selection;
        };
        const auto is_dot = [&](const scene::DrawSymbol& dot) { return dot.fill == selection; };
        CHECK(std::count_if(frame.items.begin(), frame.items.end(), is_drawn) +
                  std::count_if(frame.symbols.begin(), frame.symbols.end(), is_dot) ==
              1);
    }
    composed.view.marked = scene::FeatureRef{"sites", 99}; // of a file that has become shorter
    CHECK(own_lines(composed.frame()) == before);
    composed.view.marked = scene::FeatureRef{"others", 0};
    CHECK(own_lines(composed.frame()) == before);
}

} // TEST_SUITE
