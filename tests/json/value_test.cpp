#include "json/value.hpp"

#include "json/document.hpp"
#include "json/parsed.hpp"
#include "json/random_json.hpp"
#include "json/same_value.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <string>
#include <vector>

using namespace dostyk;
using test::parsed;

TEST_SUITE("json/value") {

TEST_CASE("a value says what it is and what it holds")
{
    const json::Document document =
        parsed(R"({"b": true, "n": null, "s": "қ\n", "w": 18446744073709551615, "m": -3, "f": 1.0,
                   "a": [1, 2, 3], "o": {"z": 1, "y": 2}})");
    const json::Value root = document.value();

    CHECK(root.type_name() == "object");
    CHECK(root.size() == 8);
    CHECK(root.find("b")->flag());
    CHECK(root.find("n")->is_null());
    CHECK(root.find("s")->text() == "қ\n");
    CHECK(root.find("w")->digits() == "18446744073709551615");
    CHECK(root.find("m")->digits() == "-3");
    CHECK(root.find("m")->number() == -3);
    CHECK(root.find("f")->number() == 1);
    CHECK_FALSE(root.find("f")->is_whole());
    CHECK(root.find("a")->size() == 3);
    CHECK(root.find("a")->at(2).number() == 3);
    CHECK(root.find("o")->find("y")->number() == 2);
    CHECK_FALSE(root.find("none"));
    CHECK_FALSE(root.find("a")->find("z"));
}

TEST_CASE("members and elements come in the order of the text, and none of what holds none")
{
    const json::Document document = parsed(R"({"z": [[], [1, [2]], "x"], "a": {}, "m": 1})");
    std::string order;
    for (const auto& [key, member] : document.value().members()) {
        order += std::string(key) + ":" + std::string(member.type_name()) + " ";
    }
    for (const json::Value element : document.value().find("z")->elements()) {
        order += std::string(element.type_name()) + " ";
    }
    for (const json::Value none : document.value().find("m")->elements()) {
        order += none.type_name();
    }
    for (const auto& [key, member] : document.value().find("z")->members()) {
        order += key;
    }
    CHECK(order == "z:array a:object m:number array array string ");
}

TEST_CASE("a value's pointer leads to it")
{
    const json::Document document = parsed(R"({"a/b": [1, {"~": [true]}], "c": 2})");
    const json::Value root = document.value();

    CHECK(document.pointer_of(root).empty());
    CHECK(document.pointer_of(*root.find("c")) == "/c");
    CHECK(document.pointer_of(root.find("a/b")->at(1).find("~")->at(0)) == "/a~1b/1/~0/0");
}

TEST_CASE("documents that come and go do not share what they hold")
{
    json::Document first = parsed(R"({"a": "first"})");
    {
        const json::Document second = parsed(R"({"a": "second, and longer than the first"})");
        CHECK(second.value().find("a")->text() == "second, and longer than the first");
    }
    const json::Document third = parsed(R"({"a": "third"})");
    CHECK(first.value().find("a")->text() == "first");
    CHECK(first.root()["a"] == "first");
    first = parsed("[1]");
    CHECK(third.value().find("a")->text() == "third");
    CHECK(first.value().at(0).number() == 1);
    CHECK(first.root() == nlohmann::json{1});
}

TEST_CASE("the values are those that nlohmann's parser reads")
{
    CHECK(rc::check([] {
        const nlohmann::json tree = *test::any_json();
        const std::string text = tree.dump();
        Diagnostics diagnostics;
        const auto document = json::parse(text, "x.json", diagnostics);
        RC_ASSERT(document.has_value());
        RC_ASSERT(test::is_same(document->value(), tree));
        RC_ASSERT(test::is_same(document->value(), document->root()));
    }));
}

} // TEST_SUITE
