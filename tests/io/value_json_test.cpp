#include "io/value_json.hpp"

#include "io/reading.hpp"
#include "json/random_json.hpp"

#include <rapidcheck.h>

#include <algorithm>

using namespace dostyk;
using model::FieldType;

namespace {

const model::FieldRule& rule_of(const char* kind, const char* field)
{
    return *model::find_field(*model::find_kind(kind), field);
}

/// A rule of each type.
std::vector<const model::FieldRule*> one_rule_of_each_type()
{
    return {&rule_of("goal", "name"),       &rule_of("source", "title"),
            &rule_of("goal", "aliases"),    &rule_of("meeting", "status"),
            &rule_of("meeting", "number"),  &rule_of("goal", "target"),
            &rule_of("goal", "due"),        &rule_of("goal", "indicator"),
            &rule_of("document", "covers"), &rule_of("project", "country"),
            &rule_of("project", "parties"), &rule_of("project", "place"),
            &rule_of("meeting", "results")};
}

/// Text of a value that was read and written again; the findings when it was refused.
std::string again(const std::string& text, const model::FieldRule& rule)
{
    test::Reading reading(text);
    const auto value = io::read_value(reading.reader, reading.reader.root(), rule);
    return value ? json::to_canonical_text(io::to_json(*value, rule.type)) : reading.told();
}

std::string canonical(const std::string& text)
{
    test::Reading reading(text);
    return json::to_canonical_text(reading.document.root());
}

} // namespace

TEST_SUITE("io/value_json") {

TEST_CASE("every type is read and written as it was")
{
    const auto check = [](const char* kind, const char* field, const std::string& text) {
        CAPTURE(text);
        CHECK(again(text, rule_of(kind, field)) == canonical(text));
    };
    check("goal", "name", R"({"kk": "а", "ky": "б", "ru": "в", "en": "d"})");
    check("source", "title", R"("Ата")");
    check("goal", "aliases", R"(["a", "b"])");
    check("goal", "aliases", "[]");
    check("meeting", "status", R"("held")");
    check("meeting", "number", "12");
    check("goal", "target", R"({"number": 2000000000, "unit": "USD"})");
    check("goal", "target", R"({"number": 42.5, "unit": "percent", "qualifier": "over"})");
    check("goal", "due", R"("2030")");
    check("goal", "indicator", R"("mutual-trade")");
    check("document", "covers", R"(["a", "b"])");
    check("project", "country", R"("KG")");
    check("project", "parties", R"(["KZ", "KG"])");
    check("project", "place", R"({"type": "point", "lon": 72.217, "lat": 41.346,
                                  "precision": "settlement"})");
    check("project", "place", R"({"type": "area", "units": ["KG"]})");
    check("project", "place", R"({"type": "border", "units": []})");
    check("project", "place", R"({"type": "border", "units": ["KZ-31", "KG-C"]})");
    check("project", "place", R"({"type": "corridor", "corridor": "a-b"})");
    check("project", "place", R"({"type": "link", "units": ["KZ", "KG"]})");
    check("project", "place", R"({"type": "line", "coordinates": [[74.5, 42.9], [75, 43]],
                                  "precision": "approximate"})");
    check("project", "place", R"({"type": "polygon", "precision": "exact",
                                  "coordinates": [[74.5, 42.9], [75, 43], [74.75, 43.25]]})");
    check("meeting", "results", R"([{"kk": "а", "ky": "б", "ru": "в", "en": "d"}])");
    for (const model::FieldRule* rule : one_rule_of_each_type()) {
        CHECK(again("null", *rule) == "null\n");
    }
}

TEST_CASE("a border without units is the whole common border")
{
    CHECK(again(R"({"type": "border"})", rule_of("project", "place")) ==
          canonical(R"({"type": "border", "units": []})"));
}

TEST_CASE("what is of another type, incomplete or in no list is refused with its place")
{
    const auto told = [](const char* kind, const char* field, const std::string& text) {
        return again(text, rule_of(kind, field));
    };
    CHECK(told("goal", "name", "\"x\"") == "project.wrong_type \n");
    CHECK(told("meeting", "status", "\"over\"") == "project.unknown_word \n");
    CHECK(told("meeting", "number", "true") == "project.wrong_type \n");
    CHECK(told("goal", "target", "5") == "project.wrong_type \n");
    CHECK(told("goal", "target", R"({"number": 5, "unit": "EUR"})") ==
          "project.unknown_word /unit\n");
    CHECK(told("goal", "target", R"({"number": 5})") == "project.missing_key \n");
    CHECK(told("goal", "target", R"({"number": 5, "unit": "USD", "qualifier": "?"})") ==
          "project.unknown_word /qualifier\n");
    CHECK(told("goal", "indicator", R"(["a"])") == "project.wrong_type \n");
    CHECK(told("document", "covers", "\"a\"") == "project.wrong_type \n");
    CHECK(told("project", "place", R"({"type": "pin"})") == "project.unknown_word /type\n");
    CHECK(told("project", "place", R"({"lon": 1})") == "project.missing_key \n");
    CHECK(told("project", "place",
               R"({"type": "point", "lon": "72", "lat": 41, "precision": "exact"})") ==
          "project.wrong_type /lon\n");
    CHECK(told("project", "place", R"({"type": "point", "lon": 72, "lat": 41})") ==
          "project.missing_key \n");
    CHECK(told("project", "place", R"({"type": "area"})") == "project.missing_key \n");
    CHECK(told("project", "place", R"({"type": "line", "precision": "exact"})") ==
          "project.missing_key \n");
    CHECK(told("project", "place", R"({"type": "line", "coordinates": [[74, 43], [75, 43]]})") ==
          "project.missing_key \n");
    CHECK(told("project", "place",
               R"({"type": "line", "coordinates": [[74, 43], [75]], "precision": "exact"})") ==
          "project.wrong_type /coordinates/1\n");
    CHECK(told("project", "place",
               R"({"type": "polygon", "coordinates": [[74, "43"]], "precision": "exact"})") ==
          "project.wrong_type /coordinates/0/1\n");
    CHECK(told("meeting", "results", R"([{"kk": 1}])") == "project.wrong_type /0/kk\n");
}

TEST_CASE("any JSON is read or refused, whatever the field")
{
    CHECK(rc::check([] {
        const auto rules = one_rule_of_each_type();
        const auto* rule = *rc::gen::elementOf(rules);
        test::Reading reading(json::to_canonical_text(*test::any_json()));
        const auto value = io::read_value(reading.reader, reading.reader.root(), *rule);
        RC_ASSERT(value.has_value() || !reading.diagnostics.findings.empty());
    }));
}

} // TEST_SUITE
