/// \file
/// Copies of a store that are kept for a bad day: rotating, each one verified before it counts.

#pragma once

#include "core/time.hpp"
#include "store/store.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dostyk::store {

/// Of the newest so many, of the last days and weeks the newest of each.
inline constexpr int recent_backups = 10, daily_backups = 7, weekly_backups = 4;

/// Where a store's backups lie: under state_dir(), named as working_store_of() names a folder's.
[[nodiscard]] std::filesystem::path backups_of(const std::filesystem::path& store_file);

/// Backups of a folder, the newest first. Their names are their instants: "20261124T090500Z.gpkg".
[[nodiscard]] std::vector<std::filesystem::path> find_backups(const std::filesystem::path& folder);

/// When a backup was made, by its name.
[[nodiscard]] std::optional<Instant> instant_of_backup(const std::filesystem::path& backup);

/// A copy counts once another connection has opened it and found chain and rows whole, at a
/// revision or later. Errors: what opening says, invalid.
[[nodiscard]] Status verify_backup(const std::filesystem::path& copy, Revision least);

/// Which instants of backups, newest first, are no longer needed. Days and weeks are those of UTC.
[[nodiscard]] std::vector<Instant> superfluous(std::span<const Instant> newest_first);

/// Back up a store if it has changed since the newest backup and that is some minutes old; then
/// remove what is superfluous. A copy that does not verify is no backup: it is removed, and the
/// older ones stay.
///
/// \returns The new backup's file; nothing when none was due.
[[nodiscard]] Result<std::optional<std::filesystem::path>>
back_up_if_due(Store& store, const std::filesystem::path& store_file, Instant now);

} // namespace dostyk::store
