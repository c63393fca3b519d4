#include "scene/relief_image.hpp"

#include "scene/small_map.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("scene/relief_image") {

TEST_CASE("level lowland is not shaded; slopes and heights are")
{
    const scene::Style style = test::style("hall");
    CHECK(shade_of(style, scene::lowland_height, scene::flat_light).a == 0);
    CHECK(shade_of(style, scene::lowland_height, 0).a > 100);
    CHECK(shade_of(style, 255, scene::flat_light).a > 0);
}

TEST_CASE("the picture has the raster's size and place; without a relief there is none")
{
    const scene::Style style = test::style("day");
    const auto map = test::base_map();
    REQUIRE(map->relief.width > 0);
    const auto image = make_relief_image(map->relief, style);
    REQUIRE(image != nullptr);
    CHECK(image->width == map->relief.width);
    CHECK(image->pixels.size() ==
          static_cast<std::size_t>(image->width) * static_cast<std::size_t>(image->height) * 4);
    CHECK(image->bounds.min == map->relief.bounds.min);
    CHECK(make_relief_image({}, style) == nullptr);
}

} // TEST_SUITE
