#include "editor/cell_value.hpp"

#include "model/entity.hpp"

#include <doctest/doctest.h>

using namespace dostyk;
using model::FieldRule;
using model::FieldType;

namespace {

/// What a text is read as, written again; the key of the reason where it is refused.
std::string read_back(std::string_view text, const FieldRule& rule,
                      Language language = Language::ru)
{
    const auto value = editor::parse_cell(text, rule, language, {});
    return value ? editor::cell_text(*value, rule, language) : value.error().message.key;
}

const FieldRule& rule_of(std::string_view kind, std::string_view field)
{
    return *model::find_field(*model::find_kind(kind), field);
}

} // namespace

TEST_SUITE("editor/cell_value") {

TEST_CASE("a number is read as people write it, and never guessed")
{
    const FieldRule rule{"count", FieldType::number};
    CHECK(read_back("12", rule) == "12");
    CHECK(read_back("12,5", rule) == "12.5");
    CHECK(read_back("1 500 000", rule) == "1500000");
    CHECK(read_back("1\u00a0500,25", rule) == "1500.25");
    CHECK(read_back("\u22124", rule) == "-4");
    CHECK(read_back("1,500", rule) == "error.table.not_number");
    CHECK(read_back("1,500,000", rule) == "1500000"); // a decimal comma comes once
    CHECK(read_back("1e999", rule) == "error.table.not_number");
    CHECK(read_back("nan", rule) == "error.table.not_number");
    CHECK(read_back("12 pcs", rule) == "error.table.not_number");
}

TEST_CASE("a word is known in each language and by its key")
{
    const FieldRule& rule = rule_of("project", "status");
    for (const Language language : all_languages) {
        for (const std::string_view word : rule.words) {
            CAPTURE(word);
            const auto value = editor::parse_cell(
                editor::cell_text(model::Word{std::string(word)}, rule, language), rule,
                Language::en, {});
            REQUIRE(value);
            CHECK(*value == model::Value(model::Word{std::string(word)}));
        }
    }
    CHECK(read_back("under_construction", rule, Language::en) == "under construction");
    CHECK(read_back("finished", rule) == "error.table.not_word");
}

TEST_CASE("dates, amounts, lists and places are read or refused with the reason")
{
    CHECK(read_back("2024-04-19", {"date", FieldType::date}) == "2024-04-19");
    CHECK(read_back("01/03/2024", {"date", FieldType::date}) == "error.table.not_date");
    CHECK(read_back("about 12,5 km", {"area", FieldType::amount}) == "около 12.5 км");
    CHECK(read_back("12", {"area", FieldType::amount}) == "error.table.not_amount");
    CHECK(read_back("12 miles", {"area", FieldType::amount}) == "error.table.not_amount");
    CHECK(read_back(" a ;; b", {"tags", FieldType::texts}) == "a; b");
    CHECK(read_back("KZ; KG", {"parties", FieldType::parties}) == "KZ; KG");
    CHECK(read_back("KZ; KG", {"host", FieldType::party}) == "error.table.not_id");
    CHECK(read_back("42.874, 74.612", {"place", FieldType::place}) == "42.874, 74.612");
    CHECK(read_back("42,874, 74,61", {"place", FieldType::place}) == "error.table.not_place");
    CHECK(read_back("Bishkek", {"place", FieldType::place}) == "error.table.not_place");
    CHECK(read_back("true", {"x", FieldType::flag}, Language::en) ==
          std::string(tr(Language::en, "value.yes")));
}

TEST_CASE("a text keeps its zeros and its other languages")
{
    CHECK(read_back("007 ", {"room", FieldType::text}) == "007 ");
    Text4 before;
    before[Language::kk] = "Бұрынғы";
    const auto made = editor::parse_cell("New", {"name", FieldType::text4}, Language::en, before);
    REQUIRE(made);
    CHECK(std::get<Text4>(*made)[Language::kk] == "Бұрынғы");
    CHECK(std::get<Text4>(*made)[Language::en] == "New");
}

} // TEST_SUITE
