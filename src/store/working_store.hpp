/// \file
/// Where the rows of a project are: in a store file of the user's, or in the working store of a
/// project folder.

#pragma once

#include "core/diagnostics.hpp"
#include "store/store.hpp"

#include <filesystem>
#include <memory>
#include <optional>

namespace dostyk::store {

/// An open project. P on the command line is either kind.
struct OpenProject {
    std::unique_ptr<Store> store;
    std::filesystem::path file;   ///< The store's own
    std::filesystem::path folder; ///< Of canonical JSON; empty when P is a store file.
};

/// A store as it was when it was read.
struct ReadState {
    std::filesystem::path file;
    Revision rev = 0;
};

/// True for a file that is a store, false for any other GeoPackage.
[[nodiscard]] bool is_store(const std::filesystem::path& path);

/// The one working store of a folder: under state_dir(), named by the folder's canonical path.
[[nodiscard]] std::filesystem::path working_store_of(const std::filesystem::path& folder);

/// Give a store file another name beside it, so that a new one may take its place; nothing is lost.
/// \returns The name that it has now.
std::filesystem::path set_aside(const std::filesystem::path& file);

/// Open a project to edit it. A folder gets its working store, made where there is none, and what
/// the folder's files say by now is taken in.
[[nodiscard]] Result<OpenProject> open_to_edit(const std::filesystem::path& path,
                                               Diagnostics& diagnostics);

/// The same to read, for a folder only where its working store has edits that are not written into
/// it: nothing when the folder's files say all.
[[nodiscard]] Result<std::optional<OpenProject>> open_if_newer(const std::filesystem::path& path,
                                                               Diagnostics& diagnostics);

} // namespace dostyk::store
