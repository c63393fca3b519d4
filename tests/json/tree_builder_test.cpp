#include "json/tree_builder.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("json/tree_builder") {

TEST_CASE("a pointer's own signs are escaped")
{
    CHECK(json::escape_pointer_token("a/b~c") == "a~1b~0c");
    CHECK(json::escape_pointer_token("") == "");
}

TEST_CASE("places come in the order of the text and know what they hold")
{
    const std::string text = R"({"b": [7, []], "a": 1})";
    // nlohmann's own iterator: the count is kept by hand, to its end at once.
    const std::size_t consumed = 0;
    json::TreeBuilder builder(text, consumed);
    REQUIRE(nlohmann::json::sax_parse(text, &builder));

    const auto& places = builder.places();
    REQUIRE(places.size() == 5);
    CHECK(places[1].key == "b");
    CHECK(places[1].end == 4);
    CHECK(places[2].key == "0");
    CHECK(places[4].key == "a");
    CHECK(places[0].end == 5);
}

} // TEST_SUITE
