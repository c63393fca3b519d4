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
void make_folders(const std::filesystem::path& folder);

/// Who may read a file that is written.
enum class FileAccess {
    shared, ///< As the file was before; a new one as the user's files are
    owner,  ///< Its owner alone
};

/// Replace a file so that a crash leaves either the old or the new one: written beside it, synced
/// and renamed. Creates the parent folders. A link stays a link: the file that it points to is
/// replaced. Anything but a file (a device, a folder) is refused.
[[nodiscard]] Status write_file_atomically(const std::filesystem::path& path,
                                           std::string_view content,
                                           FileAccess access = FileAccess::shared);

} // namespace dostyk
