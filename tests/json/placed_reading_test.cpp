#include "json/placed_reading.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace dostyk;
using namespace std::string_view_literals;

TEST_SUITE("json/placed_reading") {

TEST_CASE("the values of a text come in its order, each with its first byte and what it holds")
{
    const json::PlacedReading reading = json::read_placed(R"({"b": [1, "x"], "a": null})");
    REQUIRE_FALSE(reading.refusal);
    CHECK(reading.root == nlohmann::json{{"a", nullptr}, {"b", {1, "x"}}});
    std::string told;
    for (const json::PlacedValue& value : reading.places) {
        told +=
            value.key + "@" + std::to_string(value.offset) + "-" + std::to_string(value.end) + " ";
    }
    CHECK(told == "@0-5 b@6-4 0@7-3 1@10-4 a@21-5 ");
}

TEST_CASE("what is refused says why, where, and in which value; there is no root then")
{
    const json::PlacedReading twice = json::read_placed(R"({"a": {"k": 1, "k": 2}})");
    REQUIRE(twice.refusal);
    CHECK(twice.refusal->code == "json.duplicate_key");
    CHECK(twice.refusal->pointer == "/a/k");
    CHECK(twice.refusal->offset == 15);
    CHECK(twice.root.is_null());

    const json::PlacedReading bad = json::read_placed("{\"a\": [1, \"\xFF\"]}");
    REQUIRE(bad.refusal);
    CHECK(bad.refusal->code == "json.invalid_utf8");
    CHECK(bad.refusal->pointer == "/a/1");
    CHECK(bad.refusal->offset == 11);
}

TEST_CASE("the first byte that is no UTF-8 is found")
{
    CHECK(json::find_invalid_utf8("Қордай €\U0001F600"sv) == std::string_view::npos);
    CHECK(json::find_invalid_utf8("ab\xC3"sv) == 2);
    CHECK(json::find_invalid_utf8("\xE2\x82\x28"sv) == 0);
    CHECK(json::find_invalid_utf8("ok \xF0\x9F\x98"sv) == 3);
}

} // TEST_SUITE
