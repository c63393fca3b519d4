#include "model/value_text.hpp"

#include "core/message.hpp"
#include "model/entities.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

namespace {

std::string as_it_is(std::string_view id)
{
    return std::string(id);
}

std::string text(const char* kind, const char* field, const model::Value& value, Language language)
{
    return model::text_of(value, *model::find_field(*model::find_kind(kind), field), language,
                          as_it_is);
}

} // namespace

TEST_SUITE("model/value_text") {

TEST_CASE("amounts say number, unit and qualifier in every language")
{
    const model::Amount trade{1.5e9, "USD", ""};
    CHECK(model::text_of(trade, Language::en).find("1.5 billion") != std::string::npos);
    CHECK(model::text_of(trade, Language::ru).find("1,5") != std::string::npos);
    CHECK(model::text_of(model::Amount{25, "percent", "over"}, Language::en) == "more than 25%");
    CHECK(model::text_of(model::Amount{25, "percent", "over"}, Language::ru) == "более 25 %");
    CHECK(model::text_of(model::Amount{195, "item", ""}, Language::en) == "195 commodity items");
    CHECK(model::text_of(model::Amount{195, "item", ""}, Language::ru) == "195 товарных позиций");
    CHECK(model::text_of(model::Amount{21, "lane", ""}, Language::ru) == "21 полоса");
    CHECK(model::text_of(model::Amount{4, "lane", ""}, Language::kk) == "4 жолақ");
    for (const std::string_view unit : model::units()) {
        for (const Language language : all_languages) {
            CAPTURE(unit);
            const std::string said =
                model::text_of(model::Amount{2.5, std::string(unit), "about"}, language);
            CHECK(said.find_first_of("{}") == std::string::npos);
            CHECK(said.find("2") != std::string::npos);
        }
    }
}

TEST_CASE("words, dates, lists and ignorance are said")
{
    CHECK(text("project", "status", model::Word{"under_construction"}, Language::en) ==
          "under construction");
    CHECK(text("project", "status", model::Word{"under_construction"}, Language::kk) ==
          "салынып жатыр");
    CHECK(text("goal", "due", model::DateText{"2030"}, Language::ru) == "2030");
    CHECK(text("goal", "due", std::monostate{}, Language::en) == "not stated in the source");
    CHECK(text("meeting", "number", 12.0, Language::en) == "12");
    CHECK(text("meeting", "results", std::vector<Text4>{test::text4("a"), test::text4("b")},
               Language::ky) == "a; b");
    CHECK(text("project", "parties", test::refs({"KZ", "KG"}), Language::en) == "KZ, KG");
}

TEST_CASE("a place that no source gives says so in four languages")
{
    model::Place place;
    place.type = model::PlaceType::area;
    place.units = {"KG"};
    for (const Language language : all_languages) {
        const std::string said = model::text_of(place, language, as_it_is);
        CHECK(said.find(tr(language, "place.not_published")) != std::string::npos);
    }
    place.type = model::PlaceType::border;
    place.units = {};
    for (const Language language : all_languages) {
        const std::string said = model::text_of(place, language, as_it_is);
        CHECK(said.find(tr(language, "place.not_published")) != std::string::npos);
        CHECK(model::is_unpublished(place));
    }
}

TEST_CASE("a point says where it is and how exactly")
{
    model::Place place;
    place.type = model::PlaceType::point;
    place.at = {72.217, 41.346};
    place.precision = model::Precision::settlement;

    CHECK_FALSE(model::is_unpublished(place));
    CHECK(model::text_of(place, Language::en, as_it_is) ==
          "41.346° N, 72.217° E (to the settlement)");
}

TEST_CASE("a line says its length and a polygon its area")
{
    model::Place place;
    place.type = model::PlaceType::line;
    place.precision = model::Precision::approximate;
    place.vertices = {{74, 43}, {75, 43}};
    CHECK(model::text_of(place, Language::en, as_it_is) == "a line of 81.5 km (approximate)");
    place.type = model::PlaceType::polygon;
    place.vertices = {{74, 43}, {75, 43}, {75, 44}, {74, 44}};
    CHECK(model::text_of(place, Language::en, as_it_is) == "an area of 8,985 km² (approximate)");
    CHECK_FALSE(model::is_unpublished(place));
}

TEST_CASE("ids are named by the project, the map and the table of countries")
{
    model::Project project = test::project({test::entity("meeting", "council")});
    project.transport.corridors.push_back({"south", test::text4("Almaty – Korday"), {}, "open"});
    const model::UnitNames units{{"KZ-31", test::text4("Zhambyl Region")}};
    const auto name = model::make_resolver(project, units, model::Pack::strict, Language::en);

    CHECK(name("council") == "Name of council");
    CHECK(name("KZ-31") == "Zhambyl Region");
    CHECK(name("KG") == "Kyrgyzstan");
    CHECK(name("south") == "Almaty – Korday");
    CHECK(name("none") == "none");
}

TEST_CASE("flags are named in the order of the format")
{
    CHECK(model::flags_text(model::flag::computed | model::flag::inferred, Language::en) ==
          "inferred, computed");
    CHECK(model::flags_text(0, Language::en).empty());
}

} // TEST_SUITE
