#include "app/recorder.hpp"

#include "app/replay.hpp"
#include "app/replay_hand.hpp"
#include "editor/forum.hpp"
#include "editor/kept_project.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

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
Recorded recorded(std::string_view text, bool has_mouse, const fs::path& folder, int width = 1280,
                  int height = 720)
{
    const fs::path file = folder.parent_path() / "recorded.jsonl";
    Recorded result;
    {
        auto recorder = app::Recorder::open(file, width, height);
        REQUIRE(recorder);
        auto stage = app::ReplayStage::open({folder, Language::en, width, height});
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

Recorded recorded(std::string_view text, bool has_mouse)
{
    return recorded(text, has_mouse, test::few_files("recorder"));
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

/// What a log leaves behind, done again in another language.
std::string hash_again(const editor::ReplayLog& log, const fs::path& project, bool has_mouse)
{
    CAPTURE(has_mouse);
    app::ReplayOptions options{project, Language::ru};
    options.has_mouse = has_mouse;
    const auto again = app::run_replay(log, options);
    REQUIRE_MESSAGE(again, (again ? "" : text_of(again.error(), Language::en)));
    return again->hash;
}

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

TEST_CASE("a session that is carried is recorded as where it was put down, by mouse and by keys")
{
    const auto forum = [](const char* name) {
        return test::folder_of(
            test::forum({test::session("talks", test::hours(12, 15, 16), "palace"),
                         test::session("open", "", "")}),
            name);
    };
    constexpr std::string_view text = R"({"keys":"Ctrl+Shift+T"}
{"carry":"programme/tray/open","over":"programme/hall/times","to":[0.25,0.5]}
{"carry":"programme/palace/talks","over":"programme/hall/times","to":[0.5,0.5]}
)";
    const Recorded first = recorded(text, true, forum("recorder-carry"), 1920, 1080);
    CAPTURE(lines_of(first.log));
    REQUIRE(first.log.steps.size() == 3);
    CHECK(first.log.steps[1].kind == editor::ReplayStep::Kind::carry);
    CHECK(first.log.steps[1].text == "programme/tray/open");
    CHECK(first.log.steps[2].item == "programme/hall/times");
    CHECK(first.log.steps[2].to.x == doctest::Approx(0.5).epsilon(0.02));
    for (const bool has_mouse : {true, false}) {
        CHECK(hash_again(first.log, forum("recorder-carry-again"), has_mouse) == first.hash);
    }
    const Recorded by_keys =
        recorded(lines_of(first.log), false, forum("recorder-carry-keys"), 1920, 1080);
    CHECK(by_keys.hash == first.hash);
    const auto again = app::run_replay(by_keys.log, {forum("recorder-keys-again"), Language::ky});
    REQUIRE_MESSAGE(again, (again ? "" : text_of(again.error(), Language::en)));
    CHECK(again->hash == first.hash);
}

TEST_CASE("an edge of a session is pulled again, by mouse and by keys")
{
    const auto forum = [](const char* name) {
        return test::folder_of(
            test::forum({test::session("talks", test::hours(12, 12, 15), "palace")}), name);
    };
    for (const auto& [edge, to] : {std::pair("start", 0.2), std::pair("end", 0.9)}) {
        CAPTURE(edge);
        const std::string text = fmt::format(
            R"({{"keys":"Ctrl+Shift+T"}}
{{"carry":"programme/palace/talks:{}","over":"programme/palace/times","to":[{},0.5]}}
)",
            edge, to);
        const Recorded first = recorded(text, true, forum("recorder-edge"), 1920, 1080);
        CAPTURE(lines_of(first.log));
        REQUIRE(first.log.steps.size() == 2);
        CHECK(first.log.steps[1].text == fmt::format("programme/palace/talks:{}", edge));
        CHECK(first.log.steps[1].to.x == doctest::Approx(to).epsilon(0.02));
        CHECK(first.hash != recorded("{\"keys\":\"Ctrl+Shift+T\"}\n", true,
                                     forum("recorder-edge-none"), 1920, 1080)
                                .hash);
        for (const bool has_mouse : {true, false}) {
            CHECK(hash_again(first.log, forum("recorder-edge-again"), has_mouse) == first.hash);
        }
    }
}

TEST_CASE("a session is carried to a row that is not in sight")
{
    const auto forum = [](const char* name) {
        model::Project made = test::forum({test::session("talks", test::hours(12, 12, 15), "hall"),
                                           test::session("open", "", "")});
        for (int i = 0; i < 40; ++i) {
            made.entities.push_back(
                test::venue(fmt::format("room-{}", i), "KZ", "Almaty", {76.9, 43.2}));
        }
        made.entities.sort();
        return test::folder_of(made, name);
    };
    const editor::ReplayLog log = log_of(R"({"replay":1,"size":[1280,720]}
{"keys":"Ctrl+Shift+T"}
{"carry":"programme/hall/talks","over":"programme/room-33/times","to":[0.4,0.5]}
{"carry":"programme/tray/open","over":"programme/room-38/times","to":[0.4,0.5]}
{"expect":{"there":"programme/room-38/open"}}
{"carry":"programme/room-33/talks","over":"programme/ala-archa/times","to":[0.3,0.5]}
{"expect":{"there":"programme/ala-archa/talks"}}
)");
    for (const bool has_mouse : {true, false}) {
        CHECK_FALSE(hash_again(log, forum("recorder-far"), has_mouse).empty());
    }
}

TEST_CASE("what is let go beside all rows is no step, what is put down in one is")
{
    const auto control = [](const char* key, geo::ScreenPoint min, geo::ScreenPoint max,
                            unsigned id) {
        ui::Control made{id, 1, min, max, {}};
        made.key = key;
        return made;
    };
    const auto bar = control("programme/hall/talks", {0, 0}, {50, 20}, 7);
    const auto row = control("programme/palace/times", {0, 40}, {400, 60}, 0);
    const auto hand = control("programme/hand", {100, 42}, {150, 58}, 0);
    for (const bool is_over_row : {true, false}) {
        const fs::path file = test::scratch_dir("recorder-beside") / "log.jsonl";
        {
            auto recorder = app::Recorder::open(file, 1280, 720);
            REQUIRE(recorder);
            app::Event mouse;
            mouse.x = 25;
            mouse.y = 10;
            (*recorder)->press_panel(mouse);
            (*recorder)->after_frame(std::vector{bar, row}, 1);
            (*recorder)->after_frame(std::vector{bar, row, hand}, 2);
            if (!is_over_row) {
                (*recorder)->after_frame(std::vector{bar, row}, 3);
            }
            (*recorder)->release_panel(mouse);
            (*recorder)->after_frame(std::vector{bar, row}, 4);
        }
        const auto log = editor::read_replay_log(file);
        REQUIRE(log);
        CHECK(lines_of(*log) == (is_over_row ? "{\"carry\":\"programme/hall/talks\",\"over\":"
                                               "\"programme/palace/times\",\"to\":[0.25,0.5]}\n"
                                             : ""));
    }
}

TEST_CASE("a file that cannot be written is told at once")
{
    const auto recorder = app::Recorder::open("/nowhere/at/all.jsonl", 1280, 720);
    REQUIRE_FALSE(recorder);
    CHECK(recorder.error().code == ErrorCode::write_failed);
}

} // TEST_SUITE
