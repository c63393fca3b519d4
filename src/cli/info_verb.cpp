#include "cli/console.hpp"
#include "cli/open_project.hpp"
#include "cli/options.hpp"
#include "cli/verbs.hpp"
#include "gis/map_file.hpp"
#include "model/schema.hpp"
#include "store/working_store.hpp"
#include "json/document.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <system_error>

namespace dostyk::cli {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

/// Name of the geometry that a layer's features have; "none" for a table without any.
std::string geometry_of(const geo::Layer& layer)
{
    for (const geo::Feature& feature : layer.features) {
        switch (feature.geometry.index()) {
        case 1:
            return "point";
        case 2:
            return "line";
        case 3:
            return "polygon";
        default:
            break;
        }
    }
    return "none";
}

Json layers_of(const geo::MapData& map)
{
    Json layers = Json::array();
    for (const geo::Layer& layer : map.layers) {
        layers.push_back({{"name", layer.name},
                          {"features", layer.features.size()},
                          {"geometry", geometry_of(layer)},
                          {"fields", layer.fields}});
    }
    if (map.relief.width > 0) {
        layers.push_back({{"name", "relief"},
                          {"features", 0},
                          {"geometry", "raster"},
                          {"fields", Json::array()},
                          {"width", map.relief.width},
                          {"height", map.relief.height}});
    }
    return layers;
}

Json entities_of(const Contents& contents, model::Pack pack)
{
    Json entities = Json::object();
    for (const model::KindRule& kind : model::kinds()) {
        entities[std::string(kind.name)] = 0;
    }
    for (const store::RowCount& count : contents.counts) {
        const auto of = model::parse_pack(count.pack);
        if (of && (pack == model::Pack::enriched || *of == pack)) {
            entities[count.kind] = entities[count.kind].get<std::int64_t>() + count.rows;
        }
    }
    return entities;
}

void print(const Json& info, Language language)
{
    if (!info["entities"].empty()) {
        say(tr(language, "info.entities"));
    }
    for (const model::KindRule& kind : model::kinds()) {
        const std::string name(kind.name);
        if (info["entities"].contains(name) && info["entities"][name] != 0) {
            say(fmt::format("  {:>5}  {}", info["entities"][name].get<std::int64_t>(),
                            tr(language, "kind." + name + ".plural")));
        }
    }
    say(tr(language, "info.layers"));
    for (const Json& layer : info["layers"]) {
        if (layer.contains("width")) {
            const Message size{
                "info.size",
                {{"width", layer["width"].dump()}, {"height", layer["height"].dump()}}};
            say(fmt::format("         {} ({}, {})", layer["name"].get<std::string>(),
                            tr(language, "info.geometry.raster"), tr(language, size)));
            continue;
        }
        say(fmt::format("  {:>5}  {} ({})", layer["features"].get<std::size_t>(),
                        layer["name"].get<std::string>(),
                        tr(language, "info.geometry." + layer["geometry"].get<std::string>())));
    }
}

Result<Json> info_of_project(const fs::path& folder, std::optional<model::Pack> pack, Source source,
                             Language language)
{
    const auto contents = read_contents(folder, source, language);
    if (!contents) {
        return contents.error();
    }
    const auto map = open_map(folder);
    if (!map) {
        return map.error();
    }
    const model::Pack shown = pack.value_or(contents->settings.default_pack);
    return Json{{"entities", entities_of(*contents, shown)},
                {"layers", layers_of(*map)},
                {"pack", model::name_of(shown)},
                {"project", contents->settings.id}};
}

Result<Json> info_of_map(const fs::path& file)
{
    const auto map = gis::read_map_file(file);
    if (!map) {
        return map.error();
    }
    return Json{{"entities", Json::object()}, {"layers", layers_of(*map)}};
}

} // namespace

int run_info(const Arguments& arguments)
{
    const auto pack = read_pack_option(arguments);
    if (const Status status = need_target(arguments); !status || !pack) {
        return fail(status ? pack.error() : status.error(), arguments.language);
    }
    std::error_code error;
    const fs::path target(arguments.target);
    const bool is_file = fs::is_regular_file(target, error) || target.has_extension();
    const bool is_map = is_file && !fs::is_directory(target, error) && !store::is_store(target);
    const auto info =
        is_map ? info_of_map(target)
               : info_of_project(target, *pack, source_of(arguments), arguments.language);
    if (!info) {
        return fail(info.error(), arguments.language);
    }
    if (arguments.is_json) {
        say_raw(json::to_canonical_text(*info));
    } else {
        print(*info, arguments.language);
    }
    return exit_clean;
}

} // namespace dostyk::cli
