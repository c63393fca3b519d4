#include "store/merge.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <map>

using namespace dostyk;
using nlohmann::json;
using store::merge_documents;

namespace {

const char* const base = R"({"fields":{"a":1,"b":1},"pack":"strict"})";

json merged(const char* mine, const char* theirs)
{
    return json::parse(merge_documents(base, mine, theirs).doc);
}

} // namespace

TEST_SUITE("store/merge") {

TEST_CASE("each side's field is kept, also new and removed ones")
{
    CHECK(merged(R"({"fields":{"a":2,"b":1},"pack":"strict"})",
                 R"({"fields":{"a":1,"b":3,"c":4},"pack":"strict"})") ==
          json::parse(R"({"fields":{"a":2,"b":3,"c":4},"pack":"strict"})"));
    CHECK(merged(R"({"fields":{"b":1},"pack":"strict"})",
                 R"({"fields":{"a":1,"b":1},"pack":"enriched"})") ==
          json::parse(R"({"fields":{"b":1},"pack":"enriched"})"));
}

TEST_CASE("one field changed by both stays mine and is told; changed alike it is no conflict")
{
    const auto different = merge_documents(base, R"({"fields":{"a":2,"b":1},"pack":"strict"})",
                                           R"({"fields":{"a":3,"b":5},"pack":"strict"})");
    CHECK(json::parse(different.doc)["fields"] == json::parse(R"({"a":2,"b":5})"));
    CHECK(different.conflicts == std::vector<std::string>{"/fields/a"});

    const auto alike = merge_documents(base, R"({"fields":{"a":2,"b":1},"pack":"strict"})",
                                       R"({"fields":{"a":2,"b":7},"pack":"strict"})");
    CHECK(alike.conflicts.empty());
    CHECK(json::parse(alike.doc)["fields"] == json::parse(R"({"a":2,"b":7})"));
}

TEST_CASE("layers are merged one by one, and one layer member by member")
{
    const auto settings = [](const char* layers) {
        return json{{"id", "p"}, {"layers", json::parse(layers)}}.dump();
    };
    const std::string was = settings(R"({"a":{"color":"x","width":1}})");
    const auto styled = merge_documents(was, settings(R"({"a":{"color":"y","width":1}})"),
                                        settings(R"({"a":{"color":"x","width":3},"b":{}})"));
    CHECK(styled.conflicts.empty());
    CHECK(json::parse(styled.doc) ==
          json::parse(settings(R"({"a":{"color":"y","width":3},"b":{}})")));

    const auto both = merge_documents(was, settings(R"({"a":{"color":"y","width":1}})"),
                                      settings(R"({"a":{"color":"z","width":1}})"));
    CHECK(both.conflicts == std::vector<std::string>{"/layers/a/color"});

    // The first layers of two people, and the last one that somebody takes away.
    const std::string bare = R"({"id":"p"})";
    const auto first = merge_documents(bare, settings(R"({"a":{}})"), settings(R"({"b":{}})"));
    CHECK(first.conflicts.empty());
    CHECK(json::parse(first.doc)["layers"] == json::parse(R"({"a":{},"b":{}})"));
    const auto gone =
        merge_documents(was, bare, settings(R"({"a":{"color":"x","width":1},"b":{}})"));
    CHECK(gone.conflicts.empty());
    CHECK(json::parse(gone.doc)["layers"] == json::parse(R"({"b":{}})"));
}

TEST_CASE("two people translate one title: each language is kept")
{
    const auto titled = [](const char* kk, const char* ru, const char* source = "s") {
        return json{{"fields",
                     {{"name", json::array({{{"sources", {source}},
                                             {"value", {{"en", "E"}, {"kk", kk}, {"ru", ru}}}}})}}}}
            .dump();
    };
    const auto both = merge_documents(titled("", "Р"), titled("Қ", "Р"), titled("", "Россыпь"));
    CHECK(both.conflicts.empty());
    CHECK(json::parse(both.doc) == json::parse(titled("Қ", "Россыпь")));
}

TEST_CASE("a value of one side never gets the source of the other")
{
    const auto stated = [](int value, const char* source) {
        return json{{"fields", {{"n", json::array({{{"sources", {source}}, {"value", value}}})}}}}
            .dump();
    };
    const auto told = merge_documents(stated(1, "a"), stated(2, "a"), stated(1, "b"));
    CHECK(told.conflicts == std::vector<std::string>{"/fields/n"});
    CHECK(json::parse(told.doc) == json::parse(stated(2, "a")));
}

TEST_CASE("each of several claims is merged by itself, until their number changes")
{
    const char* was = R"({"fields":{"n":[{"value":1},{"value":2}]}})";
    const char* mine = R"({"fields":{"n":[{"value":5},{"value":2}]}})";
    CHECK(json::parse(
              merge_documents(was, mine, R"({"fields":{"n":[{"value":1},{"value":7}]}})").doc) ==
          json::parse(R"({"fields":{"n":[{"value":5},{"value":7}]}})"));
    const auto fewer = merge_documents(was, mine, R"({"fields":{"n":[{"value":2}]}})");
    CHECK(fewer.conflicts == std::vector<std::string>{"/fields/n"});
}

TEST_CASE("a removal yields to a change, and is told; against what did not change it wins")
{
    const char* changed = R"({"fields":{"a":2,"b":1},"pack":"strict"})";
    CHECK(merge_documents(base, "", base).doc.empty());
    CHECK(merge_documents(base, base, "").doc.empty());
    for (const auto& [mine, theirs] :
         std::map<std::string, std::string>{{"", changed}, {changed, ""}}) {
        const auto kept = merge_documents(base, mine, theirs);
        CHECK(kept.doc == changed);
        CHECK(kept.conflicts.size() == 1);
    }
}

TEST_CASE("laws: the untouched side takes the other's, and without a conflict the sides may change "
          "places")
{
    const auto document = [] {
        json fields = json::object();
        for (const char* name : {"a", "b", "c"}) {
            if (const int value = *rc::gen::inRange(0, 4); value > 0) {
                fields[name] = value;
            }
        }
        return json{{"fields", fields}}.dump();
    };
    CHECK(rc::check("merge", [&] {
        const std::string was = document();
        const std::string one = document();
        const std::string two = document();
        RC_ASSERT(merge_documents(was, was, two).doc == two);
        RC_ASSERT(merge_documents(was, one, was).doc == one);
        RC_ASSERT(merge_documents(was, one, one).doc == one);
        const auto ours = merge_documents(was, one, two);
        const auto swapped = merge_documents(was, two, one);
        RC_ASSERT(ours.conflicts == swapped.conflicts);
        if (ours.conflicts.empty()) {
            RC_ASSERT(json::parse(ours.doc) == json::parse(swapped.doc));
        }
    }));
}

} // TEST_SUITE
