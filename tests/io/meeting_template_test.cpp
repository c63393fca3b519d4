#include "io/meeting_template.hpp"

#include "core/files.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dostyk;

TEST_SUITE("io/meeting_template") {

TEST_CASE("the bundled templates are sound and say everything in four languages")
{
    Diagnostics findings;
    const auto templates = io::read_meeting_templates(
        test::source_root() / "data" / "templates" / "meetings", findings);

    CHECK(findings.findings.empty());
    REQUIRE(templates.size() == 3);
    for (const io::MeetingTemplate& each : templates) {
        CAPTURE(each.id);
        CHECK_FALSE(each.sessions.empty());
        for (const Language language : all_languages) {
            CHECK(each.name.has(language));
            CHECK(each.description.has(language));
            CHECK(each.meeting_name.has(language));
            CHECK(std::all_of(
                each.sessions.begin(), each.sessions.end(),
                [&](const io::TemplateSession& session) { return session.name.has(language); }));
        }
    }
}

TEST_CASE("a template that is not sound is left out, named with its place, and the rest stays")
{
    const auto folder = test::scratch_dir("meeting-templates");
    const std::string head =
        R"({"format": "dostyk-meeting-template", "version": 1, "id": "x", "name": {"en": "X"},
            "description": {"en": "X"}, "meeting": {"name": {"en": "X"}}, "sessions": )";
    REQUIRE(write_file_atomically(folder / "a.json", head + "[]}"));
    REQUIRE(write_file_atomically(folder / "b.json",
                                  head + R"([{"name": {"en": "Talks"}, "format": "dinner"}]})"));
    REQUIRE(write_file_atomically(folder / "c.json", "{\"format\": "));
    REQUIRE(write_file_atomically(folder / "notes.txt", "no template"));

    Diagnostics findings;
    const auto templates = io::read_meeting_templates(folder, findings);

    REQUIRE(templates.size() == 1);
    CHECK(templates[0].id == "x");
    REQUIRE(findings.findings.size() == 2);
    CHECK(findings.findings[0].pointer == "/sessions/0/format");
    CHECK(findings.findings[0].file.ends_with("b.json"));
    CHECK(findings.findings[1].file.ends_with("c.json"));
}

TEST_CASE("a folder that is not there has no templates")
{
    Diagnostics findings;
    CHECK(io::read_meeting_templates("/nowhere/at/all", findings).empty());
}

} // TEST_SUITE
