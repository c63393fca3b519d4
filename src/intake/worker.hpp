/// \file
/// The child process that opens foreign files: `dostyk --import-worker`.

#pragma once

#include <string_view>

namespace dostyk::intake {

inline constexpr std::string_view worker_argument = "--import-worker";

/// Read a request from standard input, confine this process, read the file, answer on standard
/// output. \returns The exit code.
[[nodiscard]] int run_worker();

} // namespace dostyk::intake
