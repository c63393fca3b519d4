#include "scene/layer_tree.hpp"

#include "core/message.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace dostyk;

TEST_SUITE("scene/layer_tree") {

TEST_CASE("every layer has its own id and is named in every language")
{
    std::set<std::string> ids;
    for (const scene::LayerState& layer : scene::default_layers().layers) {
        CAPTURE(layer.id);
        CHECK(ids.insert(layer.id).second);
        CHECK(has_message("layer." + layer.id));
        CHECK(has_message("layer_group." + layer.group));
    }
}

TEST_CASE("solo shows one layer, even a hidden one, and no other")
{
    scene::LayerTree tree = scene::default_layers();
    REQUIRE(tree.find("rivers") != nullptr);
    tree.find("rivers")->is_visible = false;
    CHECK_FALSE(tree.is_shown("rivers"));
    CHECK(tree.is_shown("lakes"));
    tree.solo = "rivers";
    CHECK(tree.is_shown("rivers"));
    CHECK_FALSE(tree.is_shown("lakes"));
}

TEST_CASE("a layer that does not exist is not shown")
{
    CHECK(scene::default_layers().find("nothing") == nullptr);
    CHECK_FALSE(scene::default_layers().is_shown("nothing"));
}

} // TEST_SUITE
