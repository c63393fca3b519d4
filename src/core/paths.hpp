/// \file
/// Where things lie: bundled assets, the user's settings.

#pragma once

#include "core/result.hpp"

#include <filesystem>

namespace dostyk {

/// Roots of what the program ships.
struct Paths {
    std::filesystem::path assets;
    std::filesystem::path maps;
    std::filesystem::path data;
};

/// Find the shipped folders from any working directory.
///
/// Looks at $DOSTYK_HOME, then <prefix>/share/dostyk beside the binary, then the source tree.
/// \returns Error not_found with the places that were tried.
[[nodiscard]] Result<Paths> find_paths();

/// $XDG_CONFIG_HOME/dostyk, or ~/.config/dostyk. Not created.
[[nodiscard]] std::filesystem::path config_dir();

/// $XDG_STATE_HOME/dostyk, or ~/.local/state/dostyk. Not created.
[[nodiscard]] std::filesystem::path state_dir();

} // namespace dostyk
