/// \file
/// The verb `replay`: a log done again on a project, with its figures.

#pragma once

#include "app/replay_stage.hpp"
#include "core/result.hpp"

#include <filesystem>
#include <functional>
#include <string>

namespace dostyk::app {

struct ReplayReport {
    int inputs = 0; ///< Clicks, chords and typed words of the log
    int keys = 0;   ///< That went down
    SlowestFrame slowest;
    std::string hash; ///< Of all documents at the end
};

struct ReplayOptions {
    std::filesystem::path project;
    Language language = Language::en;
    bool has_mouse = true;
    int width = 0; ///< [px] 0 = as the log says
    int height = 0;
    std::filesystem::path picture; ///< Of the last frame, also where a step failed; empty = none
    /// What a step "kill" does with what was reached, while everything still stands open: end the
    /// process. Where it comes back, the log ends there.
    std::function<void(const ReplayReport&)> kill;
};

/// Carry out every step of a log. The edits are really committed. Errors of steps and of what they
/// expect have the log's "file:line".
[[nodiscard]] Result<ReplayReport> run_replay(const editor::ReplayLog& log,
                                              const ReplayOptions& options);

/// Whether what a step expects is so; the first that is not is the error.
[[nodiscard]] Status check(ReplayStage& stage, const editor::ReplayStep& step,
                           const std::string& first_hash);

/// Lines for people, or one JSON object.
[[nodiscard]] std::string to_text(const ReplayReport& report, const ReplayOptions& options,
                                  bool as_json);

} // namespace dostyk::app
