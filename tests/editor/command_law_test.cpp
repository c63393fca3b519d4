#include "editor/kept_project.hpp"

#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <map>
#include <string_view>

using namespace dostyk;
using namespace dostyk::editor;
using test::KeptProject;

namespace {

const char* const name_en = "/fields/name/0/value/en";

/// A command of each name that changes something of the bundled project.
const std::map<std::string_view, Command>& samples()
{
    static const std::map<std::string_view, Command> made{
        {"set_field", SetField{"goal", test::goal_id, name_en, "\"Trade\""}},
        {"remove_field", RemoveField{"goal", test::goal_id, "/fields/description"}},
        {"insert", Insert{"goal", "new-goal", R"({"fields": {}})"}},
        {"remove", Remove{"crossing", "korday-ak-zhol"}},
        {"group", Group{{Insert{"goal", "a", R"({"fields": {}})"}, Remove{"goal", test::goal_id}}}},
    };
    return made;
}

/// Texts in the spirit of the Big List of Naughty Strings; all are valid UTF-8 without NUL.
std::vector<std::string> naughty_texts()
{
    return {
        "undefined",
        "null",
        "NaN",
        "true",
        "None",
        "0",
        "-0",
        "1e400",
        "0x7F",
        "1,000.5",
        "٠١٢٣",
        "2024-02-30",
        "2023-09-22/2023-09-23",
        "KZ",
        "' OR 1=1; DROP TABLE entity; --",
        "\"",
        "''",
        "`$(reboot)`",
        "%s%n%d %99999999s",
        "{name} {0} {entity, plural, one {x}}",
        "{{{",
        "\\u0000",
        "\\",
        "\\\\\"",
        "/",
        "~0~1",
        "<script>alert(1)</script>",
        "<!--&amp;&#0;-->",
        "]]>",
        "../../etc/passwd",
        "\r\n",
        "\n\n\ttab\t\v\f\b",
        " leading and trailing ",
        "\x01\x1b[31m\x7f",
        "\xEF\xBB\xBF"
        "after a mark",                     // U+FEFF
        "\xEF\xBF\xBF",                     // U+FFFF
        "\xEF\xBF\xBE\xEF\xB7\x90",         // U+FFFE, U+FDD0
        "\xF4\x8F\xBF\xBF",                 // U+10FFFF
        "\xC2\x85\xE2\x80\xA8\xE2\x80\xA9", // NEL, line and paragraph separators
        "\xE2\x80\xAE"
        "gpj.exe\xE2\x80\xAC",                                  // right-to-left override
        "\xE2\x81\xA6\xE2\x80\x8F\xD7\xA9\xD7\x9C\xE2\x81\xA9", // isolates and marks
        "مرحبا",
        "👩‍👩‍👧‍👦🏳️‍🌈🇰🇿🇰🇬",
        "\xCC\x81\xCC\x81",
        "e\xCC\x81 \xC3\xA9", // two forms of one letter
        "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́"
        "Ǫ"
        "̵"
        "̹"
        "̻"
        "̝"
        "̳"
        "͂"
        "̌"
        "̌"
        "͘",
        "İıſßΣς",
        "Қазақстан ‑ Кыргыз Республикасы ңөүһәғұ",
        "\xE2\x80\x8B\xE2\x81\xA0\xC2\xAD", // only what has no width
        "田中さん パーティー",
        "﷽",
        std::string(100'000, 'x'),
    };
}

std::string quoted(const std::string& text)
{
    return nlohmann::json(text).dump();
}

/// What is at a pointer of a canonical document.
std::string text_at(const std::string& doc, const char* pointer)
{
    return nlohmann::json::parse(doc).at(nlohmann::json::json_pointer(pointer)).get<std::string>();
}

} // namespace

// Of src/editor/command.cpp and the store under it, what holds for every command.
TEST_SUITE("editor/command_law") {

TEST_CASE("every command there is has a sample here, and its name")
{
    for (const std::string_view name : command_names()) {
        CAPTURE(std::string(name));
        const auto sample = samples().find(name);
        REQUIRE(sample != samples().end());
        CHECK(name_of(sample->second) == name);
        CHECK(has_message("command." + std::string(name)));
    }
    CHECK(samples().size() == command_names().size());
}

TEST_CASE("every command is one step, undone to the identical project and done again")
{
    KeptProject project("law_registry", test::bundled_rows());
    const std::string first = project.hash();
    for (const auto& [name, command] : samples()) {
        CAPTURE(std::string(name));
        const store::Revision rev = project.revision();
        REQUIRE(project.told(command) == "done");
        const std::string changed = project.hash();
        CHECK(project.revision() == rev + 1);
        CHECK(changed != first);
        CHECK(test::is_all_canonical(*project.store));
        REQUIRE(project.store->undo());
        CHECK(project.hash() == first);
        REQUIRE(project.store->redo());
        CHECK(project.hash() == changed);
        REQUIRE(project.store->undo());
        CHECK(project.hash() == first);
    }
    CHECK(project.store->verify()->fault.key.empty());
}

TEST_CASE("every document of the bundled project is edited, removed and given back")
{
    const auto all = test::bundled_rows();
    REQUIRE(all.size() > 300);
    KeptProject project("law_documents", all);
    const std::string first = project.hash();
    CHECK(test::is_all_canonical(*project.store));
    Group edits;
    Group removals;
    for (const store::Row& row : all) {
        const bool is_settings = row.kind == io::settings_kind;
        edits.parts.push_back(
            is_settings ? SetField{row.kind, row.id, "/name/en", "\"Edited\""}
                        : SetField{row.kind, row.id, "/fields/tags", R"([{"value": ["edited"]}])"});
        if (!is_settings) {
            removals.parts.push_back(Remove{row.kind, row.id});
        }
    }
    REQUIRE(project.told(edits) == "done");
    CHECK(project.store->history(1)->front().rows.size() == all.size());
    CHECK(test::is_all_canonical(*project.store));
    REQUIRE(project.told(removals) == "done");
    CHECK(project.store->read_all()->size() == 1);
    REQUIRE(project.store->undo());
    REQUIRE(project.store->undo());
    CHECK(project.hash() == first);
    CHECK(*project.store->read_all()->data() != store::Row{});
}

TEST_CASE("any text is kept as it is: set, undone, done again, read")
{
    const auto texts = naughty_texts();
    REQUIRE(texts.size() >= 40);
    KeptProject project("law_texts", test::few_rows());
    const auto doc = [&] { return project.doc("goal", test::goal_id); };
    const std::string before = doc();
    for (const std::string& text : texts) {
        CAPTURE(text.substr(0, 80));
        REQUIRE(project.told(SetField{"goal", test::goal_id, name_en, quoted(text)}) == "done");
        const std::string after = doc();
        CHECK(text_at(after, name_en) == text);
        REQUIRE(project.store->undo());
        CHECK(doc() == before);
        REQUIRE(project.store->redo());
        CHECK(doc() == after);
        Diagnostics diagnostics;
        CHECK(io::canonical_document({"goal", test::goal_id, after}, diagnostics) == after);
        REQUIRE(project.store->undo());
    }
    CHECK(project.store->verify()->fault.key.empty());
}

TEST_CASE(
    "any order of sound and unsound commands: documents stay canonical, undo all is the first")
{
    const std::vector<std::string> ids{test::goal_id, "a", "b", "none"};
    const std::vector<std::string> pointers{name_en,
                                            "/fields/target/0/value/number",
                                            "/fields/tags",
                                            "/fields/tags/0/value/-",
                                            "/fields/due/0/value",
                                            "/fields/name/9",
                                            "/id",
                                            "",
                                            "/pack",
                                            "/fields/description",
                                            "/x"};
    const std::vector<std::string> values{
        "\"a\"",       "5",     "null", R"([{"value": ["t"]}])", "\"strict\"", "\"2024-05\"", "{",
        "\"\\u0000\"", "1e400", "-0.0"};
    const auto simple = [&]() -> Command {
        const std::string id = *rc::gen::elementOf(ids);
        const std::string pointer = *rc::gen::elementOf(pointers);
        switch (*rc::gen::inRange(0, 6)) {
        case 0:
            return RemoveField{"goal", id, pointer};
        case 1:
            return Insert{"goal", id, R"({"fields": {"name": [{"value": {"en": "x"}}]}})"};
        case 2:
            return Remove{"goal", id};
        default:
            return SetField{"goal", id, pointer, *rc::gen::elementOf(values)};
        }
    };
    KeptProject project("law_random", test::few_rows());
    // A GeoPackage syncs at each step: the one store serves all runs.
    const std::string first = project.hash();
    int done = 0;
    int refused = 0;
    CHECK(rc::check("undo all", [&] {
        const store::Revision begin = project.revision();
        const int count = *rc::gen::inRange(1, 6);
        for (int i = 0; i < count; ++i) {
            const bool is_group = *rc::gen::inRange(0, 4) == 0;
            const Command command = is_group ? Group{{simple(), simple()}} : simple();
            const std::string before = project.hash();
            const bool is_done = static_cast<bool>(project.run(command));
            (is_done ? done : refused) += 1;
            RC_ASSERT(is_done || project.hash() == before);
            RC_ASSERT(test::is_all_canonical(*project.store));
        }
        const std::string last = project.hash();
        const auto steps = project.revision() - begin;
        for (store::Revision i = 0; i < steps; ++i) {
            RC_ASSERT(static_cast<bool>(project.store->undo()));
        }
        RC_ASSERT(project.hash() == first);
        for (store::Revision i = 0; i < steps; ++i) {
            RC_ASSERT(static_cast<bool>(project.store->redo()));
        }
        RC_ASSERT(project.hash() == last);
        for (store::Revision i = 0; i < steps; ++i) {
            RC_ASSERT(static_cast<bool>(project.store->undo()));
        }
    }));
    CHECK(done > 20); // Both happen, or the law says nothing.
    CHECK(refused > 20);
    CHECK(project.store->verify()->fault.key.empty());
}

} // TEST_SUITE
