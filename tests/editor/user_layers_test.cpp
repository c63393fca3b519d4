#include "editor/user_layers.hpp"

#include "core/files.hpp"
#include "scene/layer_content.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using namespace dostyk::editor;
namespace fs = std::filesystem;

namespace {

constexpr const char* two_points = R"({"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"name": "A"}, "geometry": {"type": "Point", "coordinates": [70, 45]}},
    {"type": "Feature", "properties": {"name": "B"}, "geometry": {"type": "Point", "coordinates": [71, 45]}}]})";

intake::ReadOptions reading()
{
    intake::ReadOptions options;
    options.worker = DOSTYK_IMPORT_WORKER;
    return options;
}

model::UserLayer layer_of(const std::string& path)
{
    model::UserLayer layer;
    layer.id = "a";
    layer.title[Language::en] = "A";
    layer.path = path;
    return layer;
}

} // namespace

TEST_SUITE("editor/user_layers") {

TEST_CASE("a file is read, its state follows its sum, and the same content is not read again")
{
    const fs::path base = test::scratch_dir("user_layers");
    REQUIRE(write_file_atomically(base / "a.geojson", two_points));
    model::UserLayer layer = layer_of("a.geojson");
    LoadedLayer loaded = load_layer(layer, base, 5, reading());
    REQUIRE(loaded.content != nullptr);
    CHECK(loaded.content->points().size() == 2);
    CHECK(loaded.content->is_cooked(5));

    UserLayers layers;
    CHECK(layers.state_of(layer) == LayerState::waiting);
    CHECK(layers.is_wanted(layer));
    layers.begin(layer);
    CHECK(layers.state_of(layer) == LayerState::loading);
    CHECK_FALSE(layers.is_wanted(layer));
    REQUIRE(layers.finish("a", loaded));
    CHECK(layers.state_of(layer) == LayerState::changed); // nobody has accepted it
    layer.sha256 = loaded.sha256;
    CHECK(layers.state_of(layer) == LayerState::ready);
    const LoadedLayer again = load_layer(layer, base, 5, reading(), layers.find("a"));
    CHECK(again.content == loaded.content);

    layer.crs = "EPSG:32642"; // another query
    CHECK(layers.is_wanted(layer));
    CHECK_FALSE(layers.finish("a", loaded)); // nobody waits for it
    layers.forget("a");
    CHECK(layers.find("a") == nullptr);
}

TEST_CASE("each fault has a state and a reason of its own")
{
    const fs::path base = test::scratch_dir("user_layers");
    REQUIRE(write_file_atomically(base / "bad.gpkg", "no map"));
    const auto state = [&](const std::string& path) {
        const model::UserLayer layer = layer_of(path);
        UserLayers layers;
        layers.begin(layer);
        REQUIRE(layers.finish("a", load_layer(layer, base, 5, reading())));
        CHECK_FALSE(layers.find("a")->reason.message.key.empty());
        return layers.state_of(layer);
    };
    CHECK(state("none.gpkg") == LayerState::missing);
    CHECK(state("bad.gpkg") == LayerState::unreadable);
}

TEST_CASE("a touched layer is wanted again and keeps what was read until then")
{
    const fs::path base = test::scratch_dir("user_layers");
    REQUIRE(write_file_atomically(base / "b.geojson", two_points));
    const model::UserLayer layer = layer_of("b.geojson");
    UserLayers layers;
    layers.begin(layer);
    REQUIRE(layers.finish("a", load_layer(layer, base, 5, reading())));
    layers.touch("a");
    CHECK(layers.is_wanted(layer));
    CHECK(layers.find("a")->content != nullptr);
    layers.begin(layer);
    CHECK_FALSE(layers.is_wanted(layer));
}

TEST_CASE("a file that is asked for is taken once, and its refusal is kept until the next")
{
    UserLayers layers;
    layers.ask({"a.shp", "EPSG:32642"});
    CHECK(layers.is_drafting());
    CHECK(layers.take_draft()->crs == "EPSG:32642");
    CHECK_FALSE(layers.take_draft());
    layers.end_draft(Error{ErrorCode::unsupported, {"layer.no_places", {}}, {}});
    CHECK(layers.refusal());
    layers.ask({"b.shp", {}});
    CHECK_FALSE(layers.refusal());
}

} // TEST_SUITE
