#include "io/project_json.hpp"

#include "io/entity_json.hpp"
#include "model/validate_value.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace dostyk::io {

namespace {

/// Zooms that the map can show; the camera, which io does not know, has the same.
constexpr double min_view_zoom = 2.5, max_view_zoom = 14;

constexpr std::array<std::string_view, 2> packs{"strict", "enriched"};
constexpr std::array<std::string_view, 2> countries{"KZ", "KG"};

void read_view(JsonReader& reader, const Node& node, model::OpeningView& view)
{
    if (!reader.is_object(node, "object {lat, lon, zoom}")) {
        return;
    }
    reader.check_keys(node, {"lat", "lon", "zoom"});
    const auto number = [&](std::string_view key, double otherwise) {
        const auto member = reader.need(node, key);
        return member ? reader.number_of(*member).value_or(otherwise) : otherwise;
    };
    const model::OpeningView read{{number("lon", view.centre.lon), number("lat", view.centre.lat)},
                                  number("zoom", view.zoom)};
    if (!model::is_on_map(read.centre) || read.zoom < min_view_zoom || read.zoom > max_view_zoom) {
        reader.report("view_outside", node.pointer, {});
        return;
    }
    view = read;
}

/// "packs" and "countries" say which format this is; only these lists are known.
void check_list(JsonReader& reader, const Node& root, std::string_view key,
                std::span<const std::string_view> expected)
{
    const auto node = reader.need(root, key);
    const auto strings = node ? reader.strings_of(*node) : std::nullopt;
    if (strings &&
        !std::equal(strings->begin(), strings->end(), expected.begin(), expected.end())) {
        reader.report("wrong_list", node->pointer,
                      {{"key", std::string(key)},
                       {"expected", std::string(expected[0]) + ", " + std::string(expected[1])}});
    }
}

} // namespace

bool read_settings(JsonReader& reader, model::Project& project)
{
    const Node root = reader.root();
    if (!reader.is_object(root) || !has_format(reader, root, project_format)) {
        return false;
    }
    reader.check_keys(
        root, {"countries", "default_pack", "format", "id", "name", "packs", "version", "view"});
    if (const auto node = reader.need(root, "id")) {
        project.id = reader.string_of(*node).value_or("");
        if (!is_id(project.id)) {
            reader.report("bad_id", node->pointer, {{"id", project.id}});
        }
    }
    if (const auto node = reader.need(root, "name")) {
        project.name = reader.text4_of(*node).value_or(Text4{});
        for (const Language language : all_languages) {
            if (node->value.is_object() && !project.name.has(language)) {
                reader.report("missing_key", node->pointer,
                              {{"key", std::string(code_of(language))}});
            }
        }
    }
    if (const auto node = reader.need(root, "default_pack")) {
        project.default_pack = read_pack(reader, *node).value_or(model::Pack::enriched);
    }
    if (const auto node = reader.need(root, "view")) {
        read_view(reader, *node, project.view);
    }
    check_list(reader, root, "packs", packs);
    check_list(reader, root, "countries", countries);
    return true;
}

std::string settings_to_text(const model::Project& project)
{
    nlohmann::json name = nlohmann::json::object();
    for (const Language language : all_languages) {
        if (project.name.has(language)) {
            name[std::string(code_of(language))] = project.name[language];
        }
    }
    return json::to_canonical_text({{"countries", countries},
                                    {"default_pack", name_of(project.default_pack)},
                                    {"format", project_format},
                                    {"id", project.id},
                                    {"name", std::move(name)},
                                    {"packs", packs},
                                    {"version", format_version},
                                    {"view",
                                     {{"lat", project.view.centre.lat},
                                      {"lon", project.view.centre.lon},
                                      {"zoom", project.view.zoom}}}});
}

} // namespace dostyk::io
