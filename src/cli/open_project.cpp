#include "cli/open_project.hpp"

#include "cli/console.hpp"
#include "gis/map_file.hpp"
#include "io/documents.hpp"
#include "io/project_folder.hpp"
#include "store/folder_sync.hpp"
#include "store/stored_project.hpp"
#include "store/working_store.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <system_error>
#include <utility>

namespace dostyk::cli {

namespace fs = std::filesystem;

namespace {

/// A folder that is shown as its working store has it: said, so that nobody wonders.
void say_if_newer(const store::OpenProject& project, const fs::path& path, Language language)
{
    if (project.folder.empty()) {
        return;
    }
    if (const auto count = project.store->count_unwritten()) {
        complain(
            tr(language, Message{"store.newer",
                                 {{"folder", path.string()}, {"count", std::to_string(*count)}}}));
    }
}

Result<ReadProject> read_files(const fs::path& path, const fs::path& transport,
                               Diagnostics& diagnostics)
{
    auto project = io::read_project(path, transport, diagnostics);
    if (!project) {
        return project.error();
    }
    return ReadProject{*std::move(project), {}};
}

Contents contents_of(model::Project project)
{
    std::map<std::pair<std::string, std::string>, std::int64_t> rows;
    for (const model::Entity& entity : project.entities) {
        ++rows[{entity.kind, std::string(model::name_of(entity.pack))}];
    }
    Contents contents;
    for (const auto& [of, count] : rows) {
        contents.counts.push_back({of.first, of.second, count});
    }
    project.entities = {};
    contents.settings = std::move(project);
    return contents;
}

Result<Contents> contents_of(store::Store& store)
{
    auto counts = store.count_rows();
    const auto settings = store.rows().find(io::settings_kind, io::settings_id);
    if (!counts || !settings) {
        return counts ? settings.error() : counts.error();
    }
    Diagnostics of_row; // a row that is kept was sound
    const io::DocumentText text{settings->kind, settings->id, settings->doc};
    return Contents{io::project_of(std::array{text}, of_row), *std::move(counts)};
}

} // namespace

Result<Contents> read_contents(const fs::path& path, Source source, Language language)
{
    std::error_code error;
    if (source == Source::latest && fs::exists(path, error)) {
        Diagnostics diagnostics;
        const auto newer = store::open_if_newer(path, diagnostics);
        if (!newer) {
            return newer.error();
        }
        if (*newer) {
            complain_of(diagnostics, language);
            say_if_newer(**newer, path, language);
            return contents_of(*(*newer)->store);
        }
    }
    auto project = open_project(path, Source::files, language);
    return project ? Result<Contents>(contents_of(*std::move(project))) : project.error();
}

Result<ReadProject> read_project(const fs::path& path, Source source, Language language,
                                 Diagnostics& diagnostics)
{
    const auto paths = find_paths();
    const fs::path transport = paths ? paths->data / "transport" : fs::path();
    std::error_code error;
    if (source == Source::files || !fs::exists(path, error)) {
        return read_files(path, transport, diagnostics);
    }
    const auto newer = store::open_if_newer(path, diagnostics);
    if (!newer) {
        return newer.error();
    }
    if (!*newer) {
        return read_files(path, transport, diagnostics);
    }
    say_if_newer(**newer, path, language);
    auto stored = store::read_project(*(*newer)->store, diagnostics);
    if (!stored) {
        return stored.error();
    }
    io::read_transport_of(path, transport, stored->project, diagnostics);
    return ReadProject{std::move(stored->project), store::ReadState{(*newer)->file, stored->rev}};
}

Result<std::vector<store::Row>> read_rows(const fs::path& path, Source source, Language language,
                                          Diagnostics& diagnostics)
{
    if (source == Source::latest) {
        const auto newer = store::open_if_newer(path, diagnostics);
        if (!newer) {
            return newer.error();
        }
        if (*newer) {
            say_if_newer(**newer, path, language);
            return (*newer)->store->read_all();
        }
    }
    return store::read_rows(path, diagnostics);
}

Result<model::Project> open_project(const fs::path& path, Source source, Language language)
{
    Diagnostics diagnostics;
    auto read = read_project(path, source, language, diagnostics);
    complain_of(diagnostics, language);
    if (!read) {
        return read.error();
    }
    return std::move(read->project);
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
