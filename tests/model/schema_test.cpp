#include "model/schema.hpp"

#include "core/files.hpp"
#include "core/message.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <map>
#include <regex>
#include <set>
#include <string>

using namespace dostyk;
using model::FieldType;

namespace {

const std::map<std::string, FieldType> types{
    {"text4", FieldType::text4}, {"text", FieldType::text},       {"texts", FieldType::texts},
    {"word", FieldType::word},   {"number", FieldType::number},   {"amount", FieldType::amount},
    {"date", FieldType::date},   {"ref", FieldType::ref},         {"refs", FieldType::refs},
    {"party", FieldType::party}, {"parties", FieldType::parties}, {"place", FieldType::place},
    {"list", FieldType::list},   {"flag", FieldType::flag}};

const std::set<std::string> common{"name", "description", "aliases", "place", "tags"};

struct Row {
    std::string kind;
    std::string fields;
};

/// The rows of the table of kinds in data/README.md.
std::vector<Row> documented_kinds()
{
    const std::string page = read_file(test::source_root() / "data" / "README.md").value();
    const std::size_t start = page.find("| kind | fields |");
    REQUIRE(start != std::string::npos);
    std::vector<Row> rows;
    const std::regex row(R"(\n\| (\w+) \| (.*) \|)");
    const std::string table = page.substr(start);
    for (std::sregex_iterator it(table.begin(), table.end(), row), end; it != end; ++it) {
        rows.push_back({(*it)[1], (*it)[2]});
    }
    return rows;
}

} // namespace

TEST_SUITE("model/schema") {

TEST_CASE("the kinds are those of data/README.md, field by field and word by word")
{
    const std::vector<Row> rows = documented_kinds();
    REQUIRE(rows.size() == model::kinds().size());
    // "**name**", "level word [a b]", "sector word (as project)", "hash text (remark)".
    const std::regex field(
        R"((\*\*)?(\w+)(?:\*\*)?(?: (\w+))?(?: \[([\w ]+)\])?(?: \([^)]*\))?(?:, |$))");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CAPTURE(rows[i].kind);
        const model::KindRule* kind = model::find_kind(rows[i].kind);
        REQUIRE(kind != nullptr);
        CHECK(&model::kinds()[i] == kind);
        std::size_t own_fields = 0;
        const std::string& text = rows[i].fields;
        for (std::sregex_iterator it(text.begin(), text.end(), field), end; it != end; ++it) {
            const std::string name = (*it)[2];
            CAPTURE(name);
            const model::FieldRule* rule = model::find_field(*kind, name);
            REQUIRE(rule != nullptr);
            CHECK(rule->is_required == ((*it)[1].length() > 0));
            own_fields += common.contains(name) ? 0U : 1U;
            if (const std::string type = (*it)[3]; !type.empty() && !common.contains(name)) {
                REQUIRE(types.contains(type));
                CHECK(rule->type == types.at(type));
            }
            if (const std::string words = (*it)[4]; !words.empty()) {
                std::string ours;
                for (const std::string_view word : rule->words) {
                    ours += (ours.empty() ? "" : " ") + std::string(word);
                }
                CHECK(ours == words);
            }
        }
        CHECK(kind->fields.size() == own_fields + common.size());
    }
}

TEST_CASE("the units are those of data/README.md")
{
    const std::string page = read_file(test::source_root() / "data" / "README.md").value();
    std::string ours = "`unit` is one of";
    for (const std::string_view unit : model::units()) {
        ours += " " + std::string(unit);
    }
    CHECK(page.find(ours + " |") != std::string::npos);
}

TEST_CASE("every kind, field, word, unit, qualifier and flag has its messages")
{
    const auto check = [](const std::string& key) {
        CAPTURE(key);
        CHECK(has_message(key));
    };
    for (const model::KindRule& kind : model::kinds()) {
        check("kind." + std::string(kind.name));
        check("kind." + std::string(kind.name) + ".plural");
        for (const model::FieldRule& rule : kind.fields) {
            const std::string name(rule.name);
            check("field." + name);
            for (const std::string_view word : rule.words) {
                check("word." + name + "." + std::string(word));
                if (kind.name == "relation") {
                    check("link." + std::string(word));
                    check("link." + std::string(word) + ".in");
                }
            }
            const bool is_link = rule.type == FieldType::ref || rule.type == FieldType::refs ||
                                 rule.type == FieldType::party || rule.type == FieldType::parties;
            if (is_link && kind.name != "relation") {
                check("link." + name);
                check("link." + name + ".in");
            }
        }
    }
    for (const std::string_view unit : model::units()) {
        check("unit." + std::string(unit));
    }
    for (const std::string_view qualifier : model::qualifiers()) {
        check("qualifier." + std::string(qualifier));
    }
    for (const model::FlagRule& flag : model::flags()) {
        check("flag." + std::string(flag.name));
    }
}

TEST_CASE("what is in no list is not found")
{
    CHECK(model::find_kind("committee") == nullptr);
    CHECK(model::find_field(*model::find_kind("goal"), "sector") == nullptr);
    CHECK(model::find_field(*model::find_kind("goal"), "tags") != nullptr);
}

} // TEST_SUITE
