/// \file
/// What a verb says: results to standard output, failures to standard error.

#pragma once

#include "core/diagnostics.hpp"
#include "core/result.hpp"

#include <string>
#include <string_view>

namespace dostyk::cli {

inline constexpr int exit_clean = 0;
inline constexpr int exit_failure = 1; ///< findings or failure
inline constexpr int exit_usage = 2;
inline constexpr int exit_refused = 3; ///< A file was refused whole: nothing was done with it.

/// One line of a result. Control characters that came with data are shown as U+FFFD.
void say(std::string_view line);

/// Text that is printed as it is (JSON).
void say_raw(std::string_view text);

/// One line to standard error.
void complain(std::string_view line);

/// Findings to standard error, each a line.
void complain_of(const Diagnostics& diagnostics, Language language);

/// Print an error and give the exit code for it; wrong use names --help.
[[nodiscard]] int fail(const Error& error, Language language);

/// A text without control characters but line ends: data cannot drive the terminal.
[[nodiscard]] std::string printable(std::string_view text);

} // namespace dostyk::cli
