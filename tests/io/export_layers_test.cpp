#include "io/export_layers.hpp"

#include "model/entities.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>

using namespace dostyk;
using test::claim;
using test::entity;

namespace {

geo::Layer layer_of(model::Entity each, std::optional<Language> language = {})
{
    io::ExportScope scope;
    scope.language = language;
    scope.only = {each.id};
    return io::layers_of(test::project({std::move(each)}), scope, {}).front();
}

std::string cell(const geo::Layer& layer, const char* field)
{
    return geo::text_at(layer, layer.features.front(), field);
}

model::Entity project_with(const char* field, model::Value value)
{
    model::Entity made = entity("project", "p");
    made.fields[field] = {claim(std::move(value))};
    return made;
}

} // namespace

TEST_SUITE("io/export_layers") {

TEST_CASE("as data every language has its column, words and references are their ids")
{
    model::Entity made = project_with("status", model::Word{"agreed"});
    made.fields["parties"] = {claim(test::refs({"KZ", "KG-C"}))};
    made.fields["name"] = {claim(Text4{{"Қ", "К", "Р", "E"}})};
    const geo::Layer layer = layer_of(made);

    CHECK(layer.name == "project");
    CHECK(layer.fields == std::vector<std::string>{"kind", "id", "name_kk", "name_ky", "name_ru",
                                                   "name_en", "parties", "status", "sources"});
    CHECK(cell(layer, "name_kk") == "Қ");
    CHECK(cell(layer, "status") == "agreed");
    CHECK(cell(layer, "parties") == "KZ; KG-C");
    CHECK(cell(layer, "sources") == "paper");
}

TEST_CASE("in a language a value is what people read, a number stays a number")
{
    model::Entity made = project_with("status", model::Word{"agreed"});
    made.fields["count"] = {claim(3.0)};
    const geo::Layer layer = layer_of(made, Language::en);

    CHECK(cell(layer, "status") == "agreed");
    CHECK(cell(layer, "name") == "Name of p");
    CHECK(geo::number_at(layer, layer.features.front(), "count", 0) == 3);
}

TEST_CASE("headings are said in the language, a column without a message stays")
{
    const geo::Layer layer = layer_of(project_with("status", model::Word{"agreed"}), Language::ru);
    CHECK(cell(layer, "kind") == tr(Language::ru, "kind.project"));
    geo::Layer said = layer;
    said.fields.emplace_back("lon");
    said = io::with_headings(said, Language::ru);
    CHECK(said.fields.front() == "Вид");
    CHECK(said.fields[2] == tr(Language::ru, "field.name"));
    CHECK(said.fields.back() == "lon");
}

TEST_CASE("an amount has its unit and its qualifier beside")
{
    const auto layer = layer_of(project_with("cost", model::Amount{1.5e9, "USD", "about"}));
    CHECK(geo::number_at(layer, layer.features.front(), "cost", 0) == 1.5e9);
    CHECK(cell(layer, "cost_unit") == "USD");
    CHECK(cell(layer, "cost_qualifier") == "about");
}

TEST_CASE("only what a source locates has a geometry")
{
    model::Place place;
    place.type = model::PlaceType::point;
    place.at = {74.5, 42.875};
    place.precision = model::Precision::settlement;
    const auto located = layer_of(project_with("place", place));
    CHECK(std::get<geo::LonLat>(located.features[0].geometry) == geo::LonLat{74.5, 42.875});
    CHECK(cell(located, "place_precision") == "settlement");

    for (const auto type : {model::PlaceType::area, model::PlaceType::border,
                            model::PlaceType::corridor, model::PlaceType::link}) {
        place.type = type;
        const auto layer = layer_of(project_with("place", place));
        CHECK(std::holds_alternative<std::monostate>(layer.features[0].geometry));
        CHECK(layer.find_field("lon") < 0);
    }
}

TEST_CASE("all kinds as one table have the columns of all")
{
    const auto project = test::project({entity("goal", "g"), entity("venue", "v")});
    const geo::Layer all = io::joined(io::layers_of(project, {}, {}));
    REQUIRE(all.features.size() == 3);
    CHECK(all.fields.back() == "sources");
    CHECK(geo::text_at(all, all.features[0], "kind") == "venue");
    CHECK(geo::text_at(all, all.features[2], "url") == "https://example.org");
    CHECK(geo::text_at(all, all.features[0], "url").empty());
}

TEST_CASE("a list in a cell is read back as it was, whatever its parts")
{
    CHECK(io::list_text({"a", "b c"}) == "a; b c");
    CHECK(io::list_text({"a;b"}) == R"(["a;b"])");
    CHECK(io::parts_of_list("a;b ;  c") == std::vector<std::string>{"a", "b", "c"});
    CHECK(rc::check([] {
        const auto letters = rc::gen::elementOf(std::string("ab ;[]\"\n\\"));
        const auto parts =
            *rc::gen::container<std::vector<std::string>>(rc::gen::container<std::string>(letters));
        RC_ASSERT(io::parts_of_list(io::list_text(parts)) == parts);
    }));
}

} // TEST_SUITE
