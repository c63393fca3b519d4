#include "json/document.hpp"

#include "json/random_json.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <limits>

using namespace dostyk;
using Json = nlohmann::json;

TEST_SUITE("json/canonical_text") {

TEST_CASE("objects are broken over lines, arrays of scalars are not")
{
    const Json value = {{"b", {1, "x", nullptr, true}}, {"a", {{"z", 1}}}, {"c", {{{"k", 2}}}}};

    CHECK(json::to_canonical_text(value) == R"({
  "a": {
    "z": 1
  },
  "b": [1, "x", null, true],
  "c": [
    {
      "k": 2
    }
  ]
}
)");
}

TEST_CASE("what is empty stays on its line")
{
    const Json value = {{"a", Json::array()}, {"o", Json::object()}, {"n", {Json::array()}}};

    CHECK(json::to_canonical_text(value) ==
          "{\n  \"a\": [],\n  \"n\": [\n    []\n  ],\n  \"o\": {}\n}\n");
}

TEST_CASE("numbers are as short as they can be")
{
    const auto text = [](double number) { return json::to_canonical_text(Json(number)); };

    CHECK(text(1.0) == "1\n");
    CHECK(text(1.5e9) == "1500000000\n");
    CHECK(text(0.1) == "0.1\n");
    CHECK(text(72.217) == "72.217\n");
    CHECK(text(0.0001) == "0.0001\n");
    CHECK(text(-0.0) == "0\n");
    CHECK(text(1e300) == "1e+300\n");
    CHECK(text(std::numeric_limits<double>::infinity()) == "null\n");
    CHECK(json::to_canonical_text(Json(std::numeric_limits<std::int64_t>::min())) ==
          "-9223372036854775808\n");
    CHECK(json::to_canonical_text(Json(std::numeric_limits<std::uint64_t>::max())) ==
          "18446744073709551615\n");
}

TEST_CASE("letters stay letters, control characters are escaped")
{
    CHECK(json::to_canonical_text(Json("Қордай «/»")) == "\"Қордай «/»\"\n");
    CHECK(json::to_canonical_text(Json(std::string("\"\\\b\f\n\r\t\x1f\0", 9))) ==
          "\"\\\"\\\\\\b\\f\\n\\r\\t\\u001f\\u0000\"\n");
}

TEST_CASE("reading what was written gives the same value")
{
    CHECK(rc::check([] {
        const Json value = *test::any_json();
        Diagnostics diagnostics;
        const auto document = json::parse(json::to_canonical_text(value), "x.json", diagnostics);
        RC_ASSERT(document.has_value());
        RC_ASSERT(document->root() == value);
    }));
}

TEST_CASE("writing what was read gives the same text")
{
    CHECK(rc::check([] {
        const std::string text = json::to_canonical_text(*test::any_json());
        Diagnostics diagnostics;
        const auto document = json::parse(text, "x.json", diagnostics);
        RC_ASSERT(document.has_value());
        RC_ASSERT(json::to_canonical_text(document->root()) == text);
    }));
}

} // TEST_SUITE
