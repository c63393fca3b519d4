/// \file
/// What can be done about a store that is damaged: it is set aside, and a backup takes its place.

#pragma once

#include "core/result.hpp"
#include "core/time.hpp"

#include <filesystem>
#include <optional>

namespace dostyk::store {

/// A backup that opens, with chain and rows whole.
struct GoodBackup {
    std::filesystem::path file;
    Instant made;
};

/// A store that does not open, and what there is in its place.
struct Rescue {
    std::filesystem::path damaged;
    std::optional<GoodBackup> backup; ///< The newest good one; nothing where there is none.
};

/// The newest good backup of a store; each is walked whole, the newest first.
[[nodiscard]] std::optional<GoodBackup> find_good_backup(const std::filesystem::path& store_file);

/// Put a copy of a backup in the place of a store. That one is kept under another name beside it.
///
/// \returns The name that it has now. Errors: unreadable, write_failed; then all is as it was.
[[nodiscard]] Result<std::filesystem::path> restore(const std::filesystem::path& store_file,
                                                    const std::filesystem::path& backup);

} // namespace dostyk::store
