#include "cli/open_project.hpp"

#include "cli/console.hpp"
#include "gis/map_file.hpp"
#include "io/project_folder.hpp"

#include <algorithm>
#include <system_error>

namespace dostyk::cli {

namespace fs = std::filesystem;

Result<model::Project> open_project(const fs::path& folder, Language language)
{
    const auto paths = find_paths();
    const fs::path transport = paths ? paths->data / "transport" : fs::path();
    Diagnostics diagnostics;
    auto project = io::read_project(folder, transport, diagnostics);
    for (const Finding& finding : diagnostics.findings) {
        complain(text_of(finding, language));
    }
    return project;
}

Result<geo::MapData> open_base_map()
{
    const auto paths = find_paths();
    if (!paths) {
        return paths.error();
    }
    return gis::read_base_map(paths->maps / "base.gpkg");
}

Result<geo::MapData> open_map(const fs::path& folder)
{
    auto map = open_base_map();
    std::error_code error;
    const fs::path file = folder / boundaries_file;
    if (!map || !fs::exists(file, error)) {
        return map;
    }
    const auto regions =
        std::find_if(map->layers.begin(), map->layers.end(),
                     [](const geo::Layer& each) { return each.name == "regions"; });
    if (regions == map->layers.end()) {
        return map;
    }
    gis::BoundaryMismatch mismatch;
    auto joined = gis::join_boundaries(*regions, file, mismatch);
    if (!joined) {
        return joined.error();
    }
    *regions = *std::move(joined);
    return map;
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
            const std::string code = geo::text_at(*layer, feature, "iso");
            // A code may have had other bounds and another name before: the current one counts.
            const bool is_current = geo::text_at(*layer, feature, "valid_to").empty();
            if (code.empty() || (!is_current && names.contains(code))) {
                continue;
            }
            Text4& name = names[code];
            for (const Language language : all_languages) {
                name[language] =
                    geo::text_at(*layer, feature, "name_" + std::string(code_of(language)));
            }
        }
    }
    return names;
}

std::vector<std::string> unit_codes_of(const geo::MapData& map)
{
    std::vector<std::string> codes;
    const geo::Layer* regions = map.find_layer("regions");
    for (std::size_t i = 0; regions != nullptr && i < regions->features.size(); ++i) {
        codes.push_back(geo::text_at(*regions, regions->features[i], "iso"));
    }
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes;
}

} // namespace dostyk::cli
