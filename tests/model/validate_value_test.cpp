#include "model/validate_value.hpp"

#include "model/entities.hpp"
#include "model/validate.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace dostyk;
using test::claim;

namespace {

const std::vector<std::string> units{"KZ-31", "KG-C"};

/// Codes of the findings about one value of one field.
std::vector<Finding> findings_of(std::string kind, const std::string& field, model::Value value)
{
    model::Entity entity = test::entity(std::move(kind), "e");
    entity.fields[field] = {claim(std::move(value))};
    const model::Project project = test::project({entity, test::entity("meeting", "council")});
    Diagnostics diagnostics;
    model::validate(project, units, diagnostics);
    return diagnostics.findings;
}

std::string code_of_place(model::Place place)
{
    const auto findings = findings_of("project", "place", std::move(place));
    return findings.empty() ? "" : findings.front().code;
}

model::Place point(double lon, double lat)
{
    model::Place place;
    place.type = model::PlaceType::point;
    place.at = {lon, lat};
    return place;
}

model::Place with_units(model::PlaceType type, std::vector<std::string> codes)
{
    model::Place place;
    place.type = type;
    place.units = std::move(codes);
    return place;
}

} // namespace

TEST_SUITE("model/validate_value") {

TEST_CASE("a text lacks no language and holds no NUL")
{
    const auto missing = findings_of("goal", "description", Text4{{"a", "", "a", "a"}});
    REQUIRE(missing.size() == 1);
    CHECK(missing[0].code == "model.missing_translation");
    CHECK(missing[0].pointer == "/fields/description/0/value/ky");

    Text4 nul = test::text4("a");
    nul[Language::ru] += '\0';
    const auto with_nul = findings_of("goal", "description", nul);
    REQUIRE(with_nul.size() == 1);
    CHECK(with_nul[0].code == "model.nul_in_text");
    CHECK(with_nul[0].pointer == "/fields/description/0/value/ru");

    const std::vector<std::string> aliases{"a", std::string("b\0", 2)};
    CHECK(findings_of("goal", "aliases", aliases).front().pointer == "/fields/aliases/0/value/1");
    const std::vector<Text4> results{test::text4("a"), Text4{{"", "b", "b", "b"}}};
    CHECK(findings_of("meeting", "results", results).front().pointer ==
          "/fields/results/0/value/1/kk");
}

TEST_CASE("a note is a text like any other")
{
    model::Entity entity = test::entity("goal", "g");
    entity.fields["name"][0].note = Text4{{"a", "a", "a", ""}};
    Diagnostics diagnostics;
    model::validate(test::project({entity}), {}, diagnostics);
    REQUIRE(diagnostics.findings.size() == 1);
    CHECK(diagnostics.findings[0].pointer == "/fields/name/0/note/en");
}

TEST_CASE("a date is one of the calendar")
{
    CHECK(findings_of("goal", "due", model::DateText{"2030"}).empty());
    CHECK(findings_of("goal", "due", model::DateText{"2030-02-30"}).front().code ==
          "model.bad_date");
}

TEST_CASE("references lead to entities of the allowed kind")
{
    CHECK(findings_of("session", "meeting", test::refs({"council"})).empty());
    CHECK(findings_of("session", "meeting", test::refs({"nowhere"})).front().code ==
          "model.dangling_reference");
    CHECK(findings_of("session", "meeting", test::refs({"e"})).front().code == "model.wrong_kind");
    CHECK(findings_of("session", "participants", test::refs({"council", "nowhere"}))
              .front()
              .pointer == "/fields/participants/0/value/1");
}

TEST_CASE("a party is a country, a unit of the map or an entity")
{
    CHECK(findings_of("goal", "name", test::text4("x")).empty());
    for (const char* party : {"KZ", "UZ", "KZ-31", "council"}) {
        CAPTURE(party);
        CHECK(findings_of("project", "country", test::refs({party})).empty());
    }
    CHECK(findings_of("project", "country", test::refs({"KZ-99"})).front().code ==
          "model.unknown_unit");
    CHECK(findings_of("project", "country", test::refs({"Kazakhstan"})).front().code ==
          "model.dangling_reference");
}

TEST_CASE("a strict reference stays within the strict pack")
{
    model::Entity session = test::entity("session", "s");
    session.fields["meeting"] = {claim(test::refs({"later"}))};
    model::Entity later = test::entity("meeting", "later");
    later.pack = model::Pack::enriched;
    later.fields["name"][0].pack = model::Pack::enriched;
    Diagnostics diagnostics;
    model::validate(test::project({session, later}), {}, diagnostics);
    REQUIRE(diagnostics.findings.size() == 1);
    CHECK(diagnostics.findings[0].code == "model.outside_pack");
}

TEST_CASE("a point lies on the map, its edges included")
{
    CHECK(code_of_place(point(72.217, 41.346)).empty());
    CHECK(code_of_place(point(46, 38.5)).empty());
    CHECK(code_of_place(point(88, 56)).empty());
    for (const auto& [lon, lat] : {std::pair{41.346, 72.217},
                                   {45.9, 43.0},
                                   {88.1, 43.0},
                                   {75.0, 38.4},
                                   {75.0, 56.1},
                                   {std::numeric_limits<double>::quiet_NaN(), 43.0}}) {
        CAPTURE(lon);
        CAPTURE(lat);
        CHECK(code_of_place(point(lon, lat)) == "model.outside_map");
    }
}

TEST_CASE("a point outside the map is said in few digits")
{
    const Finding finding = findings_of("project", "place", point(1e300, 41.5)).at(0);
    CHECK(text_of(finding, Language::en).find("1e+300, 41.5") != std::string::npos);
}

TEST_CASE("areas and links need units, a border has two or none")
{
    using model::PlaceType;
    CHECK(code_of_place(with_units(PlaceType::area, {"KG"})).empty());
    CHECK(code_of_place(with_units(PlaceType::border, {})).empty());
    CHECK(code_of_place(with_units(PlaceType::border, {"KZ-31", "KG-C"})).empty());
    CHECK(code_of_place(with_units(PlaceType::area, {})) == "model.place_without_units");
    CHECK(code_of_place(with_units(PlaceType::link, {})) == "model.place_without_units");
    CHECK(code_of_place(with_units(PlaceType::border, {"KZ-31"})) == "model.place_without_units");
    CHECK(code_of_place(with_units(PlaceType::area, {"KG-Z"})) == "model.unknown_unit");
    CHECK(code_of_place(with_units(PlaceType::area, {"somewhere"})) == "model.unknown_unit");
}

TEST_CASE("a line has two vertices on the map, a polygon three")
{
    using model::PlaceType;
    const auto shape = [](PlaceType type, std::vector<geo::LonLat> vertices) {
        model::Place place;
        place.type = type;
        place.vertices = std::move(vertices);
        return place;
    };
    const geo::LonLat a{74, 43}, b{75, 43}, c{74.5, 44}, outside{10, 43};
    CHECK(code_of_place(shape(PlaceType::line, {a, b})).empty());
    CHECK(code_of_place(shape(PlaceType::polygon, {a, b, c})).empty());
    CHECK(code_of_place(shape(PlaceType::line, {a})) == "model.too_few_vertices");
    CHECK(code_of_place(shape(PlaceType::polygon, {a, b})) == "model.too_few_vertices");
    CHECK(code_of_place(shape(PlaceType::line, {a, outside})) == "model.outside_map");
}

TEST_CASE("an outline does not cross itself, a line may")
{
    model::Place place;
    place.type = model::PlaceType::polygon;
    place.vertices = {{74, 43}, {75, 44}, {75, 43}, {74, 44}};
    CHECK(code_of_place(place) == "model.crossing_outline");
    place.type = model::PlaceType::line;
    CHECK(code_of_place(place).empty());
}

TEST_CASE("a corridor is one of the transport graph")
{
    model::Place place;
    place.type = model::PlaceType::corridor;
    place.corridor = "silk-road";
    CHECK(code_of_place(place) == "model.unknown_corridor");
}

} // TEST_SUITE
