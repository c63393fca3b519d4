#include "io/project_json.hpp"

#include "io/entity_json.hpp"
#include "io/user_layer_json.hpp"
#include "model/schema.hpp"
#include "model/validate_value.hpp"

#include <nlohmann/json.hpp>

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

void read_view(JsonReader& reader, Node node, model::OpeningView& view)
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
        reader.report("view_outside", node, {});
        return;
    }
    view = read;
}

/// A field of the kind, or "id".
bool is_column(const model::KindRule& kind, std::string_view column)
{
    return column == "id" || model::find_field(kind, column) != nullptr;
}

/// The text of a member that may be missing; false, with a finding, where it is no text.
bool take_text(JsonReader& reader, Node node, std::string_view key, std::string& text)
{
    const auto member = reader.find(node, key);
    const auto read = member ? reader.string_of(*member) : std::optional(std::string());
    text = read.value_or("");
    return read.has_value();
}

/// Every column that a view names must be one of its kind.
bool has_known_columns(JsonReader& reader, Node node, const model::TableSetup& view)
{
    const model::KindRule* kind = model::find_kind(view.kind);
    std::string known;
    for (const model::KindRule& rule : model::kinds()) {
        known += (known.empty() ? "" : " ") + std::string(rule.name);
    }
    if (kind == nullptr) {
        reader.report_member("unknown_word", node, "kind", {{"word", view.kind}, {"words", known}});
        return false;
    }
    known = "id";
    for (const model::FieldRule& rule : kind->fields) {
        known += " " + std::string(rule.name);
    }
    const auto is_known = [&](std::string_view key, const std::string& column) {
        if (column.empty() || is_column(*kind, column)) {
            return true;
        }
        reader.report_member("unknown_word", node, key, {{"word", column}, {"words", known}});
        return false;
    };
    return std::all_of(view.columns.begin(), view.columns.end(),
                       [&](const std::string& column) { return is_known("columns", column); }) &&
           is_known("sort", view.sort) && is_known("filter_column", view.filter_column);
}

std::optional<model::TableSetup> read_table_setup(JsonReader& reader, Node node)
{
    if (!reader.is_object(node, "object {name, kind, columns, sort, filter}")) {
        return std::nullopt;
    }
    reader.check_keys(
        node, {"columns", "filter", "filter_column", "is_descending", "kind", "name", "sort"});
    model::TableSetup view;
    if (!reader.need(node, "name") || !reader.need(node, "kind")) {
        return std::nullopt;
    }
    bool is_sound = take_text(reader, node, "name", view.name);
    is_sound = take_text(reader, node, "kind", view.kind) && is_sound;
    is_sound = take_text(reader, node, "sort", view.sort) && is_sound;
    is_sound = take_text(reader, node, "filter", view.filter) && is_sound;
    is_sound = take_text(reader, node, "filter_column", view.filter_column) && is_sound;
    if (const auto member = reader.find(node, "columns")) {
        auto columns = reader.strings_of(*member);
        is_sound = columns.has_value() && is_sound;
        view.columns = std::move(columns).value_or(std::vector<std::string>());
    }
    if (const auto member = reader.find(node, "is_descending")) {
        const auto flag = reader.flag_of(*member);
        is_sound = flag.has_value() && is_sound;
        view.is_descending = flag.value_or(false);
    }
    return is_sound && has_known_columns(reader, node, view) ? std::optional(std::move(view))
                                                             : std::nullopt;
}

std::vector<model::TableSetup> read_views(JsonReader& reader, Node node)
{
    std::vector<model::TableSetup> views;
    if (!reader.is_array(node, "array {{name, kind, columns, sort, filter}, ...}")) {
        return views;
    }
    for (const Node each : node.elements()) {
        if (auto view = read_table_setup(reader, each)) {
            views.push_back(*std::move(view));
        }
    }
    return views;
}

/// "packs" and "countries" say which format this is; only these lists are known.
void check_list(JsonReader& reader, Node root, std::string_view key,
                std::span<const std::string_view> expected)
{
    const auto node = reader.need(root, key);
    const auto strings = node ? reader.strings_of(*node) : std::nullopt;
    if (strings &&
        !std::equal(strings->begin(), strings->end(), expected.begin(), expected.end())) {
        reader.report("wrong_list", *node,
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
    reader.check_keys(root, {"countries", "default_pack", "format", "id", "layers", "name", "packs",
                             "version", "view", "views"});
    if (const auto node = reader.need(root, "id")) {
        project.id = reader.string_of(*node).value_or("");
        if (!is_id(project.id)) {
            reader.report("bad_id", *node, {{"id", project.id}});
        }
    }
    if (const auto node = reader.need(root, "name")) {
        project.name = reader.text4_of(*node).value_or(Text4{});
        for (const Language language : all_languages) {
            if (node->is_object() && !project.name.has(language)) {
                reader.report("missing_key", *node, {{"key", std::string(code_of(language))}});
            }
        }
    }
    if (const auto node = reader.need(root, "default_pack")) {
        project.default_pack = read_pack(reader, *node).value_or(model::Pack::enriched);
    }
    if (const auto node = reader.need(root, "view")) {
        read_view(reader, *node, project.view);
    }
    const auto views = reader.find(root, "views");
    project.views = views ? read_views(reader, *views) : std::vector<model::TableSetup>{};
    const auto layers = reader.find(root, "layers");
    project.layers = layers ? read_user_layers(reader, *layers) : std::vector<model::UserLayer>{};
    check_list(reader, root, "packs", packs);
    check_list(reader, root, "countries", countries);
    return true;
}

nlohmann::json to_json(const model::TableSetup& view)
{
    nlohmann::json made = {{"kind", view.kind}, {"name", view.name}};
    const auto put = [&](const char* key, const std::string& text) {
        if (!text.empty()) {
            made[key] = text;
        }
    };
    put("sort", view.sort);
    put("filter", view.filter);
    put("filter_column", view.filter_column);
    if (!view.columns.empty()) {
        made["columns"] = view.columns;
    }
    if (view.is_descending) {
        made["is_descending"] = true;
    }
    return made;
}

std::string settings_to_text(const model::Project& project)
{
    nlohmann::json name = nlohmann::json::object();
    for (const Language language : all_languages) {
        if (project.name.has(language)) {
            name[std::string(code_of(language))] = project.name[language];
        }
    }
    nlohmann::json root{{"countries", countries},
                        {"default_pack", name_of(project.default_pack)},
                        {"format", project_format},
                        {"id", project.id},
                        {"name", std::move(name)},
                        {"packs", packs},
                        {"version", format_version},
                        {"view",
                         {{"lat", project.view.centre.lat},
                          {"lon", project.view.centre.lon},
                          {"zoom", project.view.zoom}}}};
    for (const model::TableSetup& view : project.views) {
        root["views"].push_back(to_json(view));
    }
    for (const model::UserLayer& layer : project.layers) {
        root["layers"][layer.id] = to_json(layer);
    }
    return json::to_canonical_text(root);
}

} // namespace dostyk::io
