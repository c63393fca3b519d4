/// \file
/// Everything that the window needs, read from disk.

#pragma once

#include "cli/studio.hpp"
#include "ui/shell.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace dostyk::app {

struct Loaded : cli::Studio {
    std::vector<ui::Attribution> attributions;
    Diagnostics findings; ///< Of the project; it opens all the same
};

/// The first thing that is missing is the error; findings about single entities are none.
[[nodiscard]] Result<Loaded> load_all(const std::filesystem::path& project_folder,
                                      const std::string& style, Language language = Language::en);

} // namespace dostyk::app
