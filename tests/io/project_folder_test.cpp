#include "io/project_folder.hpp"

#include "core/files.hpp"
#include "model/schema.hpp"
#include "model/validate.hpp"
#include "model/validate_value.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

using namespace dostyk;
namespace fs = std::filesystem;

namespace {

const char* const project_json = R"({"countries": ["KZ", "KG"], "default_pack": "enriched",
    "format": "dostyk-project", "id": "test", "name": {"en": "T", "kk": "T", "ky": "T", "ru": "T"},
    "packs": ["strict", "enriched"], "version": 1, "view": {"lat": 43, "lon": 75, "zoom": 6}})";

std::string goal(const std::string& id, const std::string& kind = "goal")
{
    return R"({"fields": {"name": [{"sources": ["paper"], "value": {"en": "G", "kk": "G", "ky": "G",
        "ru": "G"}}]}, "format": "dostyk-entity", "id": ")" +
           id + R"(", "kind": ")" + kind + R"(", "pack": "strict", "version": 1})";
}

const char* const paper = R"({"fields": {"title": [{"value": "P"}], "url": [{"value": "u"}]},
    "format": "dostyk-entity", "id": "paper", "kind": "source", "pack": "strict", "version": 1})";

/// A project of one goal and its source.
fs::path small_project(const char* name)
{
    const fs::path folder = test::scratch_dir(name) / "p";
    REQUIRE(write_file_atomically(folder / "project.json", project_json));
    REQUIRE(write_file_atomically(folder / "goal" / "g.json", goal("g")));
    REQUIRE(write_file_atomically(folder / "source" / "paper.json", paper));
    return folder;
}

std::string told(const Diagnostics& diagnostics)
{
    std::string text;
    for (const Finding& finding : diagnostics.findings) {
        text += finding.code + " " + finding.file + " " + finding.pointer + "\n";
    }
    return text;
}

model::Project bundled()
{
    Diagnostics diagnostics;
    auto project = io::read_project(test::source_root() / "data" / "kz-kg", {}, diagnostics);
    CHECK(told(diagnostics).empty());
    REQUIRE(project);
    return std::move(*project);
}

} // namespace

TEST_SUITE("io/project_folder") {

TEST_CASE("every bundled file is written as it was read")
{
    const model::Project project = bundled();
    const fs::path folder = test::source_root() / "data" / "kz-kg";
    for (const model::Entity& entity : project.entities) {
        const fs::path file = folder / entity.kind / (entity.id + ".json");
        CAPTURE(file.string());
        CHECK(read_file(file).value() == io::to_text(entity));
    }
}

TEST_CASE("the bundled project breaks no rule, and what is told is information")
{
    const model::Project project = bundled();
    Diagnostics diagnostics;
    model::validate(project, {}, diagnostics);
    io::check_canonical(project, test::source_root() / "data" / "kz-kg", diagnostics);

    CHECK(diagnostics.count(Severity::error) == 0);
    CHECK(diagnostics.count(Severity::warning) == 0);
    CHECK(std::all_of(diagnostics.findings.begin(), diagnostics.findings.end(),
                      [](const Finding& finding) { return finding.code == "model.unnamed"; }));
}

TEST_CASE("the strict pack holds exactly what the source article states")
{
    const std::map<std::string, std::set<std::string>> canonical{
        {"institution",
         {"supreme-interstate-council", "intergovernmental-council", "interregional-forum"}},
        {"meeting", {"supreme-interstate-council-meeting"}},
        {"session", {"narrow-talks", "signing", "award-ceremony"}},
        {"person", {"kassym-jomart-tokayev", "sadyr-japarov"}},
        {"organisation", {"kg-executive-authorities"}},
        {"document",
         {"treaty-allied-relations", "investment-protection-agreement", "digitization-exchange",
          "border-crossings-roadmap", "unnamed-document-1", "unnamed-document-2",
          "unnamed-document-3"}},
        {"project", {"trade-logistics-complex", "renewable-energy-facilities", "ferroalloy-plant"}},
        {"programme", {"agriculture-joint-enterprises", "agriculture-research-institutes"}},
        {"indicator", {"mutual-trade", "export-ready-items"}},
        {"goal", {"mutual-trade-2bn"}},
        {"commitment",
         {"intensify-intergovernmental-council", "intensify-interregional-forum",
          "launch-trade-logistics-complex", "kazakh-business-funds", "coordinate-water-energy"}},
        {"award", {"order-of-dostyk-first-degree"}},
        {"source", {"silkwaytv-40507"}},
    };
    std::map<std::string, std::set<std::string>> held;
    for (const model::Entity& entity : bundled().entities) {
        if (model::is_in(entity, model::Pack::strict) && entity.kind != "relation") {
            CHECK(held[entity.kind].insert(entity.id).second);
        }
    }
    CHECK(held == canonical);
}

TEST_CASE("the strict pack says what the article says, and marks what is inferred")
{
    using model::Pack;
    const model::Project project = bundled();
    const auto flags = [&](const char* id, const char* field) {
        const model::Entity* entity = project.find(id);
        REQUIRE(entity != nullptr);
        const model::Claim* claim = model::find_claim(*entity, field, Pack::strict);
        CAPTURE(id);
        REQUIRE(claim != nullptr);
        return claim->flags;
    };
    const auto value = [&](const char* id, const char* field) {
        const auto* amount =
            model::find_value<model::Amount>(*project.find(id), field, Pack::strict);
        return amount != nullptr ? *amount : model::Amount{};
    };

    CHECK((flags("supreme-interstate-council", "level") & model::flag::inferred) != 0);
    CHECK((flags("treaty-allied-relations", "signatories") & model::flag::inferred) != 0);
    CHECK((flags("treaty-allied-relations", "part_of") & model::flag::inferred) != 0);
    CHECK(*model::find_value<double>(*project.find("supreme-interstate-council-meeting"),
                                     "documents_stated", Pack::strict) == 7);
    CHECK(value("mutual-trade", "value") == model::Amount{1.5e9, "USD", ""});
    CHECK(value("mutual-trade", "growth") == model::Amount{25, "percent", "over"});
    CHECK(value("mutual-trade-2bn", "target") == model::Amount{2e9, "USD", ""});
    CHECK(value("export-ready-items", "value").number == 195);
    CHECK(model::find_claim(*project.find("supreme-interstate-council-meeting"), "venue",
                            Pack::strict) == nullptr);
}

TEST_CASE("entities come in the order of the schema, then of their ids")
{
    const model::Project project = bundled();
    const auto order = [](const model::Entity& entity) {
        return std::pair(model::find_kind(entity.kind), entity.id);
    };
    CHECK(std::is_sorted(
        project.entities.begin(), project.entities.end(),
        [&](const model::Entity& a, const model::Entity& b) { return order(a) < order(b); }));
}

TEST_CASE("no folder, no project file and a foreign format are no project")
{
    Diagnostics diagnostics;
    const fs::path folder = test::scratch_dir("project-none");
    CHECK(io::read_project(folder / "none", {}, diagnostics).error().code == ErrorCode::not_found);
    CHECK(io::read_project(folder, {}, diagnostics).error().message.key == "error.no_project_file");
    CHECK(diagnostics.findings.empty());

    REQUIRE(write_file_atomically(folder / "project.json", R"({"format": "other"})"));
    CHECK(io::read_project(folder, {}, diagnostics).error().code == ErrorCode::parse);
    CHECK(told(diagnostics) == "project.wrong_format project.json /format\n");

    diagnostics = {};
    REQUIRE(write_file_atomically(folder / "project.json", "{"));
    CHECK_FALSE(io::read_project(folder, {}, diagnostics));
    CHECK(told(diagnostics) == "json.truncated project.json \n");
}

TEST_CASE("a broken file is told and left out, the rest loads")
{
    const fs::path folder = small_project("project-broken");
    REQUIRE(write_file_atomically(folder / "goal" / "cut.json", goal("cut").substr(0, 60)));
    REQUIRE(write_file_atomically(folder / "goal" / "other.json", goal("another")));
    REQUIRE(write_file_atomically(folder / "goal" / "wrong.json", goal("wrong", "meeting")));
    REQUIRE(write_file_atomically(folder / "things" / "a.json", goal("a")));
    REQUIRE(write_file_atomically(folder / "goal" / "notes.txt", "not ours"));
    fs::create_directories(folder / "goal" / "folder.json");

    Diagnostics diagnostics;
    const auto project = io::read_project(folder, {}, diagnostics);

    REQUIRE(project);
    CHECK(project->entities.size() == 2);
    CHECK(project->find("g") != nullptr);
    CHECK(told(diagnostics) == "json.truncated goal/cut.json /fields/name/0/value/en\n"
                               "project.unreadable_file goal/folder.json \n"
                               "project.id_is_not_file goal/other.json /id\n"
                               "project.kind_is_not_folder goal/wrong.json /kind\n"
                               "project.unknown_kind things \n");
}

TEST_CASE("a project file with gaps opens, and the gaps are told")
{
    const fs::path folder = small_project("project-gaps");
    REQUIRE(write_file_atomically(folder / "project.json", R"({"format": "dostyk-project",
        "version": 1, "id": "p", "name": {"kk": "a"}, "packs": ["strict"], "view": {"lat": "x"},
        "colour": 1, "countries": 5, "default_pack": "all"})"));

    Diagnostics diagnostics;
    const auto project = io::read_project(folder, {}, diagnostics);

    REQUIRE(project);
    CHECK(project->default_pack == model::Pack::enriched);
    CHECK(diagnostics.count(Severity::error) == 10);
}

TEST_CASE("a folder of a kind that cannot be read is told, not taken for an empty one")
{
    const fs::path folder = small_project("project-folders");
    fs::remove_all(folder / "goal");
    fs::create_symlink("goal", folder / "goal"); // It leads to itself.
    REQUIRE(write_file_atomically(folder / "award", "a file"));

    Diagnostics diagnostics;
    const auto project = io::read_project(folder, {}, diagnostics);

    REQUIRE(project);
    CHECK(told(diagnostics) ==
          "project.unreadable_folder award \nproject.unreadable_folder goal \n");
}

TEST_CASE("an opening view outside the map is told and not taken")
{
    const fs::path folder = small_project("project-view");
    const std::string sound = read_file(folder / "project.json").value();
    for (const char* view :
         {R"({"lat": 1e308, "lon": 75, "zoom": 6})", R"({"lat": 43, "lon": -75, "zoom": 6})",
          R"({"lat": 43, "lon": 75, "zoom": 40})"}) {
        CAPTURE(view);
        const std::size_t at = sound.find(R"({"lat")");
        REQUIRE(write_file_atomically(folder / "project.json", sound.substr(0, at) + view + "}"));

        Diagnostics diagnostics;
        const auto project = io::read_project(folder, {}, diagnostics);

        REQUIRE(project);
        CHECK(told(diagnostics) == "project.view_outside project.json /view\n");
        CHECK(model::is_on_map(project->view.centre));
    }
}

TEST_CASE("findings of the model get the line of what they point at")
{
    const fs::path folder = small_project("project-places");
    REQUIRE(
        write_file_atomically(folder / "goal" / "g.json",
                              "{\"fields\": {\"name\": [\n{\"sources\": [\"none\"], \"value\":\n "
                              "{\"en\": \"G\", \"kk\": \"\", \"ky\": \"G\", \"ru\": \"G\"}}]},\n"
                              "\"format\": \"dostyk-entity\", \"id\": \"g\", \"kind\": \"goal\", "
                              "\"pack\": \"strict\", \"version\": 1}"));
    Diagnostics diagnostics;
    const auto project = io::read_project(folder, {}, diagnostics);
    REQUIRE(project);

    model::validate(*project, {}, diagnostics);
    io::add_positions(folder, diagnostics);

    REQUIRE(diagnostics.findings.size() == 2);
    CHECK(diagnostics.findings[0].code == "model.dangling_reference");
    CHECK(diagnostics.findings[0].line == 2);
    CHECK(diagnostics.findings[0].column == 14);
    CHECK(diagnostics.findings[1].code == "model.missing_translation");
    CHECK(diagnostics.findings[1].line == 3);
}

TEST_CASE("another form of the same content is information")
{
    const fs::path folder = small_project("project-form");
    Diagnostics diagnostics;
    const auto project = io::read_project(folder, {}, diagnostics);
    REQUIRE(project);

    io::check_canonical(*project, folder, diagnostics);

    REQUIRE(diagnostics.findings.size() == 2);
    CHECK(diagnostics.findings[0].code == "project.not_canonical");
    CHECK(diagnostics.findings[0].severity == Severity::info);
    CHECK(diagnostics.findings[0].line == 1);
}

TEST_CASE("one file is checked by what it alone can tell")
{
    const fs::path folder = test::scratch_dir("project-one-file");
    const auto told_of = [&](const std::string& text) {
        const fs::path file = folder / "any name.json";
        REQUIRE(write_file_atomically(file, text));
        Diagnostics diagnostics;
        io::check_file(file, diagnostics);
        std::string codes;
        for (const Finding& finding : diagnostics.findings) {
            CHECK(finding.line > 0);
            codes += finding.code + " ";
        }
        return codes;
    };
    CHECK(told_of(goal("g")).empty());
    CHECK(told_of(project_json).empty());
    CHECK(told_of("{}") == "project.wrong_format ");
    CHECK(told_of("") == "json.empty ");
    std::string nul = goal("g");
    nul.replace(nul.find("\"G\""), 3, "\"\\u0000\"");
    CHECK(told_of(nul) == "model.nul_in_text ");
}

} // TEST_SUITE
