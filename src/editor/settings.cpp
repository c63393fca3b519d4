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

/// What a file says of an arrangement, on top of what the layout is without it.
Arrangement arrangement_in(const nlohmann::json& from, Arrangement panels)
{
    if (!from.is_object()) {
        return panels;
    }
    take(from, "is_left_open", panels.is_left_open);
    take(from, "is_right_open", panels.is_right_open);
    take(from, "is_dock_open", panels.is_dock_open);
    take(from, "is_timeline_open", panels.is_timeline_open);
    take(from, "left_width", panels.left_width);
    take(from, "right_width", panels.right_width);
    take(from, "dock_height", panels.dock_height);
    constexpr float narrowest = 220;
    constexpr float widest = 640;
    panels.left_width = std::clamp(panels.left_width, narrowest, widest);
    panels.right_width = std::clamp(panels.right_width, narrowest, widest);
    constexpr float lowest = 120;
    constexpr float highest = 1200;
    if (panels.dock_height != 0) {
        panels.dock_height = std::clamp(panels.dock_height, lowest, highest);
    }
    for (const PanelId panel : all_panels) {
        std::string slot;
        take(from, std::string(name_of(panel)).c_str(), slot);
        auto& place = panels.slots[static_cast<std::size_t>(panel)];
        place = parse_slot(slot).value_or(place);
    }
    for (const std::string& name : strings_at(from, "fronts")) {
        if (const auto panel = parse_panel(name)) {
            panels.bring_forward(*panel);
        }
    }
    return panels;
}

nlohmann::json arrangement_json(const Arrangement& panels)
{
    nlohmann::json made{
        {"is_left_open", panels.is_left_open}, {"is_right_open", panels.is_right_open},
        {"is_dock_open", panels.is_dock_open}, {"is_timeline_open", panels.is_timeline_open},
        {"left_width", panels.left_width},     {"right_width", panels.right_width},
        {"dock_height", panels.dock_height},
    };
    for (const PanelId panel : all_panels) {
        made[std::string(name_of(panel))] = name_of(panels.slot_of(panel));
    }
    nlohmann::json fronts = nlohmann::json::array();
    for (const Slot slot : all_slots) {
        if (const auto front = panels.front_of(slot)) {
            fronts.push_back(name_of(*front));
        }
    }
    made["fronts"] = std::move(fronts);
    return made;
}

std::optional<float> scale_in(const nlohmann::json& root)
{
    float scale = 0;
    take(root, "ui_scale", scale);
    return scale != 0 ? std::optional(std::clamp(scale, min_ui_scale, max_ui_scale)) : std::nullopt;
}

void take_layouts(const nlohmann::json& root, Settings& settings)
{
    std::string open;
    take(root, "layout", open);
    settings.layout = parse_layout(open).value_or(settings.layout);
    const auto layouts = root.find("layouts");
    for (const LayoutId layout : all_layouts) {
        const std::string name(name_of(layout));
        const bool is_told =
            layouts != root.end() && layouts->is_object() && layouts->contains(name);
        if (layout == settings.layout) {
            settings.panels = make_arrangement(layout);
        }
        if (is_told) {
            const Arrangement told = arrangement_in((*layouts)[name], make_arrangement(layout));
            (layout == settings.layout ? settings.panels : settings.other_layouts[layout]) = told;
        }
    }
}

nlohmann::json layouts_json(const Settings& settings)
{
    nlohmann::json made{{std::string(name_of(settings.layout)), arrangement_json(settings.panels)}};
    for (const auto& [layout, panels] : settings.other_layouts) {
        made[std::string(name_of(layout))] = arrangement_json(panels);
    }
    return made;
}

Settings from_json(const nlohmann::json& root, Settings settings)
{
    settings.language = language_at(root, "language").value_or(settings.language);
    settings.second_language = language_at(root, "second_language");
    settings.ui_scale = scale_in(root);
    take(root, "style", settings.style);
    take(root, "is_motion_reduced", settings.is_motion_reduced);
    settings.camera = camera_in(root);
    std::string mode;
    take(root, "mode", mode);
    settings.mode = scene::parse_map_mode(mode).value_or(settings.mode);
    take_layouts(root, settings);
    settings.recent = strings_at(root, "recent");
    take(root, "window_width", settings.window_width);
    take(root, "window_height", settings.window_height);
    take(root, "is_full_screen", settings.is_full_screen);
    settings.pinned = strings_at(root, "pinned");
    take(root, "meeting", settings.meeting);
    constexpr int least_window = 320;
    constexpr int largest_window = 16384;
    if (std::min(settings.window_width, settings.window_height) < least_window ||
        std::max(settings.window_width, settings.window_height) > largest_window) {
        settings.window_width = settings.window_height = 0;
    }
    return settings;
}

} // namespace

void remember_project(Settings& settings, const std::filesystem::path& path)
{
    constexpr std::size_t most = 10;
    std::error_code ignored;
    const auto found = std::filesystem::weakly_canonical(path, ignored);
    const std::string name = (found.empty() ? path : found).string();
    std::erase(settings.recent, name);
    settings.recent.insert(settings.recent.begin(), name);
    settings.recent.resize(std::min(settings.recent.size(), most));
}

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
        {"style", settings.style},
        {"is_motion_reduced", settings.is_motion_reduced},
        {"mode", scene::name_of(settings.mode)},
        {"layout", name_of(settings.layout)},
        {"layouts", layouts_json(settings)},
        {"recent", settings.recent},
        {"window_width", settings.window_width},
        {"window_height", settings.window_height},
        {"is_full_screen", settings.is_full_screen},
        {"pinned", settings.pinned},
        {"meeting", settings.meeting},
    };
    if (settings.ui_scale) {
        root["ui_scale"] = *settings.ui_scale;
    }
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
