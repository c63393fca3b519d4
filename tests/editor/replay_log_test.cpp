#include "editor/replay_log.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace dostyk;
using editor::ReplayLog;
using editor::ReplayStep;
using Kind = editor::ReplayStep::Kind;

namespace {

Result<ReplayLog> parsed(std::string_view text)
{
    return editor::parse_replay_log(text, "a.jsonl");
}

} // namespace

TEST_SUITE("editor/replay_log") {

TEST_CASE("each kind of step is read, and written again as it was")
{
    constexpr std::string_view text = R"({"replay":1,"size":[1280,720],"now":"2026-06-15T09:00:00Z"}
{"keys":"Ctrl+Shift+Z"}
{"keys":"Ctrl+V","clipboard":"Қарасу\t1\nКемин\t2"}
{"text":"Қарасу"}
{"press":"top/language/ky"}
{"press":"timeline/track","at":[0.25,0.5]}
{"press":"table/x/row","with":"Ctrl+Shift"}
{"double":"table/x/row"}
{"choose":"inspector/status/0/word","item":"open"}
{"slide":"layers/relief/opacity","from":[1.0,0.5],"to":[0.25,0.5]}
{"carry":"programme/tray/talks","over":"programme/hall/times","to":[0.25,0.5]}
{"click":[74.6,42.9]}
{"double_click":[74.6,42.9]}
{"drag":[[74.6,42.9],[75.0,43.0]],"with":"Shift"}
{"wheel":-2.0,"at":[74.6,42.9]}
{"expect":{"selected":"x","there":["card/edit","card/close"]}}
{"kill":true}
)";
    const auto log = parsed(text);
    REQUIRE_MESSAGE(log, (log ? "" : text_of(log.error(), Language::en)));
    CHECK(log->width == 1280);
    CHECK(log->steps.size() == 16);
    CHECK(log->steps.back().line == 17);
    std::string written = editor::header_line(*log);
    for (const ReplayStep& step : log->steps) {
        written += editor::line_of(step);
    }
    CHECK(written == text);
}

TEST_CASE("a typed word counts as one input, a double click as two, a check as none")
{
    const auto log =
        parsed("{\"text\":\"Karasu\"}\n{\"double\":\"a/b\"}\n{\"expect\":{\"rows\":3}}\n"
               "{\"choose\":\"a/b\",\"item\":\"c\"}\n{\"keys\":\"F\"}\n");
    REQUIRE(log);
    std::vector<int> inputs;
    for (const ReplayStep& step : log->steps) {
        inputs.push_back(editor::inputs_of(step));
    }
    CHECK(inputs == std::vector{1, 2, 0, 2, 1});
    CHECK(log->steps[2].checks.front().wanted == std::vector<std::string>{"3"});
}

TEST_CASE("what is wrong is told with file and line")
{
    constexpr auto wrong = std::to_array<std::string_view>({
        "{\"keys\": \"Ctrl+Nothing\"}",
        "{\"keys\": 3}",
        "{\"press\": \"a\", \"at\": [2, 0]}",
        "{\"press\": \"a\", \"with\": \"Hyper\"}",
        "{\"carry\": \"a\", \"over\": \"b\"}",
        "{\"carry\": \"a\", \"to\": [0.5, 0.5]}",
        "{\"click\": [74.6]}",
        "{\"click\": [74.6, 190]}",
        "{\"drag\": [74.6, 42.9]}",
        "{\"wheel\": \"up\", \"at\": [74.6, 42.9]}",
        "{\"expect\": {\"weather\": \"fine\"}}",
        "{\"expect\": 3}",
        "{\"jump\": 3}",
        "[1]",
        "{\"text\": \"a\"",
        "{\"replay\": 1, \"size\": [3, 3]}",
        "{\"replay\": 1, \"size\": [1e16, 1080]}",
        "{\"replay\": 1, \"now\": \"noon\"}",
    });
    for (const std::string_view line : wrong) {
        CAPTURE(line);
        const auto log = parsed("{\"text\": \"a\"}\n\n" + std::string(line) + "\n");
        REQUIRE_FALSE(log);
        CHECK(log.error().where == "a.jsonl:3");
        for (const Language language : all_languages) {
            CHECK(has_message(log.error().message.key));
            CHECK(text_of(log.error(), language).find('{') == std::string::npos);
        }
    }
}

TEST_CASE("a log that is not there is no empty one")
{
    const auto log = editor::read_replay_log("/nowhere/a.jsonl");
    REQUIRE_FALSE(log);
    CHECK(log.error().code == ErrorCode::not_found);
}

} // TEST_SUITE
