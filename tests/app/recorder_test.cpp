#include "app/recorder.hpp"

#include "app/replay.hpp"
#include "app/replay_hand.hpp"
#include "editor/kept_project.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace dostyk;
namespace fs = std::filesystem;

TEST_SUITE("app/recorder") {

namespace {

editor::ReplayLog log_of(std::string_view text)
{
    auto log = editor::parse_replay_log(text, "log.jsonl");
    REQUIRE_MESSAGE(log, (log ? "" : text_of(log.error(), Language::en)));
    return *std::move(log);
}

struct Recorded {
    editor::ReplayLog log;
    std::string hash;
};

/// Carry a log out while what is done is recorded.
Recorded recorded(std::string_view text, bool has_mouse, Language language = Language::en)
{
    const fs::path folder = test::few_files("recorder");
    const fs::path file = folder.parent_path() / "recorded.jsonl";
    Recorded result;
    {
        auto recorder = app::Recorder::open(file, 1280, 720);
        REQUIRE(recorder);
        auto stage = app::ReplayStage::open({folder, language, 1280, 720});
        REQUIRE(stage);
        (*stage)->program().set_recorder(recorder->get());
        const auto hand =
            has_mouse ? app::make_mouse_hand(**stage) : app::make_keyboard_hand(**stage);
        for (const editor::ReplayStep& step : log_of(text).steps) {
            const Status done = hand->perform(step);
            REQUIRE_MESSAGE(done, (done ? "" : text_of(done.error(), Language::en)));
            (*stage)->settle();
        }
        result.hash = (*stage)->hash().value();
        (*stage)->program().set_recorder(nullptr);
    }
    auto log = editor::read_replay_log(file);
    REQUIRE_MESSAGE(log, (log ? "" : text_of(log.error(), Language::en)));
    result.log = *std::move(log);
    return result;
}

std::string lines_of(const editor::ReplayLog& log)
{
    std::string text;
    for (const editor::ReplayStep& step : log.steps) {
        text += editor::line_of(step);
    }
    return text;
}

/// Chords, typing, presses, a table, places on the map, a tool's text.
constexpr std::string_view work = R"({"keys":"Ctrl+K"}
{"text":"korday"}
{"keys":"Enter"}
{"press":"card/edit"}
{"press":"inspector/name/0/ru"}
{"keys":"End"}
{"text":" өткел"}
{"keys":"Ctrl+V","clipboard":" – Ақ-жол"}
{"press":"top/language/kk"}
{"press":"tools/tool_point"}
{"click":[74.5,43.2]}
{"keys":"R"}
{"text":"150"}
{"keys":"Enter"}
{"press":"tabs/history"}
{"press":"history/undo"}
{"keys":"Ctrl+Shift+Z"}
)";

} // namespace

TEST_CASE("what is recorded is what was done, step for step")
{
    CHECK(lines_of(recorded(work, true).log) == work);
}

TEST_CASE("a recorded log gives the same document, also when it was done by the keyboard")
{
    for (const bool has_mouse : {true, false}) {
        CAPTURE(has_mouse);
        const Recorded first = recorded(work, has_mouse);
        CAPTURE(lines_of(first.log));
        const fs::path folder = test::few_files("recorder-again");
        const auto again = app::run_replay(first.log, {folder, Language::ru});
        REQUIRE_MESSAGE(again, (again ? "" : text_of(again.error(), Language::en)));
        CHECK(again->hash == first.hash);
    }
}

TEST_CASE("a drag that pans, the wheel and a double click are recorded as places on the map")
{
    constexpr std::string_view text = R"({"drag":[[74.5,43.2],[76.0,44.0]]}
{"wheel":1.0,"at":[75.5,43.5]}
{"double_click":[75.0,43.6]}
)";
    const auto log = recorded(text, true).log;
    REQUIRE(log.steps.size() >= 3);
    using Kind = editor::ReplayStep::Kind;
    CHECK(log.steps.front().kind == Kind::drag);
    CHECK(log.steps.front().until.lon == doctest::Approx(76.0).epsilon(0.001));
    CHECK(log.steps[1].kind == Kind::wheel);
    CHECK(log.steps.back().kind == Kind::double_click);
    CHECK(log.steps.back().at.lat == doctest::Approx(43.6).epsilon(0.001));
}

TEST_CASE("a file that cannot be written is told at once")
{
    const auto recorder = app::Recorder::open("/nowhere/at/all.jsonl", 1280, 720);
    REQUIRE_FALSE(recorder);
    CHECK(recorder.error().code == ErrorCode::write_failed);
}

} // TEST_SUITE
