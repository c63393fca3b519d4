#include "cli/studio.hpp"

#include "core/time.hpp"

namespace dostyk::cli {

Result<Studio> open_studio(const std::filesystem::path& folder, std::string_view style_name,
                           Source source, Language language, Diagnostics& findings)
{
    if (const Status status = check_tz_database(); !status) {
        return status.error();
    }
    auto paths = find_paths();
    if (!paths) {
        return paths.error();
    }
    const std::filesystem::path target = folder.empty() ? paths->data / "kz-kg" : folder;
    auto read = read_project(target, source, language, findings);
    if (!read) {
        return read.error();
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
                  target,
                  std::make_shared<const geo::MapData>(*std::move(map)),
                  std::make_shared<const model::Project>(std::move(read->project)),
                  std::move(read->state),
                  *std::move(style),
                  std::make_unique<text::FontSet>(*std::move(fonts)),
                  *std::move(icons)};
}

} // namespace dostyk::cli
