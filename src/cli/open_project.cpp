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

Status use_own_boundaries(const fs::path& folder, geo::MapData& map)
{
    std::error_code error;
    const fs::path file = folder / boundaries_file;
    if (!fs::exists(file, error)) {
        return ok();
    }
    const auto regions =
        std::find_if(map.layers.begin(), map.layers.end(),
                     [](const geo::Layer& each) { return each.name == "regions"; });
    if (regions == map.layers.end()) {
        return ok();
    }
    gis::BoundaryMismatch mismatch;
    auto joined = gis::join_boundaries(*regions, file, mismatch);
    if (!joined) {
        return joined.error();
    }
    *regions = std::move(*joined);
    return ok();
}

model::UnitNames unit_names_of(const geo::MapData& map)
{
    model::UnitNames names;
    const geo::Layer* regions = map.find_layer("regions");
    if (regions == nullptr) {
        return names;
    }
    for (const geo::Feature& feature : regions->features) {
        Text4 name;
        for (const Language language : all_languages) {
            name[language] =
                geo::text_at(*regions, feature, "name_" + std::string(code_of(language)));
        }
        const std::string code = geo::text_at(*regions, feature, "iso");
        // A code may have had other bounds and another name before: the current one counts.
        const bool is_current = geo::text_at(*regions, feature, "valid_to").empty();
        if (!code.empty() && (is_current || !names.contains(code))) {
            names[code] = std::move(name);
        }
    }
    return names;
}

std::vector<std::string> unit_codes_of(const geo::MapData& map)
{
    std::vector<std::string> codes;
    for (const auto& [code, name] : unit_names_of(map)) {
        codes.push_back(code);
    }
    return codes;
}

} // namespace dostyk::cli
