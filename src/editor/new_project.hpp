/// \file
/// A new project: a folder with the settings and nothing else.

#pragma once

#include "core/result.hpp"
#include "core/text4.hpp"

#include <filesystem>
#include <string>

namespace dostyk::editor {

/// Make a project of this name. Errors: invalid (no name, the place is taken), write_failed.
[[nodiscard]] Status make_project(const std::filesystem::path& folder, const Text4& name);

/// Where a project of a name would lie: below a folder for all of them, named with Latin letters.
[[nodiscard]] std::filesystem::path suggested_folder(const std::filesystem::path& below,
                                                     const std::string& name);

} // namespace dostyk::editor
