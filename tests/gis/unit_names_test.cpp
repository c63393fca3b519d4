#include "gis/unit_names.hpp"

#include "gis/map_file.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace dostyk;

namespace {

const geo::Layer& regions()
{
    static const geo::MapData map =
        gis::read_map_file(test::source_root() / "maps" / "base.gpkg").value();
    return *map.find_layer("regions");
}

std::string iso_of(int unit)
{
    return unit < 0
               ? "none"
               : geo::text_at(regions(), regions().features[static_cast<std::size_t>(unit)], "iso");
}

} // namespace

TEST_SUITE("gis/unit_names") {

TEST_CASE("every current unit is found by its code and by each of its four names")
{
    const gis::UnitNames names(regions());
    int count = 0;
    for (const geo::Feature& unit : regions().features) {
        if (!geo::text_at(regions(), unit, "valid_to").empty()) {
            continue;
        }
        ++count;
        const std::string iso = geo::text_at(regions(), unit, "iso");
        CHECK(iso_of(names.find_code(iso)) == iso);
        for (const char* field : {"name_kk", "name_ky", "name_ru", "name_en"}) {
            CAPTURE(field);
            CHECK(iso_of(names.find_name(geo::text_at(regions(), unit, field))) == iso);
        }
    }
    CHECK(count == 29);
}

TEST_CASE("a city and the region of its name are told apart by the word for their sort")
{
    const gis::UnitNames names(regions());
    for (const auto& [text, iso] : std::vector<std::pair<const char*, const char*>>{
             {"Almaty", "KZ-75"},
             {"Алматы қаласы", "KZ-75"},
             {"г. Алматы", "KZ-75"},
             {"Almaty City", "KZ-75"},
             {"Almaty oblysy", "KZ-19"},
             {"Алматинская область", "KZ-19"},
             {"Almaty Region", "KZ-19"},
             {"Ош шаары", "KG-GO"},
             {"Osh (city)", "KG-GO"},
             {"Osh oblast", "KG-O"},
             {"Ошская область", "KG-O"},
             {"Bishkek", "KG-GB"},
             {"Jalal-Abad", "KG-J"},
             {"Dzhalal-Abad Oblast", "KG-J"},
             {"Ysyk-Köl oblusu", "KG-Y"},
             {"Жетысу", "KZ-33"},
             {"Qaraghandy oblysy", "KZ-35"},
             {"Atlantis", "none"},
             {"", "none"},
             {"oblast", "none"},
         }) {
        CAPTURE(text);
        CHECK(iso_of(names.find_name(text)) == iso);
    }
}

TEST_CASE("a name that two units share finds neither")
{
    const geo::Layer twins{"regions",
                           {"iso", "kind", "name_en"},
                           {{{}, {std::string("A"), std::string("region"), std::string("Twin")}},
                            {{}, {std::string("B"), std::string("region"), std::string("Twin")}}}};
    const gis::UnitNames names(twins);

    CHECK(names.find_name("Twin") == gis::UnitNames::none);
    CHECK(names.find_code("B") == 1);
}

TEST_CASE("a code in any column decides over a name")
{
    const gis::UnitNames names(regions());
    const geo::Layer layer{"x",
                           {"name", "code"},
                           {{{}, {std::string("Astana"), std::string("KZ-11")}},
                            {{}, {std::string("Astana"), geo::Value{}}}}};

    const auto units = gis::match_units(names, layer);

    CHECK(iso_of(units.at(0)) == "KZ-11");
    CHECK(iso_of(units.at(1)) == "KZ-71");
}

} // TEST_SUITE
