#include "cli/studio.hpp"

#include "cli/open_project.hpp"
#include "core/time.hpp"
#include "io/project_folder.hpp"

namespace dostyk::cli {

Result<Studio> open_studio(const std::filesystem::path& folder, std::string_view style_name,
                           Diagnostics& findings)
{
    if (const Status status = check_tz_database(); !status) {
        return status.error();
    }
    auto paths = find_paths();
    if (!paths) {
        return paths.error();
    }
    const std::filesystem::path target = folder.empty() ? paths->data / "kz-kg" : folder;
    auto project = io::read_project(target, paths->data / "transport", findings);
    if (!project) {
        return project.error();
    }
    auto map = open_map(target);
    if (!map) {
        return map.error();
    }
    auto style = scene::load_style(paths->assets / "styles", std::string(style_name));
    if (!style) {
        return style.error();
    }
    auto fonts = text::FontSet::load(paths->assets / "fonts");
    if (!fonts) {
        return fonts.error();
    }
    auto icons = text::load_icons(paths->assets / "icons");
    if (!icons) {
        return icons.error();
    }
    return Studio{*std::move(paths),
                  std::make_shared<const geo::MapData>(*std::move(map)),
                  std::make_shared<const model::Project>(*std::move(project)),
                  *std::move(style),
                  std::make_unique<text::FontSet>(*std::move(fonts)),
                  *std::move(icons)};
}

} // namespace dostyk::cli
