#include "core/diagnostics.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("core/diagnostics") {

TEST_CASE("only findings of the asked severity count")
{
    Diagnostics diagnostics;
    diagnostics.add({.code = "a", .severity = Severity::warning, .message = {}, .hint = {}});
    diagnostics.add({.code = "b", .severity = Severity::info, .message = {}, .hint = {}});

    CHECK_FALSE(diagnostics.has_errors());
    CHECK(diagnostics.count(Severity::warning) == 1);

    diagnostics.add({.code = "c", .message = {}, .hint = {}});
    CHECK(diagnostics.has_errors());
}

TEST_CASE("a finding reads file, line, column, pointer, sentence")
{
    const Finding finding{.code = "x",
                          .file = "a.json",
                          .line = 3,
                          .column = 7,
                          .pointer = "/fields/name",
                          .message = {"error.file_missing", {{"file", "b.json"}}},
                          .hint = {}};

    CHECK(text_of(finding, Language::en) ==
          "a.json:3:7: /fields/name: There is no file b.json; check the path.");
}

TEST_CASE("a finding without a line names the file alone")
{
    const Finding finding{
        .code = "x", .file = "a.json", .message = {"error.file_missing", {}}, .hint = {}};

    CHECK(text_of(finding, Language::en).starts_with("a.json: There is"));
}

} // TEST_SUITE
