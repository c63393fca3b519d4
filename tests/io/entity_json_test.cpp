#include "io/entity_json.hpp"

#include "io/project_folder.hpp"
#include "io/reading.hpp"

using namespace dostyk;

namespace {

std::string entity_text(const std::string& fields)
{
    return R"({"fields": )" + fields +
           R"(, "format": "dostyk-entity", "id": "a-1", "kind": "goal", "pack": "strict",
              "version": 1})";
}

std::string told_of(const std::string& text)
{
    test::Reading reading(text);
    (void)io::read_entity(reading.reader);
    return reading.told();
}

const std::string name_value = R"({"kk": "а", "ky": "б", "ru": "в", "en": "d"})";

std::string with_claim(const std::string& members)
{
    return entity_text(R"({"name": [{"value": )" + name_value + members + "}]}");
}

} // namespace

TEST_SUITE("io/entity_json") {

TEST_CASE("a claim with everything is read and written as it was")
{
    const std::string text = with_claim(R"(, "sources": ["s"], "pack": "enriched", "chosen": true,
        "at": "2024", "flags": ["inferred", "former"], "restricted": true, "note": )" +
                                        name_value);
    test::Reading reading(text);

    const auto entity = io::read_entity(reading.reader);

    REQUIRE(entity);
    CHECK(reading.told().empty());
    const model::Claim& claim = entity->fields.at("name").front();
    CHECK(claim.chosen);
    CHECK(claim.restricted);
    CHECK(claim.pack == model::Pack::enriched);
    CHECK(claim.flags == (model::flag::inferred | model::flag::former));
    CHECK(io::to_text(*entity) == json::to_canonical_text(reading.document.root()));
}

TEST_CASE("defaults are not written")
{
    test::Reading reading(with_claim(R"(, "sources": [], "pack": "strict", "chosen": false,
                                        "flags": [], "restricted": false)"));
    const auto entity = io::read_entity(reading.reader);

    REQUIRE(entity);
    const std::string written = io::to_text(*entity);
    for (const char* key : {"sources", "chosen", "flags", "note", "restricted", "\"at\""}) {
        CHECK(written.find(key) == std::string::npos);
    }
    CHECK(written.find("pack") == written.rfind("pack"));
}

TEST_CASE("a refused claim leaves the others")
{
    test::Reading reading(entity_text(R"({"name": [{"value": 5}, {"value": )" + name_value + R"(},
        {"sources": ["s"]}, 7, {"value": null, "colour": 1}], "sector": [], "due": [],
        "target": {}})"));

    const auto entity = io::read_entity(reading.reader);

    REQUIRE(entity);
    CHECK(entity->fields.at("name").size() == 2);
    CHECK_FALSE(entity->fields.contains("due"));
    CHECK(reading.told() == "project.wrong_type /fields/name/0/value\n"
                            "project.missing_key /fields/name/2\n"
                            "project.wrong_type /fields/name/3\n"
                            "project.unknown_key /fields/name/4/colour\n"
                            "project.unknown_field /fields/sector\n"
                            "project.empty_field /fields/due\n"
                            "project.wrong_type /fields/target\n");
}

TEST_CASE("members of a claim have their types and lists")
{
    CHECK(told_of(with_claim(R"(, "flags": ["guess"])")) ==
          "project.unknown_word /fields/name/0/flags/0\n");
    CHECK(told_of(with_claim(R"(, "pack": "loose")")) ==
          "project.unknown_word /fields/name/0/pack\n");
    CHECK(told_of(with_claim(R"(, "chosen": "yes")")) ==
          "project.wrong_type /fields/name/0/chosen\n");
    CHECK(told_of(with_claim(R"(, "restricted": 1)")) ==
          "project.wrong_type /fields/name/0/restricted\n");
    CHECK(told_of(with_claim(R"(, "at": 2024)")) == "project.wrong_type /fields/name/0/at\n");
    CHECK(told_of(with_claim(R"(, "sources": "s")")) ==
          "project.wrong_type /fields/name/0/sources\n");
}

TEST_CASE("what is no entity is refused at once")
{
    CHECK(told_of("[]") == "project.wrong_type \n");
    CHECK(told_of("{}") == "project.wrong_format \n");
    CHECK(told_of(R"({"format": 3})") == "project.wrong_format /format\n");
    CHECK(told_of(R"({"format": "dostyk-entity", "version": 2})") ==
          "project.wrong_version /version\n");
    CHECK(told_of(R"({"format": "dostyk-entity", "version": 1})") ==
          "project.missing_key \nproject.missing_key \nproject.missing_key \n");
    CHECK(told_of(R"({"format": "dostyk-entity", "version": 1, "id": "a", "kind": "thing",
                      "pack": "strict"})") == "project.unknown_kind /kind\n");
    CHECK(told_of(R"({"format": "dostyk-entity", "version": 1, "id": "A b", "kind": "goal",
                      "pack": "strict"})") == "project.bad_id /id\n");
}

TEST_CASE("an id is lower-case words joined by hyphens")
{
    for (const char* id : {"a", "mutual-trade-2bn", "0-1"}) {
        CHECK(io::is_id(id));
    }
    for (const char* id : {"", "-a", "a-", "a--b", "A", "a_b", "a b", "ә", "../a"}) {
        CAPTURE(id);
        CHECK_FALSE(io::is_id(id));
    }
    CHECK(io::is_id(std::string(120, 'a')));
    CHECK_FALSE(io::is_id(std::string(121, 'a'))); // its file's name would be too long
}

} // TEST_SUITE
