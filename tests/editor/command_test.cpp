#include "editor/command.hpp"

#include "editor/kept_project.hpp"

using namespace dostyk;
using namespace dostyk::editor;
using test::KeptProject;

namespace {

SetField set(const std::string& pointer, const std::string& value)
{
    return {"goal", test::goal_id, pointer, value};
}

RemoveField without(const std::string& pointer)
{
    return {"goal", test::goal_id, pointer};
}

std::string goal_doc(KeptProject& project)
{
    return project.doc("goal", test::goal_id);
}

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_SUITE("editor/command") {

TEST_CASE("set_field gives one place a value and leaves the rest")
{
    KeptProject project("command_set", test::few_rows());
    const std::string before = goal_doc(project);
    REQUIRE(project.told(set("/fields/name/0/value/en", "\"Trade\"")) == "done");
    std::string expected = before;
    const std::string name = "Mutual trade of 2 billion US dollars";
    expected.replace(expected.find(name), name.size(), "Trade");
    CHECK(goal_doc(project) == expected);
    CHECK(project.store->history(1)->front().command == "set_field");
}

TEST_CASE("the last step of a pointer may be new: a member, and \"-\" or the next index")
{
    KeptProject project("command_new", test::few_rows());
    CHECK(project.told(set("/fields/target/0/at", "\"2030\"")) == "done");
    CHECK(project.told(set("/fields/tags", R"([{"value": ["a"]}])")) == "done");
    CHECK(project.told(set("/fields/tags/0/value/-", "\"b\"")) == "done");
    CHECK(project.told(set("/fields/tags/0/value/2", "\"c\"")) == "done");
    CHECK(project.told(set("/fields/tags/0/value/0", "\"first\"")) == "done");
    CHECK(has(goal_doc(project), R"("value": ["first", "b", "c"])"));
    CHECK(has(goal_doc(project), R"("at": "2030")"));
}

TEST_CASE("a pointer to where nothing is and nothing can be is refused, however large its index")
{
    KeptProject project("command_nowhere", test::few_rows());
    for (const std::string pointer :
         {"/fields/name/7", "/fields/name/4000000000", "/fields/name/18446744073709551615",
          "/fields/name/99999999999999999999999", "/fields/name/-1", "/fields/name/01",
          "/fields/name/+0", "/fields/name/x", "/fields/name/", "/fields/name/0/value/en/x",
          "/fields/due/0/value/x", "/nothing/at/all", "/fields/name/-/value",
          "/fields/name/9/value", "/fields/name/0x0"}) {
        CAPTURE(pointer);
        CHECK(project.told(set(pointer, "null")) == "error.edit.no_place");
        CHECK(project.last_error.code == ErrorCode::not_found);
        CHECK(project.told(without(pointer)) == "error.edit.no_place");
    }
    CHECK(project.told(without("/fields/name/-")) == "error.edit.no_place");
    CHECK(project.told(without("/fields/name/1")) == "error.edit.no_place");
    CHECK(project.told(without("/fields/number")) == "error.edit.no_place");
}

TEST_CASE("what is no pointer is refused, the root too, and the sentence is UTF-8")
{
    KeptProject project("command_pointer", test::few_rows());
    for (const std::string pointer :
         {"", "fields", "/fields/~", "/fields/~2", "/fields/a~", "/fields/\xff", "/\xc3"}) {
        CAPTURE(pointer);
        CHECK(project.told(set(pointer, "null")) == "error.edit.bad_pointer");
        CHECK(project.told(without(pointer)) == "error.edit.bad_pointer");
    }
    CHECK(text_of(project.last_error, Language::en) ==
          "\"/\xEF\xBF\xBD\" is no JSON pointer; write it like /fields/name/0/value/en.");
}

TEST_CASE("~0 and ~1 are a tilde and a slash in a name")
{
    KeptProject project("command_escapes", test::few_rows());
    const auto field_of = [&](const char* pointer) {
        CHECK(project.told(set(pointer, "[]")) == "project.unknown_field");
        CHECK(project.last_error.where == std::string("goal/mutual-trade-2bn.json: ") + pointer);
        return project.last_error.message.values.front().second;
    };
    CHECK(field_of("/fields/a~1b") == "a/b");
    CHECK(field_of("/fields/a~0b") == "a~b");
    CHECK(field_of("/fields/~01") == "~1");
    CHECK(field_of("/fields/") == "");
}

TEST_CASE("what a document is called and what it is are not changed")
{
    KeptProject project("command_head", test::few_rows());
    CHECK(project.told(set("/id", "\"another\"")) == "project.id_is_not_file");
    CHECK(project.told(set("/id", "5")) == "project.wrong_type");
    CHECK(project.told(set("/kind", "\"source\"")) != "done");
    CHECK(project.told(set("/kind", "\"thing\"")) == "project.unknown_kind");
    CHECK(project.told(set("/format", "\"dostyk-project\"")) == "project.wrong_format");
    CHECK(project.told(set("/version", "2")) == "project.wrong_version");
    for (const std::string pointer : {"/id", "/kind", "/format", "/version", "/pack", "/fields"}) {
        CAPTURE(pointer);
        CHECK(project.told(without(pointer)) != "done");
    }
}

TEST_CASE("a value that the field cannot hold is refused with the sentence of the finding")
{
    KeptProject project("command_type", test::few_rows());
    const auto sentence = [&](const char* pointer, const char* value) {
        CHECK(project.told(set(pointer, value)) != "done");
        return text_of(project.last_error, Language::en);
    };
    CHECK(sentence("/fields/name/0/value", "5") ==
          "goal/mutual-trade-2bn.json: /fields/name/0/value: "
          "Expected an object {kk, ky, ru, en}, found a number.");
    CHECK(sentence("/fields/target/0/value/unit", "\"EUR\"")
              .starts_with("goal/mutual-trade-2bn.json: /fields/target/0/value/unit: The word "
                           "“EUR” is not in the "
                           "list (USD"));
    CHECK(sentence("/fields/name/0/colour", "1") ==
          "goal/mutual-trade-2bn.json: /fields/name/0/colour: The key “colour” is not known.");
    CHECK(project.told(set("/fields/due/0/value", "\"2030-13\"")) == "model.bad_date");
    CHECK(project.told(set("/fields/target/0/at", "\"soon\"")) == "model.bad_date");
    CHECK(project.told(set("/fields/name", "[]")) == "project.empty_field");
    CHECK(project.told(set("/fields/place/0/value/units", "[]")) == "model.place_without_units");
    CHECK(project.told(set("/fields/name/0/flags", R"(["loud"])")) == "project.unknown_word");
}

TEST_CASE("a site outside the map is refused, one inside is taken")
{
    KeptProject project("command_place", test::few_rows());
    const auto told = [&](const char* key, const char* value) {
        return project.told(SetField{"crossing", "korday-ak-zhol",
                                     std::string("/fields/place/0/value/") + key, value});
    };
    CHECK(told("lon", "-74.7") == "model.outside_map");
    CHECK(told("lon", "1e308") == "model.outside_map");
    CHECK(told("lat", "91") == "model.outside_map");
    CHECK(told("lat", "null") == "project.wrong_type");
    CHECK(told("lat", "43.125") == "done");
    CHECK(has(project.doc("crossing", "korday-ak-zhol"), "\"lat\": 43.125"));
}

TEST_CASE("a NUL is refused in every text, names of sources and of the project too")
{
    KeptProject project("command_nul", test::few_rows());
    const char* const nul = R"("a\u0000b")";
    CHECK(project.told(set("/fields/name/0/value/en", nul)) == "model.nul_in_text");
    CHECK(project.told(set("/fields/name/0/sources/0", nul)) == "model.nul_in_text");
    CHECK(project.told(set("/fields/indicator/0/value", nul)) == "model.nul_in_text");
    CHECK(project.told(set("/fields/place/0/value/units/0", nul)) == "model.nul_in_text");
    CHECK(project.told(SetField{"settings", "project", "/name/en", nul}) == "model.nul_in_text");
    CHECK(text_of(project.last_error, Language::en) ==
          "project.json: /name/en: project: the text of the field /name/en has a NUL character.");
}

TEST_CASE("a value is read as strictly as a file")
{
    KeptProject project("command_value", test::few_rows());
    const char* const name = "/fields/name/0/value";
    for (const std::string value : {"", " ", "{", "1 2", "nul", "'a'", "NaN", "-Infinity", "[1,]",
                                    "{} // no", "\xEF\xBB\xBF{}"}) {
        CAPTURE(value);
        CHECK(project.told(set(name, value)) == "error.edit.bad_value");
    }
    CHECK(project.told(set(name, R"({"en": "a", "en": "b"})")) == "json.duplicate_key");
    CHECK(project.last_error.where == "goal/mutual-trade-2bn.json: /fields/name/0/value/en");
    for (const std::string number :
         {"1e400", "-1e999", "1e-400", "123456789012345678901234567890"}) {
        CAPTURE(number);
        CHECK(project.told(set("/fields/target/0/value/number", number)) ==
              "json.number_out_of_range");
    }
    CHECK(project.told(set(name, "\"\xff\"")) == "json.invalid_utf8");
    CHECK(project.told(set(name, std::string("\"a\0b\"", 5))) == "json.nul_byte");
    CHECK(project.told(set(name, "\"\\ud800\"")) == "error.edit.bad_value");
    CHECK(project.told(set(name, std::string(1'000'000, '['))) == "json.too_deep");
    // Deep enough only where it is put.
    CHECK(project.told(set(name, std::string(63, '[') + std::string(63, ']'))) == "json.too_deep");
}

TEST_CASE("a whole number that a double cannot hold is refused instead of changed")
{
    KeptProject project("command_number", test::few_rows());
    const char* const number = "/fields/target/0/value/number";
    CHECK(project.told(set(number, "9007199254740993")) == "project.inexact_number");
    CHECK(project.told(set(number, "18446744073709551615")) == "project.inexact_number");
    CHECK(project.told(set(number, "-9223372036854775807")) == "project.inexact_number");
    CHECK(project.told(set(number, "9007199254740992")) == "done");
    CHECK(has(goal_doc(project), "\"number\": 9007199254740992,"));
    CHECK(project.told(set(number, "1e308")) == "done");
    CHECK(has(goal_doc(project), "\"number\": 1e+308,"));
    CHECK(project.told(set(number, "-0.0")) == "done");
    CHECK(has(goal_doc(project), "\"number\": 0,"));
}

TEST_CASE("remove_field takes a member or an element away")
{
    KeptProject project("command_remove_field", test::few_rows());
    CHECK(project.told(without("/fields/description")) == "done");
    CHECK_FALSE(has(goal_doc(project), "description"));
    CHECK(project.told(without("/fields/place/0/value/units/0")) == "done");
    CHECK(has(goal_doc(project), R"("units": ["KG"])"));
    CHECK(project.told(without("/fields/due/0")) == "project.empty_field");
    CHECK(project.told(without("/fields/name/0/value")) == "project.missing_key");
    CHECK(project.told(RemoveField{"settings", "project", "/view"}) == "project.missing_key");
}

TEST_CASE("an edit that changes nothing in the end is no step")
{
    KeptProject project("command_nothing", test::few_rows());
    const store::Revision rev = project.revision();
    CHECK(project.told(set("/fields/target/0/value/number", "2e9")) == "done");
    CHECK(project.told(set("/fields/target/0/value/number", "2000000000.0")) == "done");
    CHECK(project.told(set("/fields/target/0/pack", "\"strict\"")) == "done");
    CHECK(project.told(set("/fields/target/0/flags", "[]")) == "done");
    CHECK(project.told(set("/fields/place/0/value/units", R"(["KZ", "KG"])")) == "done");
    CHECK(project.told(Group{}) == "done");
    CHECK(project.revision() == rev);
}

TEST_CASE("the settings are edited as any document, and stay")
{
    KeptProject project("command_settings", test::few_rows());
    const auto told = [&](const char* pointer, const char* value) {
        return project.told(SetField{"settings", "project", pointer, value});
    };
    CHECK(told("/name/en", "\"Neighbours\"") == "done");
    CHECK(told("/view/zoom", "7.5") == "done");
    CHECK(has(project.doc("settings", "project"), "\"zoom\": 7.5"));
    CHECK(told("/view/zoom", "40") == "project.view_outside");
    CHECK(told("/id", "\"Not an id\"") == "project.bad_id");
    CHECK(told("/packs", "[\"strict\"]") == "project.wrong_list");
    CHECK(told("/colour", "1") == "project.unknown_key");
    CHECK(project.told(Remove{"settings", "project"}) == "error.edit.settings_stay");
}

} // TEST_SUITE
