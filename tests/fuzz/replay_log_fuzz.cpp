/// \file
/// Any bytes are a log of work, whose lines read back as themselves, or one error with its line.

#include "editor/replay_log.hpp"
#include "fuzz/expect.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

using namespace dostyk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto log = editor::parse_replay_log(text, "f.jsonl");
    if (!log) {
        test::expect(!text_of(log.error(), Language::kk).empty(), "there is a sentence");
        return 0;
    }
    test::expect(log->width > 0 && log->height > 0, "a window has a size");
    std::string written = editor::header_line(*log);
    for (const editor::ReplayStep& step : log->steps) {
        test::expect(editor::inputs_of(step) >= 0, "inputs are counted");
        written += editor::line_of(step);
    }
    const auto again = editor::parse_replay_log(written, "f.jsonl");
    test::expect(static_cast<bool>(again), "what was read is written and read");
    test::expect(again->steps.size() == log->steps.size(), "step by step");
    std::string once_more = editor::header_line(*again);
    for (const editor::ReplayStep& step : again->steps) {
        once_more += editor::line_of(step);
    }
    test::expect(once_more == written, "and is the same");
    return 0;
}
