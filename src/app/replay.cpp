#include "app/replay.hpp"

#include "app/replay_hand.hpp"
#include "render/renderer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace dostyk::app {

namespace {

using editor::ReplayCheck;
using editor::ReplayStep;

Error at_line(Error error, const editor::ReplayLog& log, const ReplayStep& step)
{
    const std::string line = log.file.string() + ":" + std::to_string(step.line);
    error.where = error.where.empty() ? line : line + ": " + error.where;
    return error;
}

std::vector<std::string> single(std::string value)
{
    return {std::move(value)};
}

std::vector<std::string> sorted(std::vector<std::string> values)
{
    std::sort(values.begin(), values.end());
    return values;
}

/// Those of the wanted controls that are on the screen.
std::vector<std::string> present(const ReplayStage& stage, const std::vector<std::string>& wanted)
{
    std::vector<std::string> there;
    for (const std::string& key : wanted) {
        if (stage.find(key) != nullptr) {
            there.push_back(key);
        }
    }
    return there;
}

bool is_count(const ReplayCheck& check)
{
    return check.wanted.size() == 1 && !check.wanted.front().empty() &&
           check.wanted.front().find_first_not_of("0123456789") == std::string::npos;
}

/// What there is of what a check asks for.
std::vector<std::string> found_by(ReplayStage& stage, const ReplayCheck& check)
{
    editor::Workspace& workspace = stage.workspace();
    const scene::ViewState& view = workspace.view();
    const std::string& what = check.what;
    if (what == "notice") {
        return single(workspace.notice() ? workspace.notice()->said.message.key : std::string());
    }
    if (what == "selected") {
        return single(view.selected);
    }
    if (what == "rows") {
        const auto rows = stage.program().shell().table_rows();
        return single(rows ? std::to_string(*rows) : std::string());
    }
    if (what == "hits") {
        return is_count(check) ? single(std::to_string(workspace.hits().size()))
                               : sorted(workspace.hits());
    }
    if (what == "there" || what == "not_there") {
        return sorted(present(stage, check.wanted));
    }
    if (what == "mode") {
        return single(std::string(name_of(view.mode)));
    }
    if (what == "language") {
        return single(std::string(code_of(view.language)));
    }
    if (what == "pack") {
        return single(std::string(name_of(view.pack)));
    }
    if (what == "date") {
        return single(view.date);
    }
    if (what == "tool") {
        return single(std::string(editor::name_of(workspace.tools().toolbox().active())));
    }
    if (what == "undo") {
        return single(std::to_string(workspace.edits().stacks().undo.size()));
    }
    if (what == "redo") {
        return single(std::to_string(workspace.edits().stacks().redo.size()));
    }
    if (what == "untranslated") {
        return single(std::to_string(workspace.untranslated()));
    }
    if (what == "measured_km") {
        const auto km = workspace.tools().toolbox().measured_km();
        return single(km ? fmt::format("{:.1f}", *km) : std::string());
    }
    if (what == "hard") {
        const auto& meeting = workspace.programme().meeting();
        return single(meeting != nullptr ? std::to_string(meeting->hard_count()) : std::string());
    }
    if (what == "unwritten") {
        return single(std::to_string(workspace.edits().unwritten()));
    }
    const auto hash = stage.hash();
    return single(hash ? *hash : std::string());
}

std::string listed(const std::vector<std::string>& values)
{
    std::string text;
    for (const std::string& value : values) {
        text += (text.empty() ? "" : ", ") + value;
    }
    return text.empty() ? "-" : text;
}

/// The last frame, for who wants to see what happened.
Status keep_picture(ReplayStage& stage, const std::filesystem::path& file)
{
    return file.empty() ? ok() : render::write_png(stage.window().read_back(), file);
}

Result<ReplayReport> report_of(ReplayStage& stage, int inputs)
{
    const auto hash = stage.hash();
    if (!hash) {
        return hash.error();
    }
    return ReplayReport{inputs, stage.keys(), stage.slowest(), *hash};
}

} // namespace

Status check(ReplayStage& stage, const ReplayStep& step, const std::string& first_hash)
{
    for (const ReplayCheck& each : step.checks) {
        auto wanted = each.what == "not_there" ? std::vector<std::string>() : sorted(each.wanted);
        if (each.what == "hash" && wanted == single("first")) {
            wanted = single(first_hash);
        }
        const auto found = found_by(stage, each);
        if (found != wanted) {
            return Error{
                ErrorCode::invalid,
                {"error.replay.check",
                 {{"what", each.what}, {"wanted", listed(wanted)}, {"found", listed(found)}}},
                {}};
        }
    }
    return ok();
}

Result<ReplayReport> run_replay(const editor::ReplayLog& log, const ReplayOptions& options)
{
    auto stage = ReplayStage::open(
        {options.project, options.language, options.width > 0 ? options.width : log.width,
         options.height > 0 ? options.height : log.height, log.now, log.has_start});
    if (!stage) {
        return stage.error();
    }
    const auto first_hash = (*stage)->hash();
    if (!first_hash) {
        return first_hash.error();
    }
    const auto hand = options.has_mouse ? make_mouse_hand(**stage) : make_keyboard_hand(**stage);
    int inputs = 0;
    bool is_killed = false;
    for (const ReplayStep& step : log.steps) {
        inputs += editor::inputs_of(step);
        is_killed = step.kind == ReplayStep::Kind::kill;
        if (is_killed) {
            break;
        }
        (*stage)->begin_line(step.line);
        const Status done = step.kind == ReplayStep::Kind::expect
                                ? check(**stage, step, *first_hash)
                                : hand->perform(step);
        (*stage)->settle();
        if (!done) {
            (void)keep_picture(**stage, options.picture); // the step's own error matters
            return at_line(done.error(), log, step);
        }
    }
    if (const Status status = keep_picture(**stage, options.picture); !status) {
        return status.error();
    }
    auto report = report_of(**stage, inputs);
    if (report && is_killed && options.kill) {
        options.kill(*report);
    }
    return report;
}

std::string to_text(const ReplayReport& report, const ReplayOptions& options, bool as_json)
{
    const SlowestFrame& slowest = report.slowest;
    if (as_json) {
        return fmt::format("{{\"inputs\": {}, \"keys\": {}, \"mouse\": {}, \"language\": \"{}\", "
                           "\"slowest_frame\": {{\"cpu_ms\": {:.1f}, \"wall_ms\": {:.1f}, "
                           "\"line\": {}}}, \"hash\": \"{}\"}}\n",
                           report.inputs, report.keys, options.has_mouse, code_of(options.language),
                           slowest.cpu_ms, slowest.wall_ms, slowest.line, report.hash);
    }
    const auto say = [&](Message message) { return tr(options.language, message) + "\n"; };
    return say({"replay.inputs",
                {{"inputs", std::to_string(report.inputs)},
                 {"keys", std::to_string(report.keys)}}}) +
           say({"replay.frame",
                {{"wall", fmt::format("{:.1f}", slowest.wall_ms)},
                 {"cpu", fmt::format("{:.1f}", slowest.cpu_ms)},
                 {"line", std::to_string(slowest.line)}}}) +
           say({"replay.hash", {{"hash", report.hash}}});
}

} // namespace dostyk::app
