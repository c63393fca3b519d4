#include "app/load.hpp"

#include "core/files.hpp"
#include "core/time.hpp"
#include "gis/map_file.hpp"
#include "io/attribution.hpp"
#include "io/project_folder.hpp"

#include <system_error>

namespace dostyk::app {

namespace fs = std::filesystem;

Result<Loaded> load_all(const fs::path& project_folder, const std::string& style_name)
{
    if (const Status status = check_tz_database(); !status) {
        return status.error();
    }
    auto paths = find_paths();
    if (!paths) {
        return paths.error();
    }
    auto map = gis::read_base_map(paths->maps / "base.gpkg");
    if (!map) {
        return map.error();
    }
    Diagnostics findings;
    const fs::path folder = project_folder.empty() ? paths->data / "kz-kg" : project_folder;
    auto project = io::read_project(folder, paths->data / "transport", findings);
    if (!project) {
        return project.error();
    }
    auto style = scene::load_style(paths->assets / "styles", style_name);
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
    std::optional<geo::Layer> boundaries;
    std::error_code error;
    if (const fs::path own = folder / "boundaries.gpkg"; fs::exists(own, error)) {
        auto file = gis::read_map_file(own);
        if (!file) {
            return file.error();
        }
        boundaries = std::move(file->layers.front());
    }
    std::vector<ui::Attribution> attributions;
    for (auto& source : io::read_attributions(paths->maps / "attribution.json", findings)) {
        attributions.push_back(
            {std::move(source.name), std::move(source.licence), std::move(source.text)});
    }
    return Loaded{std::move(*paths),
                  std::make_shared<const geo::MapData>(std::move(*map)),
                  std::make_shared<const model::Project>(std::move(*project)),
                  std::move(boundaries),
                  std::move(*style),
                  std::make_unique<text::FontSet>(std::move(*fonts)),
                  std::move(*icons),
                  std::move(attributions),
                  std::move(findings)};
}

model::UnitNames unit_names_of(const geo::MapData& map)
{
    model::UnitNames names;
    for (const char* layer_name : {"countries", "regions"}) {
        const geo::Layer* layer = map.find_layer(layer_name);
        if (layer == nullptr) {
            continue;
        }
        for (const geo::Feature& feature : layer->features) {
            if (geo::text_at(*layer, feature, "valid_to").empty()) {
                names[geo::text_at(*layer, feature, "iso")] =
                    Text4{{geo::text_at(*layer, feature, "name_kk"),
                           geo::text_at(*layer, feature, "name_ky"),
                           geo::text_at(*layer, feature, "name_ru"),
                           geo::text_at(*layer, feature, "name_en")}};
            }
        }
    }
    return names;
}

} // namespace dostyk::app
