#include "editor/search.hpp"

#include "geo/layer.hpp"
#include "gis/map_file.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using editor::SearchIndex;

namespace {

model::Entity crossing()
{
    model::Entity entity{"korday-ak-zhol", "crossing", model::Pack::enriched, {}};
    const auto claim = [](model::Value value) {
        model::Claim made{std::move(value), {"s"}};
        made.pack = model::Pack::enriched;
        return std::vector<model::Claim>{made};
    };
    entity.fields["name"] =
        claim(Text4{{"Қордай – Ақжол", "Кордай – Ак-Жол", "Кордай – Ак-Жол", "Korday – Ak-Zhol"}});
    entity.fields["kz_name"] = claim(Text4{{"Қордай", "Кордай", "Кордай", "Korday"}});
    entity.fields["aliases"] = claim(std::vector<std::string>{"Ak-Jol"});
    return entity;
}

/// The bundled map and one crossing.
struct World {
    model::Project project;
    geo::MapData map;

    World()
    {
        project.entities.push_back(crossing());
        auto read = gis::read_map_file(test::source_root() / "maps" / "base.gpkg");
        REQUIRE(read);
        map = std::move(*read);
    }
};

} // namespace

TEST_SUITE("editor/search") {

TEST_CASE("every spelling of Korday gives the crossing first, before the village")
{
    const World world;
    const SearchIndex index(world.project, world.map, model::Pack::enriched);

    for (const auto* query :
         {"Kordai", "Korday", "Қордай", "Кордай", "korday", "Ak-Jol", "Ақжол"}) {
        CAPTURE(query);
        const auto hits = index.find(query, Language::en, 10);
        REQUIRE_FALSE(hits.empty());
        CHECK(hits[0].entity == "korday-ak-zhol");
    }
}

TEST_CASE("the former name of Manas finds the city")
{
    const World world;
    const SearchIndex index(world.project, world.map, model::Pack::enriched);

    for (const auto* query : {"Jalal-Abad", "Джалал-Абад", "Жалал-Абад"}) {
        CAPTURE(query);
        const auto hits = index.find(query, Language::en, 3);
        REQUIRE_FALSE(hits.empty());
        CHECK(hits[0].name == "Manas");
        CHECK_FALSE(hits[0].matched.empty());
    }
}

TEST_CASE("a slip of the finger is forgiven, nonsense finds nothing")
{
    const World world;
    const SearchIndex index(world.project, world.map, model::Pack::enriched);

    CHECK(index.find("Bihskek", Language::ru, 1).at(0).name == "Бишкек");
    CHECK(index.find("xqzwvv", Language::ru, 5).empty());
    CHECK(index.find("", Language::ru, 5).empty());
    CHECK(index.find(" - ", Language::ru, 5).empty());
}

TEST_CASE("names come in the language that is asked for, and no more than asked")
{
    const World world;
    const SearchIndex index(world.project, world.map, model::Pack::enriched);

    CHECK(index.find("Oskemen", Language::ru, 1).at(0).name == "Усть-Каменогорск");
    CHECK(index.find("Oskemen", Language::kk, 1).at(0).name == "Өскемен");
    CHECK(index.find("a", Language::en, 7).size() == 7);
}

TEST_CASE("words come in any order and may say the kind")
{
    const World world;
    const SearchIndex index(world.project, world.map, model::Pack::enriched);

    CHECK(index.find("region Zhambyl", Language::en, 1).at(0).place == "regions:KZ-31");
    CHECK(index.find("crossing Korday", Language::en, 1).at(0).entity == "korday-ak-zhol");
    CHECK(index.find("пункт Ақжол", Language::ru, 1).at(0).entity == "korday-ak-zhol");
    // The kind alone is no name.
    for (const auto& hit : index.find("border crossing", Language::en, 10)) {
        CHECK(hit.entity.empty());
    }
}

TEST_CASE("the strict pack does not find what only the enriched one has")
{
    const World world;
    const SearchIndex index(world.project, world.map, model::Pack::strict);

    for (const auto& hit : index.find("Korday", Language::en, 10)) {
        CHECK(hit.entity.empty());
    }
}

TEST_CASE("the names in all languages of what is called exactly so, in whatever spelling")
{
    const World world;
    const SearchIndex index(world.project, world.map, model::Pack::enriched);
    for (const char* spelling : {"Taraz", "Тараз", "ТАРАЗ"}) {
        const auto names = index.names_of(spelling);
        REQUIRE(names);
        for (const Language language : all_languages) {
            CHECK(names->has(language));
        }
        CHECK((*names)[Language::en] == "Taraz");
        CHECK((*names)[Language::ky] == "Тараз");
    }
    CHECK_FALSE(index.names_of("Tara"));
    CHECK_FALSE(index.names_of(""));
}

} // TEST_SUITE
