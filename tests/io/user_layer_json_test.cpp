#include "io/user_layer_json.hpp"

#include "io/project_json.hpp"
#include "io/reading.hpp"

#include <nlohmann/json.hpp>
#include <rapidcheck.h>

using namespace dostyk;
using model::UserLayer;

namespace {

constexpr const char* sum = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// A sound layer with one member given another value.
std::string with(const std::string& key, const nlohmann::json& value)
{
    nlohmann::json layer{{"path", "a.gpkg"}, {"sha256", sum}, {"title", {{"en", "A"}}}};
    layer[key] = value;
    return nlohmann::json{{"a", layer}}.dump();
}

std::vector<UserLayer> read(const std::string& text, std::string& told)
{
    test::Reading reading(text);
    auto layers = io::read_user_layers(reading.reader, reading.reader.root());
    told = reading.told();
    return layers;
}

std::string told_of(const std::string& text)
{
    std::string told;
    CHECK(read(text, told).empty());
    return told;
}

} // namespace

TEST_SUITE("io/user_layer_json") {

TEST_CASE("layers come from the bottom up and what is left out is as by default")
{
    const auto layer = [](int order) {
        return nlohmann::json{
            {"path", "a.gpkg"}, {"sha256", sum}, {"title", {{"en", "A"}}}, {"order", order}};
    };
    std::string told;
    const auto layers =
        read(nlohmann::json{{"a", layer(2)}, {"b", layer(1)}, {"c", layer(1)}}.dump(), told);
    CHECK(told.empty());
    REQUIRE(layers.size() == 3);
    CHECK(layers[0].id == "b");
    CHECK(layers[1].id == "c");
    CHECK(layers[2].id == "a");
    CHECK(layers[2].is_visible);
    CHECK(layers[2].color == UserLayer{}.color);
}

TEST_CASE("what is not sound is told at its place and the layer is left out")
{
    CHECK(told_of(with("path", "/etc/passwd")) == "project.layer_path /a/path\n");
    CHECK(told_of(with("sha256", "abc")) == "project.layer_sum /a/sha256\n");
    CHECK(told_of(with("crs", "WGS 84")) == "project.layer_crs /a/crs\n");
    CHECK(told_of(with("color", "red")) == "project.layer_color /a/color\n");
    CHECK(told_of(with("title", nlohmann::json::object())) == "project.layer_title /a/title\n");
    CHECK(told_of(with("width", 100)) == "project.layer_number /a/width\n");
    CHECK(told_of(with("opacity", -0.1)) == "project.layer_number /a/opacity\n");
    CHECK(told_of(with("order", 1.5)) == "project.layer_number /a/order\n");
    CHECK(told_of(with("order", 1e300)) == "project.layer_number /a/order\n");
    CHECK(told_of(with("is_hidden", "yes")) == "project.wrong_type /a/is_hidden\n");
    CHECK(told_of(with("classes", {{"field", "a"}, {"count", 1}})) ==
          "project.layer_number /a/classes/count\n");
    CHECK(told_of(with("classes", {{"field", "a"}, {"ramp", "mud"}})) ==
          "project.unknown_word /a/classes/ramp\n");
    CHECK(told_of(with("classes", {{"method", "unique"}})) == "project.missing_key /a/classes\n");
    CHECK(told_of(R"({"a": {"path": "a"}})") == "project.missing_key /a\nproject.missing_key /a\n");
    CHECK(told_of(R"({"No id": {}})") == "project.bad_id /No id\n");
    CHECK_FALSE(told_of("[]").empty());
}

TEST_CASE("any layer comes back from its text")
{
    CHECK(rc::check("round trip", [] {
        UserLayer layer;
        layer.id = "l" + std::to_string(*rc::gen::inRange(0, 100));
        layer.title[*rc::gen::elementOf(all_languages)] = "T";
        layer.path = *rc::gen::element(std::string("a.shp"), std::string("../карта.tif"));
        layer.sha256 = sum;
        layer.table = *rc::gen::element(std::string(), std::string("таблица"));
        layer.crs = *rc::gen::element(std::string(), std::string("EPSG:32642"));
        layer.order = *rc::gen::inRange(0, 50);
        layer.is_visible = *rc::gen::arbitrary<bool>();
        layer.opacity = *rc::gen::inRange(0, 101) / 100.0;
        layer.fill = *rc::gen::inRange(0, 101) / 100.0;
        layer.width_px = *rc::gen::inRange(1, 49) / 4.0;
        layer.label = *rc::gen::element(std::string(), std::string("название"));
        layer.classes.field = *rc::gen::element(std::string(), std::string("area"));
        if (!layer.classes.field.empty()) {
            layer.classes.method =
                *rc::gen::element(model::ClassMethod::equal_count, model::ClassMethod::unique);
            layer.classes.count = *rc::gen::inRange(model::min_classes, model::max_classes + 1);
            layer.classes.ramp = *rc::gen::elementOf(
                std::vector<std::string>(model::ramps().begin(), model::ramps().end()));
            layer.classes.is_reversed = *rc::gen::arbitrary<bool>();
        }
        std::string told;
        const auto again = read(nlohmann::json{{layer.id, io::to_json(layer)}}.dump(), told);
        RC_ASSERT(told.empty());
        RC_ASSERT(again == std::vector{layer});
    }));
}

} // TEST_SUITE
