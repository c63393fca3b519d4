/// \file
/// The command line's entry.

#pragma once

#include "cli/options.hpp"
#include "core/language.hpp"

#include <filesystem>
#include <optional>

namespace dostyk::cli {

/// What the window was asked to open with.
struct WindowOptions {
    std::filesystem::path project; ///< Empty = the bundled one.
    std::optional<Language> language;
    ViewOptions view;
    std::filesystem::path record; ///< The log to write what is done to; empty = none
};

/// What the bench was asked to measure.
struct BenchOptions {
    std::filesystem::path project; ///< Empty = the bundled one.
    bool is_json = false;
};

/// What is to be done again.
struct ReplayOptions {
    std::filesystem::path log;
    std::filesystem::path project;
    Language language = Language::en;
    std::optional<scene::Viewport> size;
    std::filesystem::path picture; ///< Of the last frame; empty = none
    bool has_mouse = true;
    bool is_json = false;
};

struct Invocation {
    std::optional<int> exit_code;        ///< Set when a verb has run, or wrong use was printed.
    std::optional<BenchOptions> bench;   ///< It measures the window's program, so the app runs it.
    std::optional<ReplayOptions> replay; ///< Of the window's program as well
    WindowOptions window;                ///< For the window, where nothing else is set.
};

/// Carry out the verb of a command line, if it has one.
[[nodiscard]] Invocation run(int argc, const char* const* argv);

} // namespace dostyk::cli
