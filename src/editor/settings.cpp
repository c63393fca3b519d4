#include "editor/settings.hpp"

#include "core/files.hpp"
#include "json/document.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace dostyk::editor {

namespace {

std::filesystem::path file_in(const std::filesystem::path& config_dir)
{
    return config_dir / "settings.json";
}

/// The value of a key when it is there and of the type, else what stands already.
template <typename T>
void take(const nlohmann::json& from, const char* key, T& into)
{
    const auto found = from.find(key);
    if (found == from.end()) {
        return;
    }
    if constexpr (std::is_same_v<T, bool>) {
        into = found->is_boolean() ? found->get<bool>() : into;
    } else if constexpr (std::is_same_v<T, std::string>) {
        into = found->is_string() ? found->get<std::string>() : into;
    } else {
        into = found->is_number() ? found->get<T>() : into;
    }
}

/// The strings of an array, each once.
std::vector<std::string> strings_at(const nlohmann::json& from, const char* key)
{
    std::vector<std::string> strings;
    const auto found = from.find(key);
    if (found == from.end() || !found->is_array()) {
        return strings;
    }
    for (const nlohmann::json& item : *found) {
        const auto* text = item.get_ptr<const std::string*>();
        if (text != nullptr && std::find(strings.begin(), strings.end(), *text) == strings.end()) {
            strings.push_back(*text);
        }
    }
    return strings;
}

std::optional<Language> language_at(const nlohmann::json& from, const char* key)
{
    std::string code;
    take(from, key, code);
    return code.empty() ? std::nullopt : parse_language(code);
}

std::optional<scene::Camera> camera_in(const nlohmann::json& root)
{
    const auto found = root.find("camera");
    if (found == root.end() || !found->is_object()) {
        return std::nullopt;
    }
    scene::Camera camera;
    take(*found, "x", camera.centre.x);
    take(*found, "y", camera.centre.y);
    take(*found, "zoom", camera.zoom);
    return scene::clamped(camera);
}

Settings from_json(const nlohmann::json& root, Settings settings)
{
    settings.language = language_at(root, "language").value_or(settings.language);
    settings.second_language = language_at(root, "second_language");
    take(root, "ui_scale", settings.ui_scale);
    settings.ui_scale = std::clamp(settings.ui_scale, min_ui_scale, max_ui_scale);
    take(root, "style", settings.style);
    take(root, "is_motion_reduced", settings.is_motion_reduced);
    settings.camera = camera_in(root);
    std::string mode;
    take(root, "mode", mode);
    settings.mode = scene::parse_map_mode(mode).value_or(settings.mode);
    take(root, "is_left_open", settings.is_left_open);
    take(root, "is_right_open", settings.is_right_open);
    take(root, "is_bottom_open", settings.is_bottom_open);
    take(root, "left_width", settings.left_width);
    take(root, "right_width", settings.right_width);
    take(root, "is_dock_open", settings.is_dock_open);
    take(root, "dock_height", settings.dock_height);
    take(root, "window_width", settings.window_width);
    take(root, "window_height", settings.window_height);
    take(root, "is_full_screen", settings.is_full_screen);
    settings.pinned = strings_at(root, "pinned");
    constexpr int least_window = 320;
    constexpr int largest_window = 16384;
    if (std::min(settings.window_width, settings.window_height) < least_window ||
        std::max(settings.window_width, settings.window_height) > largest_window) {
        settings.window_width = settings.window_height = 0;
    }
    constexpr float narrowest = 220;
    constexpr float widest = 640;
    settings.left_width = std::clamp(settings.left_width, narrowest, widest);
    settings.right_width = std::clamp(settings.right_width, narrowest, widest);
    constexpr float lowest = 120;
    constexpr float highest = 1200;
    settings.dock_height = std::clamp(settings.dock_height, lowest, highest);
    return settings;
}

} // namespace

Settings load_settings(const std::filesystem::path& config_dir, Diagnostics& diagnostics)
{
    Settings defaults;
    defaults.language = system_language();
    const auto file = file_in(config_dir);
    const auto text = read_file(file);
    if (!text) {
        return defaults; // the first start
    }
    const auto document = json::parse(*text, file.string(), diagnostics);
    if (!document || !document->root().is_object()) {
        return defaults;
    }
    return from_json(document->root(), defaults);
}

Status save_settings(const Settings& settings, const std::filesystem::path& config_dir)
{
    nlohmann::json root{
        {"format", "dostyk-settings"},
        {"version", 1},
        {"language", code_of(settings.language)},
        {"ui_scale", settings.ui_scale},
        {"style", settings.style},
        {"is_motion_reduced", settings.is_motion_reduced},
        {"mode", scene::name_of(settings.mode)},
        {"is_left_open", settings.is_left_open},
        {"is_right_open", settings.is_right_open},
        {"is_bottom_open", settings.is_bottom_open},
        {"window_width", settings.window_width},
        {"window_height", settings.window_height},
        {"is_full_screen", settings.is_full_screen},
        {"pinned", settings.pinned},
        {"left_width", settings.left_width},
        {"right_width", settings.right_width},
        {"is_dock_open", settings.is_dock_open},
        {"dock_height", settings.dock_height},
    };
    if (settings.second_language) {
        root["second_language"] = code_of(*settings.second_language);
    }
    if (settings.camera) {
        root["camera"] = {{"x", settings.camera->centre.x},
                          {"y", settings.camera->centre.y},
                          {"zoom", settings.camera->zoom}};
    }
    return write_file_atomically(file_in(config_dir), json::to_canonical_text(root));
}

} // namespace dostyk::editor
