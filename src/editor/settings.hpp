/// \file
/// What the program remembers of its user: settings.json in the user's configuration folder.

#pragma once

#include "core/diagnostics.hpp"
#include "core/result.hpp"
#include "editor/arrangement.hpp"
#include "scene/camera.hpp"
#include "scene/map_mode.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dostyk::editor {

/// Kept from one start to the next.
struct Settings {
    Language language = Language::en;
    std::optional<Language> second_language; ///< Two-line labels
    std::optional<float> ui_scale;           ///< 0.75 to 3; nothing = as the screen's
    float screen_scale = 1;                  ///< Told by the window, and not kept
    std::string style = "hall";
    bool is_motion_reduced = false;
    std::optional<scene::Camera> camera; ///< Nothing = the project's opening view
    scene::MapMode mode = scene::MapMode::events;
    LayoutId layout = LayoutId::explore;
    Arrangement panels; ///< The open layout, as it was left
    std::map<LayoutId, Arrangement>
        other_layouts;               ///< The ones that are not open, as they were left
    std::vector<std::string> recent; ///< Projects that were open, the last one first
    int window_width = 0;            ///< [px] 0 = as large as the desktop gives comfortably
    int window_height = 0;
    bool is_full_screen = false;
    std::vector<std::string> pinned; ///< Entities that the list shows first, in this order
    std::string meeting;             ///< That is planned; empty = nobody has chosen one.

    friend bool operator==(const Settings&, const Settings&) = default;
};

[[nodiscard]] inline float scale_of(const Settings& settings)
{
    return settings.ui_scale.value_or(settings.screen_scale);
}

inline constexpr float min_ui_scale = 0.75F;
inline constexpr float max_ui_scale = 3.0F;

/// How much larger than full HD a screen or a picture is, by its narrower side; less than 1 where
/// it is smaller. [px]
[[nodiscard]] inline float times_full_hd(int width, int height)
{
    return std::min(static_cast<float>(width) / 1920, static_cast<float>(height) / 1080);
}

/// Put a project at the head of the recent ones; each stands there once.
void remember_project(Settings& settings, const std::filesystem::path& path);

/// First start: the system's language. A broken file gives the defaults and a finding; a value out
/// of its range is brought back into it.
[[nodiscard]] Settings load_settings(const std::filesystem::path& config_dir,
                                     Diagnostics& diagnostics);

[[nodiscard]] Status save_settings(const Settings& settings,
                                   const std::filesystem::path& config_dir);

} // namespace dostyk::editor
