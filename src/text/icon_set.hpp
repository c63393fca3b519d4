/// \file
/// Icons of assets/icons/*.svg as distance fields.

#pragma once

#include "core/result.hpp"
#include "text/font_set.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace dostyk::text {

/// One icon, drawn on a 24 x 24 grid; lengths in [em], 1 em = 24 grid units.
struct Icon {
    std::string name; ///< The file's name without ".svg".
    GlyphBitmap bitmap;
};

/// Rasterise every SVG of a folder, sorted by name.
///
/// Reads the subset that we draw in: one <svg viewBox="0 0 24 24"> with <path d> of M L H V C Q Z
/// (absolute and relative), filled, fill-rule evenodd or nonzero. Anything else is an error that
/// names the file.
[[nodiscard]] Result<std::vector<Icon>> load_icons(const std::filesystem::path& icons_dir);

} // namespace dostyk::text
