#include "io/json_reader.hpp"

#include "io/reading.hpp"

using namespace dostyk;

TEST_SUITE("io/json_reader") {

TEST_CASE("what is there is read without a word")
{
    test::Reading reading(
        R"({"t": {"kk": "қ", "ky": "к", "ru": "р", "en": "e"}, "n": 1.5, "b": true,
        "s": ["a", "b"]})");
    io::JsonReader& reader = reading.reader;
    const io::Node root = reader.root();

    CHECK(reader.text4_of(*reader.need(root, "t")) == Text4{{"қ", "к", "р", "e"}});
    CHECK(reader.number_of(*reader.need(root, "n")) == 1.5);
    CHECK(reader.flag_of(*reader.need(root, "b")) == true);
    CHECK(reader.strings_of(*reader.need(root, "s")) == std::vector<std::string>{"a", "b"});
    CHECK(reading.told().empty());
}

TEST_CASE("another type is told with both types and its place")
{
    test::Reading reading("{\n  \"n\": \"1\",\n  \"s\": [\"a\", 2]}");
    io::JsonReader& reader = reading.reader;

    CHECK_FALSE(reader.number_of(*reader.find(reader.root(), "n")));
    CHECK_FALSE(reader.strings_of(*reader.find(reader.root(), "s")));

    REQUIRE(reading.told() == "project.wrong_type /n\nproject.wrong_type /s/1\n");
    CHECK(text_of(reading.diagnostics.findings[0], Language::en)
              .starts_with("x.json:2:8: /n: Expected a number, found text."));
    CHECK(reading.diagnostics.findings[1].line == 3);
}

TEST_CASE("missing and unknown keys are told")
{
    test::Reading reading(R"({"a": 1, "b/c": 2})");

    CHECK_FALSE(reading.reader.need(reading.reader.root(), "z"));
    reading.reader.check_keys(reading.reader.root(), {"a"});

    CHECK(reading.told() == "project.missing_key \nproject.unknown_key /b~1c\n");
}

TEST_CASE("a text without one language is read, for the model to tell")
{
    test::Reading reading(R"({"kk": "қ", "ru": "р", "en": "e", "de": "d"})");

    const auto text = reading.reader.text4_of(reading.reader.root());
    REQUIRE(text);
    CHECK_FALSE(text->has(Language::ky));
    CHECK(reading.told() == "project.unknown_key /de\n");
}

} // TEST_SUITE
