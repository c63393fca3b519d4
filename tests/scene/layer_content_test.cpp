#include "scene/layer_content.hpp"

#include "geo/mercator.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace dostyk;
using scene::LayerContent;

namespace {

geo::Ring circle(geo::LonLat centre, double radius, int corners)
{
    geo::Ring ring;
    for (int i = 0; i <= corners; ++i) {
        const double angle = 2 * 3.14159265358979 * (i % corners) / corners;
        ring.push_back(
            {centre.lon + radius * std::cos(angle), centre.lat + radius * std::sin(angle)});
    }
    return ring;
}

/// A wide area, a small one inside it, a line and a point.
geo::Layer sample()
{
    geo::Layer rows;
    rows.fields = {"name"};
    rows.features = {{geo::MultiPolygon{{circle({75, 43}, 2, 400), {}}}, {std::string("wide")}},
                     {geo::MultiPolygon{{circle({75, 43}, 0.2, 40), {}}}, {std::string("small")}},
                     {geo::MultiLineString{{{70, 50}, {72, 50}}}, {std::string("line")}},
                     {geo::LonLat{80, 45}, {std::string("point")}},
                     {std::monostate{}, {std::string("nowhere")}}};
    return rows;
}

} // namespace

TEST_SUITE("scene/layer_content") {

TEST_CASE("a level is there once it is cooked, and meanwhile the nearest one is")
{
    LayerContent content(sample());
    CHECK(content.level(5) == nullptr);
    content.cook(4);
    CHECK(content.is_cooked(4));
    CHECK_FALSE(content.is_cooked(9));
    CHECK(content.level(9) == content.level(4));
    content.cook(9);
    CHECK(content.level(9) != content.level(4));
    CHECK(content.level(8) == content.level(9));
    CHECK(content.level(9)->outlines.indices.size() > content.level(4)->outlines.indices.size());
}

TEST_CASE("rows without a place are kept and never drawn or found")
{
    LayerContent content(sample());
    content.cook(6);
    CHECK(content.rows().features.size() == 5);
    CHECK(content.points().size() == 1);
    CHECK(content.has_areas());
    CHECK(content.has_lines());
    CHECK(content.vertex_count() == 401 + 41 + 2 + 1);
    for (const scene::MeshRange& range : content.level(6)->areas.ranges) {
        CHECK(range.feature < 2);
    }
}

TEST_CASE("the smallest area answers, a line and a point before it, and nothing where nothing is")
{
    const LayerContent content(sample());
    const double reach = 1e-5;
    CHECK(content.find(geo::to_world({75, 43}), reach) == 1U);
    CHECK(content.find(geo::to_world({76.5, 43}), reach) == 0U);
    CHECK(content.find(geo::to_world({71, 50}), reach) == 2U);
    CHECK(content.find(geo::to_world({80, 45}), reach) == 3U);
    CHECK_FALSE(content.find(geo::to_world({60, 40}), reach));
}

TEST_CASE("a name stands within its area and on its line")
{
    const LayerContent content(sample());
    const auto wide = content.anchor_of(0);
    REQUIRE(wide);
    CHECK(content.bounds_of(0).contains(*wide));
    CHECK(content.anchor_of(3) == geo::to_world({80, 45}));
    CHECK_FALSE(content.anchor_of(4));
}

TEST_CASE("a cancelled job leaves no half level")
{
    LayerContent content(sample());
    std::stop_source stop;
    stop.request_stop();
    content.cook(6, stop.get_token());
    CHECK_FALSE(content.is_cooked(6));
    content.cook(6);
    CHECK(content.is_cooked(6));
}

TEST_CASE("a picture is premultiplied and lies where it says")
{
    geo::Raster raster;
    raster.width = 2;
    raster.height = 1;
    raster.bands = 4;
    raster.bounds.add(geo::WorldPoint{0.5, 0.5});
    raster.bounds.add(geo::WorldPoint{0.6, 0.6});
    raster.pixels = {200, 100, 50, 255, 200, 100, 50, 0};
    const LayerContent content(std::move(raster));
    REQUIRE(content.picture() != nullptr);
    CHECK(content.picture()->pixels[0] == 200);
    CHECK(content.picture()->pixels[4] == 0);
    CHECK(content.bounds().max.x == 0.6);
    CHECK_FALSE(content.find({0.55, 0.55}, 0.01));
}

} // TEST_SUITE
