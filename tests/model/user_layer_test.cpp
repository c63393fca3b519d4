#include "model/user_layer.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace dostyk;
using namespace dostyk::model;

TEST_SUITE("model/user_layer") {

TEST_CASE("a path begins at the project and is nothing that a library reads as a command")
{
    for (const char* good : {"a.gpkg", "../maps/a.gpkg", "карты/заповедники 1.shp"}) {
        CAPTURE(good);
        CHECK(is_layer_path(good));
    }
    for (const char* bad : {"", "/etc/passwd", "/vsicurl/http://x/a.tif", "a\\b.shp", "maps/"}) {
        CAPTURE(bad);
        CHECK_FALSE(is_layer_path(bad));
    }
    CHECK_FALSE(is_layer_path(std::string_view("a\0b", 3)));
}

TEST_CASE("colours, sums and codes are exactly of their form")
{
    CHECK(is_layer_color("#1b7f79"));
    for (const char* bad : {"1b7f79", "#1B7F79", "#1b7f7", "#1b7f79ff", "red", ""}) {
        CAPTURE(bad);
        CHECK_FALSE(is_layer_color(bad));
    }
    CHECK(is_sha256(std::string(64, 'a')));
    CHECK_FALSE(is_sha256(std::string(63, 'a')));
    CHECK_FALSE(is_sha256(std::string(64, 'g')));
    CHECK(is_crs_code("EPSG:32642"));
    for (const char* bad : {"EPSG:", "epsg:4326", "EPSG:12345678", "EPSG:1a", "+proj=utm"}) {
        CAPTURE(bad);
        CHECK_FALSE(is_crs_code(bad));
    }
}

TEST_CASE("a layer is found by its id and by nothing else")
{
    std::array<UserLayer, 2> layers;
    layers[0].id = "a";
    layers[1].id = "b";
    CHECK(find_layer(layers, "b") == &layers[1]);
    CHECK(find_layer(layers, "c") == nullptr);
}

TEST_CASE("every method and ramp has a word of its own")
{
    CHECK(name_of(ClassMethod::unique) == "unique");
    CHECK(class_methods()[static_cast<std::size_t>(ClassMethod::equal_count)] == "equal_count");
    CHECK(ramps().front() == LayerClasses{}.ramp);
}

} // TEST_SUITE
