/// \file
/// Whole files in and out.

#pragma once

#include "core/result.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace dostyk {

/// Read a file whole. Errors: not_found, unreadable (a folder, a device, no permission).
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path);

/// Make a folder and those above it that are missing, so that they outlive a loss of power: each
/// new name is synced in the folder that holds it. What cannot be made shows when it is used.
/// Errors: write_failed (the disk did not confirm a new name).
[[nodiscard]] Status make_folders(const std::filesystem::path& folder);

/// Who may read a file that is written.
enum class FileAccess {
    shared, ///< As the file was before; a new one as the user's files are
    owner,  ///< Its owner alone
};

/// Replace a file so that a crash leaves either the old or the new one: written beside it, synced
/// and renamed. Creates the parent folders. A link stays a link: the file that it points to is
/// replaced. Anything but a file (a device, a folder) is refused. Errors: write_failed; where the
/// disk does not confirm the new name, the new content is there but may be lost with the power.
[[nodiscard]] Status write_file_atomically(const std::filesystem::path& path,
                                           std::string_view content,
                                           FileAccess access = FileAccess::shared);

/// Give a file that another library has written the name that it is for, so that a crash leaves
/// either the old or the new one: synced and renamed. Both are in one folder. Errors: write_failed;
/// `made` is then gone.
[[nodiscard]] Status put_in_place(const std::filesystem::path& made,
                                  const std::filesystem::path& path);

/// Remove a file so that it stays removed after a loss of power; one that is not there is none.
/// Errors: write_failed.
[[nodiscard]] Status remove_file(const std::filesystem::path& path);

/// The path itself, or the first of "name-2.png", "name-3.png" that is not there.
[[nodiscard]] std::filesystem::path first_free(const std::filesystem::path& path);

} // namespace dostyk
