#include "io/project_json.hpp"

#include "core/files.hpp"
#include "io/reading.hpp"
#include "model/validate_value.hpp"
#include "support/golden.hpp"

#include <nlohmann/json.hpp>
#include <rapidcheck.h>

using namespace dostyk;

namespace {

const char* const sound = R"({"countries": ["KZ", "KG"], "default_pack": "strict",
    "format": "dostyk-project", "id": "test", "name": {"en": "T", "kk": "Т", "ky": "Т", "ru": "Т"},
    "packs": ["strict", "enriched"], "version": 1, "view": {"lat": 43, "lon": 75.5, "zoom": 6}})";

/// The sound settings with one member given another value; empty = taken away.
std::string with(const std::string& key, const std::string& value)
{
    auto root = nlohmann::json::parse(sound);
    if (value.empty()) {
        root.erase(key);
    } else {
        root[key] = nlohmann::json::parse(value);
    }
    return root.dump();
}

std::string told(const std::string& text)
{
    test::Reading reading(text);
    model::Project project;
    (void)io::read_settings(reading.reader, project);
    return reading.told();
}

} // namespace

TEST_SUITE("io/project_json") {

TEST_CASE("settings are read and written as they were")
{
    const std::string text =
        read_file(test::source_root() / "data" / "kz-kg" / "project.json").value();
    test::Reading reading(text);
    model::Project project;
    CHECK(io::read_settings(reading.reader, project));
    CHECK(reading.told().empty());
    CHECK(project.id == "kz-kg");
    CHECK(project.name[Language::ky] == "Казакстан – Кыргызстан");
    CHECK(project.default_pack == model::Pack::enriched);
    CHECK(project.view.centre.lon == 74.6);
    CHECK(io::settings_to_text(project) == text);
}

TEST_CASE("a table that was set up is kept, and one that names no column of its kind is told")
{
    const auto views = [](const std::string& view) { return with("views", "[" + view + "]"); };
    const std::string whole = R"({"columns": ["name", "id"], "filter": "bank", "filter_column":
        "name", "is_descending": true, "kind": "project", "name": "Plants", "sort": "sector"})";
    test::Reading reading(views(whole));
    model::Project project;
    REQUIRE(io::read_settings(reading.reader, project));
    CHECK(reading.told().empty());
    CHECK(project.views ==
          std::vector<model::TableSetup>{
              {"Plants", "project", {"name", "id"}, "sector", true, "bank", "name"}});
    const std::string text = io::settings_to_text(project);
    test::Reading again(text);
    model::Project other;
    REQUIRE(io::read_settings(again.reader, other));
    CHECK(other.views == project.views);

    CHECK_FALSE(told(views(R"({"kind": "project"})")).empty());
    CHECK_FALSE(told(views(R"({"kind": "castle", "name": "A"})")).empty());
    CHECK_FALSE(told(views(R"({"kind": "project", "name": "A", "sort": "hours"})")).empty());
    CHECK_FALSE(told(views(R"({"kind": "project", "name": "A", "columns": ["hours"]})")).empty());
    CHECK_FALSE(told(views(R"({"kind": "project", "name": "A", "width": 3})")).empty());
}

TEST_CASE("any settings come back from their text")
{
    CHECK(rc::check("round trip", [] {
        model::Project project;
        project.id = "p" + std::to_string(*rc::gen::inRange(0, 1000));
        for (const Language language : all_languages) {
            project.name[language] =
                *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127)));
        }
        project.default_pack = *rc::gen::element(model::Pack::strict, model::Pack::enriched);
        project.view.centre = {*rc::gen::inRange(50'000, 80'000) / 1000.0,
                               *rc::gen::inRange(40'000, 52'000) / 1000.0};
        project.view.zoom = *rc::gen::inRange(250, 1400) / 100.0;
        const std::string text = io::settings_to_text(project);
        test::Reading reading(text);
        model::Project again;
        RC_ASSERT(io::read_settings(reading.reader, again));
        RC_ASSERT(reading.told() == "");
        RC_ASSERT(again.name == project.name);
        RC_ASSERT(again.view.centre.lon == project.view.centre.lon);
        RC_ASSERT(again.view.zoom == project.view.zoom);
        RC_ASSERT(io::settings_to_text(again) == text);
    }));
}

TEST_CASE("what is another format's is not taken at all")
{
    for (const char* text :
         {"[]", "{}", R"({"format": "dostyk-entity", "version": 1})",
          R"({"format": "dostyk-project"})", R"({"format": "dostyk-project", "version": 2})",
          R"({"format": "dostyk-project", "version": "1"})"}) {
        CAPTURE(text);
        test::Reading reading(text);
        model::Project project;
        project.id = "before";
        CHECK_FALSE(io::read_settings(reading.reader, project));
        CHECK(project.id == "before");
        CHECK(reading.diagnostics.count(Severity::error) == 1);
    }
}

TEST_CASE("each member that is missing or not as it must be is told with its place")
{
    CHECK(told(sound).empty());
    for (const char* key : {"countries", "default_pack", "id", "name", "packs", "view"}) {
        CAPTURE(key);
        CHECK(told(with(key, "")) == "project.missing_key \n");
    }
    CHECK(told(with("colour", "1")) == "project.unknown_key /colour\n");
    CHECK(told(with("id", "\"No id\"")) == "project.bad_id /id\n");
    CHECK(told(with("default_pack", "\"all\"")) == "project.unknown_word /default_pack\n");
    CHECK(told(with("packs", R"(["enriched", "strict"])")) == "project.wrong_list /packs\n");
    CHECK(told(with("countries", R"(["KZ", "KG", "UZ"])")) == "project.wrong_list /countries\n");
    CHECK(told(with("countries", "[1]")) == "project.wrong_type /countries/0\n");
    CHECK(told(with("name", R"({"en": "T", "kk": "T", "ru": "T"})")) ==
          "project.missing_key /name\n");
    CHECK(told(with("name", "5")) == "project.wrong_type /name\n");
    CHECK(told(with("view", "[]")) == "project.wrong_type /view\n");
}

TEST_CASE("an opening view that cannot be shown leaves the default")
{
    for (const char* view :
         {R"({"lat": 43, "lon": 75, "zoom": 2.4})", R"({"lat": 43, "lon": 75, "zoom": 14.1})",
          R"({"lat": -43, "lon": 75, "zoom": 6})", R"({"lat": 43, "lon": 1e308, "zoom": 6})"}) {
        CAPTURE(view);
        test::Reading reading(with("view", view));
        model::Project project;
        CHECK(io::read_settings(reading.reader, project));
        CHECK(reading.told() == "project.view_outside /view\n");
        CHECK(project.view.zoom == model::OpeningView{}.zoom);
        CHECK(model::is_on_map(project.view.centre));
    }
}

} // TEST_SUITE
