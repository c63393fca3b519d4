/// \file
/// A store in one GeoPackage file.

#pragma once

#include "store/store.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace dostyk::store {

struct OpenOptions {
    bool may_create = false; ///< Else a missing file is an error.
    std::string who;         ///< Goes with every step; empty = the account's name.
    std::string vfs;         ///< SQLite's file layer; empty = the system's. Tests have others.
};

/// Open a store, or make one.
///
/// SQLite in WAL mode; on a network share, where WAL does not work, with a rollback journal; both
/// with synchronous=EXTRA, which is FULL and more. Errors: not_found, unreadable, unsupported (a
/// foreign file, a later version), parse (damaged).
[[nodiscard]] Result<std::unique_ptr<Store>> open_store(const std::filesystem::path& file,
                                                        const OpenOptions& options);

} // namespace dostyk::store
