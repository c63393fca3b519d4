/// \file
/// Reading a foreign file, seen from the program: the worker is started, listened to, and ended.

#pragma once

#include "core/result.hpp"
#include "intake/protocol.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::intake {

struct ReadOptions {
    std::string crs; ///< For layers that name none: "EPSG:32642".
    gis::ForeignLimits limits;
    std::filesystem::path worker = "/proc/self/exe"; ///< The program with `--import-worker`.
    std::chrono::milliseconds most_wait{60'000};
    std::stop_token stop = {};
};

/// Csv, xlsx and so on by the file's ending; nothing for another one.
[[nodiscard]] std::optional<Format> format_of(const std::filesystem::path& file);

/// "csv xlsx ods ...": the endings that are read, for messages.
[[nodiscard]] std::string known_endings();

/// The file, and of a Shapefile the other files that belong to it.
[[nodiscard]] std::vector<std::filesystem::path> parts_of(const std::filesystem::path& file);

/// Read a foreign file in a child process.
///
/// Blocks until it answers, at most `most_wait`, or until `stop` is requested (then Error
/// cancelled). Whatever becomes of the child, here it is an Error. Errors: not_found, unsupported
/// (an ending that is not read, no file, too large, a bomb), unreadable, invalid.
[[nodiscard]] Result<WorkerAnswer> read_foreign_file(const std::filesystem::path& file,
                                                     const ReadOptions& options);

} // namespace dostyk::intake
