/// \file
/// What the open program holds: project, view, selection, time. Headless; panels draw it and submit
/// actions to it.

#pragma once

#include "core/diagnostics.hpp"
#include "editor/actions.hpp"
#include "editor/search.hpp"
#include "model/project.hpp"
#include "scene/compose.hpp"
#include "scene/motion.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace dostyk::editor {

/// Kept in $XDG_CONFIG_HOME/dostyk/settings.json.
struct Settings {
    Language language = Language::en;
    bool has_second_language = false;
    Language second_language = Language::en;
    float ui_scale = 1; ///< 0.75 to 3
    std::string style = "hall";
    bool is_motion_reduced = false;
    scene::Camera camera;
    bool has_camera = false; ///< false = the project's opening view
    scene::MapMode mode = scene::MapMode::events;
    bool is_left_open = true, is_right_open = true, is_bottom_open = true;
    float left_width = 320, right_width = 380, bottom_height = 96; ///< [px at scale 1]

    friend bool operator==(const Settings&, const Settings&) = default;
};

/// Settings of the folder; defaults where there are none. A broken file is reported, not fatal.
[[nodiscard]] Settings load_settings(const std::filesystem::path& config_dir,
                                     Diagnostics& diagnostics);
[[nodiscard]] Status save_settings(const Settings& settings,
                                   const std::filesystem::path& config_dir);

/// Years that the time slider spans, and the ones where something is dated.
struct Timeline {
    int first_year = 0;
    int last_year = 0;
    std::vector<std::pair<std::string, std::string>> events; ///< (ISO date, entity id), sorted
};

[[nodiscard]] Timeline make_timeline(const model::Project& project, model::Pack pack);

} // namespace dostyk::editor
