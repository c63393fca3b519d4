/// \file
/// How a store's file outlives a loss of power. Inside `store` only.

#pragma once

#include "store/sqlite.hpp"

#include <filesystem>

namespace dostyk::store {

/// True for file systems of other machines: NFS, SMB, and what FUSE brings.
[[nodiscard]] bool is_on_network(const std::filesystem::path& file) noexcept;

/// Set journal and syncs, so that what was committed stays.
[[nodiscard]] Status set_durability(Database& database, const std::filesystem::path& file);

} // namespace dostyk::store
