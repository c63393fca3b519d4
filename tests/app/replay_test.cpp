#include "app/replay.hpp"

#include "app/replay_hand.hpp"
#include "editor/kept_project.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

using namespace dostyk;
namespace fs = std::filesystem;

TEST_SUITE("app/replay") {

namespace {

editor::ReplayLog log_of(std::string_view text)
{
    auto log = editor::parse_replay_log(text, "log.jsonl");
    REQUIRE_MESSAGE(log, (log ? "" : text_of(log.error(), Language::en)));
    return *std::move(log);
}

/// A title edited, taken back and done again.
constexpr std::string_view edit_log = R"({"replay":1,"size":[1280,720]}
{"keys":"Ctrl+K"}
{"text":"korday"}
{"keys":"Enter"}
{"expect":{"selected":"korday-ak-zhol"}}
{"press":"card/edit"}
{"press":"inspector/name/0/en"}
{"keys":"End"}
{"text":" x"}
{"expect":{"undo":1}}
{"press":"tabs/history"}
{"press":"history/undo"}
{"expect":{"undo":0,"redo":1,"hash":"first"}}
{"press":"history/redo"}
{"expect":{"undo":1,"redo":0}}
)";

} // namespace

TEST_CASE("a log that is killed ends there, with what was reached")
{
    const fs::path folder = test::few_files("replay-killed");
    app::ReplayOptions options{folder, Language::en};
    std::string hash_at_death;
    options.kill = [&](const app::ReplayReport& report) { hash_at_death = report.hash; };
    const std::string text = std::string(edit_log) + "{\"kill\":true}\n{\"keys\":\"Ctrl+Z\"}\n";
    const auto report = app::run_replay(log_of(text), options);
    REQUIRE_MESSAGE(report, (report ? "" : text_of(report.error(), Language::en)));
    CHECK(report->inputs == 11);
    CHECK(hash_at_death == report->hash);
}

TEST_CASE("a log of an edit gives one hash with the mouse and without it, in two languages")
{
    std::string hash;
    for (const bool has_mouse : {true, false}) {
        const Language language = has_mouse ? Language::kk : Language::en;
        const fs::path folder = test::few_files("replay");
        CAPTURE(has_mouse);
        const auto report = app::run_replay(log_of(edit_log), {folder, language, has_mouse});
        REQUIRE_MESSAGE(report, (report ? "" : text_of(report.error(), Language::en)));
        CHECK(report->inputs == 10);
        CHECK(report->keys > (has_mouse ? 5 : 20));
        CHECK(report->slowest.wall_ms > 0);
        hash = hash.empty() ? report->hash : hash;
        CHECK(report->hash == hash);
    }
}

TEST_CASE("what a log expects and is not so is told with line, wanted and found")
{
    const fs::path folder = test::few_files("replay-check");
    const auto report = app::run_replay(
        log_of("{\"keys\":\"Ctrl+4\"}\n{\"expect\":{\"mode\":\"events\"}}\n"), {folder});
    REQUIRE_FALSE(report);
    CHECK(report.error().where == "log.jsonl:2");
    CHECK(report.error().message.key == "error.replay.check");
    const std::string said = text_of(report.error(), Language::en);
    CHECK(said.find("events") != std::string::npos);
    CHECK(said.find("trade") != std::string::npos);
}

TEST_CASE("every check that a log may name is answered")
{
    const fs::path folder = test::few_files("replay-checks");
    auto stage = app::ReplayStage::open({folder});
    REQUIRE(stage);
    const std::string hash = (*stage)->hash().value();
    const std::map<std::string_view, std::vector<std::string>> wanted{
        {"notice", {""}},        {"selected", {""}},        {"rows", {""}},
        {"hits", {"0"}},         {"there", {"top/search"}}, {"not_there", {"x/y"}},
        {"mode", {"events"}},    {"language", {"en"}},      {"pack", {"enriched"}},
        {"date", {""}},          {"tool", {"select"}},      {"hash", {"first"}},
        {"undo", {"0"}},         {"redo", {"0"}},           {"unwritten", {"0"}},
        {"untranslated", {"0"}}, {"measured_km", {""}},     {"hard", {""}}};
    for (const std::string_view name : editor::check_names()) {
        CAPTURE(name);
        REQUIRE(wanted.contains(name));
        editor::ReplayStep step;
        step.checks = {{std::string(name), wanted.at(name)}};
        const Status status = app::check(**stage, step, hash);
        CHECK_MESSAGE(status, (status ? "" : text_of(status.error(), Language::en)));
        step.checks = {{std::string(name), {"no such thing"}}};
        CHECK(static_cast<bool>(app::check(**stage, step, hash)) == (name == "not_there"));
    }
}

TEST_CASE("a greyed control, one that is not there and one behind a menu are each told")
{
    const fs::path folder = test::few_files("replay-controls");
    const auto told = [&](std::string_view text, bool has_mouse) {
        const auto report = app::run_replay(log_of(text), {folder, Language::en, has_mouse});
        return report ? std::string() : report.error().message.key;
    };
    for (const bool has_mouse : {true, false}) {
        CHECK(told("{\"press\":\"top/serch\"}", has_mouse) == "error.replay.no_control_but");
        CHECK(told("{\"press\":\"nowhere\"}", has_mouse) == "error.replay.no_control");
        CHECK(told("{\"keys\":\"Ctrl+T\"}\n{\"press\":\"table/copy\"}", has_mouse) ==
              "error.replay.disabled");
    }
    CHECK(told("{\"slide\":\"timeline/track\",\"from\":[0.1,0.5],\"to\":[0.5,0.5]}", false) ==
          "error.replay.by_keyboard");
    CHECK(told("{\"click\":[10,10]}", true) == "error.replay.covered");
}

TEST_CASE("the clock stands still in a replay, and goes on after it")
{
    const fs::path folder = test::few_files("replay-clock");
    {
        const auto at = parse_iso("2026-06-15T09:00:00Z");
        auto stage = app::ReplayStage::open({folder, Language::en, 1280, 720, at});
        REQUIRE(stage);
        CHECK(now() == *at);
    }
    CHECK(now() != *parse_iso("2026-06-15T09:00:00Z"));
}

} // TEST_SUITE
