/// \file
/// Everything that the window needs, read from disk.

#pragma once

#include "core/diagnostics.hpp"
#include "core/paths.hpp"
#include "core/result.hpp"
#include "geo/layer.hpp"
#include "model/project.hpp"
#include "scene/style.hpp"
#include "text/font_set.hpp"
#include "text/icon_set.hpp"
#include "ui/shell.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace dostyk::app {

struct Loaded {
    Paths paths;
    std::shared_ptr<const geo::MapData> map;
    std::shared_ptr<const model::Project> project;
    std::optional<geo::Layer> boundaries; ///< The user's own regions, where the project has them
    scene::Style style;
    std::unique_ptr<text::FontSet> fonts;
    std::vector<text::Icon> icons;
    std::vector<ui::Attribution> attributions;
    Diagnostics findings; ///< Of the project; it opens all the same
};

/// The first thing that is missing is the error; findings about single entities are none.
[[nodiscard]] Result<Loaded> load_all(const std::filesystem::path& project_folder,
                                      const std::string& style);

/// Names of the current units by ISO code.
[[nodiscard]] model::UnitNames unit_names_of(const geo::MapData& map);

} // namespace dostyk::app
