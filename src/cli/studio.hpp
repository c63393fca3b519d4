/// \file
/// All that a picture is made of, read from disk: for the render verb and for the window.

#pragma once

#include "cli/open_project.hpp"
#include "core/diagnostics.hpp"
#include "core/paths.hpp"
#include "core/result.hpp"
#include "geo/layer.hpp"
#include "model/project.hpp"
#include "scene/style.hpp"
#include "text/font_set.hpp"
#include "text/icon_set.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace dostyk::cli {

struct Studio {
    Paths paths;
    std::filesystem::path path;              ///< Of the project: a folder, or a store file
    std::shared_ptr<const geo::MapData> map; ///< With the project's own boundaries, where it has.
    std::shared_ptr<const model::Project> project;
    std::optional<store::ReadState> state; ///< Of the store that the project was read from
    scene::Style style;
    std::unique_ptr<text::FontSet> fonts; ///< Composers keep a reference.
    std::vector<text::Icon> icons;
};

/// The first thing that is missing is the error, a tz database that is too old among them.
///
/// \param folder    Of the project, or a store file; empty = the bundled one.
/// \param findings  What is wrong with single entities: the project opens all the same.
[[nodiscard]] Result<Studio> open_studio(const std::filesystem::path& folder,
                                         std::string_view style, Source source, Language language,
                                         Diagnostics& findings);

} // namespace dostyk::cli
