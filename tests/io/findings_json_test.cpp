#include "io/project_folder.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace dostyk;

TEST_SUITE("io/findings_json") {

TEST_CASE("a finding has nine members, in the language asked for")
{
    Diagnostics diagnostics;
    diagnostics.add({.code = "project.empty_field",
                     .severity = Severity::warning,
                     .file = "goal/a.json",
                     .line = 3,
                     .column = 7,
                     .pointer = "/fields/due",
                     .message = {"project.empty_field", {{"field", "due"}}},
                     .hint = {"project.empty_field.hint", {}},
                     .subject = {}});

    const auto made = nlohmann::json::parse(io::to_json_text(diagnostics, Language::en));

    CHECK(made == nlohmann::json::parse(R"({"findings": [{"code": "project.empty_field",
        "severity": "warning", "file": "goal/a.json", "line": 3, "column": 7,
        "pointer": "/fields/due", "field": "due", "message": "The field “due” has no claim.",
        "hint": "Add a claim or remove the field."}]})"));
}

TEST_CASE("the field is that of the pointer, or the one that has no place in the file")
{
    const auto field_of = [](std::string pointer, Message message) {
        Diagnostics diagnostics;
        diagnostics.add({.code = "model.missing_field",
                         .severity = Severity::error,
                         .file = "goal/a.json",
                         .line = 1,
                         .column = 1,
                         .pointer = std::move(pointer),
                         .message = std::move(message),
                         .hint = {},
                         .subject = {}});
        const auto made = nlohmann::json::parse(io::to_json_text(diagnostics, Language::en));
        return made["findings"][0]["field"].get<std::string>();
    };
    const Message of_name{"model.missing_field", {{"entity", "a"}, {"field", "name"}}};
    CHECK(field_of("/fields/target/0/value/unit", of_name) == "target");
    CHECK(field_of("/fields", of_name) == "name");
    CHECK(field_of("/version", of_name) == "version");
    CHECK(field_of("/view/lat", {}) == "view");
    CHECK(field_of("", {}).empty());
}

TEST_CASE("no findings are an empty list")
{
    CHECK(io::to_json_text({}, Language::ru) == "{\n  \"findings\": []\n}\n");
}

} // TEST_SUITE
