#include "io/documents.hpp"

#include "core/files.hpp"
#include "io/project_folder.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

using namespace dostyk;
namespace fs = std::filesystem;

namespace {

struct Kept {
    std::string kind, id, text;
};

/// Every document of the bundled project as its file has it.
std::vector<Kept> bundled()
{
    std::vector<Kept> kept;
    for (const auto& entry :
         fs::recursive_directory_iterator(test::source_root() / "data" / "kz-kg")) {
        const fs::path& path = entry.path();
        if (path.extension() == ".json") {
            const bool is_settings = path.filename() == "project.json";
            kept.push_back({is_settings ? std::string(io::settings_kind)
                                        : path.parent_path().filename().string(),
                            path.stem().string(), read_file(path).value()});
        }
    }
    return kept;
}

std::vector<io::DocumentText> texts_of(const std::vector<Kept>& kept)
{
    std::vector<io::DocumentText> texts;
    for (const Kept& each : kept) {
        texts.push_back({each.kind, each.id, each.text});
    }
    return texts;
}

std::string told(const Diagnostics& diagnostics)
{
    std::string text;
    for (const Finding& finding : diagnostics.findings) {
        text += finding.code + " " + finding.file + " " + finding.pointer + "\n";
    }
    return text;
}

std::string goal(const std::string& fields)
{
    return R"({"fields": )" + fields +
           R"(, "format": "dostyk-entity", "id": "g", "kind": "goal", "pack": "strict", "version": 1})";
}

/// What is found in a text under goal/g; it is refused.
std::string refusal(const std::string& text, std::string_view kind = "goal",
                    std::string_view id = "g")
{
    Diagnostics diagnostics;
    CHECK_FALSE(io::canonical_document({kind, id, text}, diagnostics));
    return told(diagnostics);
}

std::string with_claim(const std::string& field, const std::string& value)
{
    return goal(R"({")" + field + R"(": [{"value": )" + value + "}]}");
}

} // namespace

TEST_SUITE("io/documents") {

TEST_CASE("the canonical text of every bundled document is its file")
{
    const auto kept = bundled();
    REQUIRE(kept.size() > 300);
    for (const Kept& each : kept) {
        Diagnostics diagnostics;
        CAPTURE(each.kind);
        CAPTURE(each.id);
        CHECK(io::canonical_document({each.kind, each.id, each.text}, diagnostics) == each.text);
        CHECK(diagnostics.findings.empty());
    }
}

TEST_CASE("the project of all documents, in whatever order, is that of the folder")
{
    auto kept = bundled();
    Diagnostics diagnostics;
    const auto folder = io::read_project(test::source_root() / "data" / "kz-kg", {}, diagnostics);
    REQUIRE(folder);
    std::sort(kept.begin(), kept.end(),
              [](const Kept& a, const Kept& b) { return a.text < b.text; });
    for (int turn = 0; turn < 2; ++turn) {
        const auto texts = texts_of(kept);
        const model::Project project = io::project_of(texts, diagnostics);
        CHECK(project.entities == folder->entities);
        CHECK(project.id == folder->id);
        CHECK(project.name == folder->name);
        CHECK(project.default_pack == folder->default_pack);
        CHECK(project.view.centre.lon == folder->view.centre.lon);
        CHECK(project.view.centre.lat == folder->view.centre.lat);
        CHECK(project.view.zoom == folder->view.zoom);
        CHECK(project.transport.nodes.empty());
        std::reverse(kept.begin(), kept.end());
    }
    CHECK(told(diagnostics).empty());
}

TEST_CASE("another form of a document becomes the canonical one, which stays")
{
    Diagnostics diagnostics;
    const std::string loose = goal(
        R"({"target": [{"pack": "strict", "flags": [], "value": {"unit": "USD", "number": 2e9}}]})");
    const auto once = io::canonical_document({"goal", "g", loose}, diagnostics);
    REQUIRE(once);
    CHECK(*once == R"({
  "fields": {
    "target": [
      {
        "value": {
          "number": 2000000000,
          "unit": "USD"
        }
      }
    ]
  },
  "format": "dostyk-entity",
  "id": "g",
  "kind": "goal",
  "pack": "strict",
  "version": 1
}
)");
    CHECK(io::canonical_document({"goal", "g", *once}, diagnostics) == once);
    CHECK(told(diagnostics).empty());
}

TEST_CASE("what no reader takes back is refused with its place")
{
    CHECK(refusal("") == "json.empty goal/g.json \n");
    CHECK(refusal("{") == "json.truncated goal/g.json \n");
    CHECK(refusal("[]") == "project.wrong_type goal/g.json \n");
    CHECK(refusal("{}") == "project.wrong_format goal/g.json \n");
    CHECK(refusal(goal("{}"), "source") == "project.kind_is_not_folder source/g.json /kind\n");
    CHECK(refusal(goal("{}"), "goal", "h") == "project.id_is_not_file goal/h.json /id\n");
    CHECK(refusal(goal("[]")) == "project.wrong_type goal/g.json /fields\n");
    CHECK(refusal(goal(R"({"colour": []})")) ==
          "project.unknown_field goal/g.json /fields/colour\n");
    CHECK(refusal(with_claim("name", "5")) ==
          "project.wrong_type goal/g.json /fields/name/0/value\n");
    CHECK(refusal(goal(R"({"name": []})")) == "project.empty_field goal/g.json /fields/name\n");
    CHECK(refusal(with_claim("aliases", R"(["a", null])")) ==
          "project.wrong_type goal/g.json /fields/aliases/0/value/1\n");
}

TEST_CASE("a value that no field can hold is refused with its place")
{
    CHECK(refusal(with_claim("due", "\"soon\"")) ==
          "model.bad_date goal/g.json /fields/due/0/value\n");
    CHECK(refusal(with_claim("aliases", R"(["a", "\u0000"])")) ==
          "model.nul_in_text goal/g.json /fields/aliases/0/value/1\n");
    CHECK(refusal(goal(R"({"due": [{"sources": ["a\u0000"], "value": null}]})")) ==
          "model.nul_in_text goal/g.json /fields/due/0/sources/0\n");
    CHECK(refusal(with_claim("place", R"({"type": "point", "lon": 0, "lat": 0,
                                          "precision": "exact"})")) ==
          "model.outside_map goal/g.json /fields/place/0/value\n");
    CHECK(refusal(with_claim("place", R"({"type": "area", "units": []})")) ==
          "model.place_without_units goal/g.json /fields/place/0/value\n");
    CHECK(refusal(with_claim("target", R"({"number": 9007199254740993, "unit": "USD"})")) ==
          "project.inexact_number goal/g.json /fields/target/0/value/number\n");
}

TEST_CASE("that something is missing is no reason to refuse")
{
    Diagnostics diagnostics;
    CHECK(io::canonical_document({"goal", "g", goal("{}")}, diagnostics));
    CHECK(io::canonical_document({"goal", "g", with_claim("name", "{}")}, diagnostics));
    CHECK(io::canonical_document({"goal", "g", with_claim("indicator", "\"none\"")}, diagnostics));
    CHECK(told(diagnostics).empty());
}

TEST_CASE("findings of before do not refuse a sound document")
{
    Diagnostics diagnostics;
    CHECK_FALSE(io::canonical_document({"goal", "g", "{"}, diagnostics));
    CHECK(io::canonical_document({"goal", "g", goal("{}")}, diagnostics));
    CHECK(diagnostics.findings.size() == 1);
}

TEST_CASE("the settings have one name")
{
    const auto kept = bundled();
    const auto settings = std::find_if(
        kept.begin(), kept.end(), [](const Kept& each) { return each.kind == io::settings_kind; });
    REQUIRE(settings != kept.end());
    CHECK(refusal(settings->text, io::settings_kind, "other") ==
          "project.id_is_not_file project.json \n");
    CHECK(refusal(settings->text, "goal", "project") ==
          "project.wrong_format goal/project.json /format\n");
    CHECK(refusal(goal("{}"), io::settings_kind, io::settings_id) ==
          "project.wrong_format project.json /format\n");
}

TEST_CASE("the project of broken documents has the rest, and tells them")
{
    const std::string sound = goal("{}");
    const std::vector<io::DocumentText> texts{
        {"goal", "cut", "{"}, {"goal", "h", sound}, {"goal", "g", sound}};
    Diagnostics diagnostics;
    const model::Project project = io::project_of(texts, diagnostics);
    REQUIRE(project.entities.size() == 1);
    CHECK(project.entities[0].id == "g");
    CHECK(told(diagnostics) == "json.truncated goal/cut.json \n"
                               "project.id_is_not_file goal/h.json /id\n");
}

TEST_CASE("where a document lies in a folder")
{
    CHECK(io::path_of("goal", "trade") == "goal/trade.json");
    CHECK(io::path_of(io::settings_kind, io::settings_id) == "project.json");
}

} // TEST_SUITE
