#include "io/project_folder.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace dostyk;

TEST_SUITE("io/findings_json") {

TEST_CASE("a finding has eight members, in the language asked for")
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
        "pointer": "/fields/due", "message": "The field “due” has no claim.",
        "hint": "Add a claim or remove the field."}]})"));
}

TEST_CASE("no findings are an empty list")
{
    CHECK(io::to_json_text({}, Language::ru) == "{\n  \"findings\": []\n}\n");
}

} // TEST_SUITE
