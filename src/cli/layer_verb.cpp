#include "cli/commit_edit.hpp"
#include "cli/console.hpp"
#include "cli/import_report.hpp"
#include "cli/open_project.hpp"
#include "cli/options.hpp"
#include "cli/verbs.hpp"
#include "editor/user_layer_edit.hpp"
#include "editor/user_layer_file.hpp"
#include "json/document.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <optional>
#include <string>

namespace dostyk::cli {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

struct Place {
    const std::string& file;
    const std::string& project;
    int refused; ///< The exit code when the file is refused
};

Json json_of(const Text4& title)
{
    Json made = Json::object();
    for (const Language language : all_languages) {
        if (title.has(language)) {
            made[std::string(code_of(language))] = title[language];
        }
    }
    return made;
}

Json json_of(const editor::NewLayer& made)
{
    return {{"id", made.layer.id},
            {"title", json_of(made.layer.title)},
            {"path", made.layer.path},
            {"sha256", made.layer.sha256},
            {"table", made.layer.table},
            {"features", made.features},
            {"vertices", made.vertices},
            {"is_picture", made.is_picture},
            {"is_slow", made.vertices > editor::smooth_vertices}};
}

void say_layer(const editor::NewLayer& made, Language language)
{
    const std::string title(made.layer.title.in(language));
    say(made.is_picture ? tr(language, Message{"layer.added_picture",
                                               {{"id", made.layer.id}, {"title", title}}})
                        : tr(language, Message{"layer.added",
                                               {{"id", made.layer.id},
                                                {"title", title},
                                                {"count", std::to_string(made.features)}}}));
    if (made.vertices > editor::smooth_vertices) {
        complain(tr(language, Message{"layer.slow",
                                      {{"title", title},
                                       {"count", std::to_string(made.vertices)},
                                       {"most", std::to_string(editor::smooth_vertices)}}}));
    }
}

Result<std::vector<editor::NewLayer>> draft(const Place& place, const Arguments& arguments)
{
    Diagnostics diagnostics;
    const auto project =
        read_project(place.project, Source::latest, arguments.language, diagnostics);
    if (!project) {
        return project.error();
    }
    editor::NewLayerOptions options;
    options.title = arguments.name;
    options.language = arguments.language;
    options.table = arguments.table;
    options.reading.crs = arguments.crs;
    return editor::make_layers(project->project, place.file, editor::layer_base(place.project),
                               options);
}

int add(const Place& place, const Arguments& arguments)
{
    auto made = draft(place, arguments);
    if (!made) {
        return refuse(made.error(), arguments, place.refused);
    }
    std::optional<store::Revision> rev;
    if (!arguments.is_dry_run) {
        const auto committed = commit_edit(
            place.project, [&](store::Rows& rows) { return editor::add_layers_edit(*made, rows); },
            arguments.language);
        if (!committed) {
            return refuse(committed.error(), arguments, place.refused);
        }
        rev = *committed;
    }
    if (!made->front().is_confined) {
        complain(tr(arguments.language, "import.weak_sandbox"));
    }
    if (arguments.is_json) {
        Json layers = Json::array();
        for (const editor::NewLayer& each : *made) {
            layers.push_back(json_of(each));
        }
        say_raw(json::to_canonical_text({{"applied", rev.has_value()},
                                         {"as", "layer"},
                                         {"confined", made->front().is_confined},
                                         {"layers", std::move(layers)},
                                         {"rev", rev ? Json(*rev) : Json()}}));
        return exit_clean;
    }
    for (const editor::NewLayer& each : *made) {
        say_layer(each, arguments.language);
    }
    if (arguments.is_dry_run) {
        say(tr(arguments.language, "import.dry_run"));
    }
    return exit_clean;
}

/// The word for whether a layer's file is there and is what was accepted.
std::string_view state_of(const model::UserLayer& layer, const fs::path& base)
{
    const auto sum = editor::layer_sum(editor::file_of(layer, base));
    if (!sum) {
        return sum.error().code == ErrorCode::not_found ? "missing" : "unreadable";
    }
    return *sum == layer.sha256 ? "ready" : "changed";
}

int list(const Arguments& arguments)
{
    Diagnostics diagnostics;
    const auto project =
        read_project(arguments.target, source_of(arguments), arguments.language, diagnostics);
    if (!project) {
        return fail(project.error(), arguments.language);
    }
    const fs::path base = editor::layer_base(arguments.target);
    Json layers = Json::array();
    for (const model::UserLayer& layer : project->project.layers) {
        const std::string state(state_of(layer, base));
        if (arguments.is_json) {
            layers.push_back({{"id", layer.id},
                              {"title", json_of(layer.title)},
                              {"path", layer.path},
                              {"state", state},
                              {"is_visible", layer.is_visible}});
        } else {
            say(layer.id + "  " + std::string(layer.title.in(arguments.language)) + "  " +
                std::string(tr(arguments.language, "layer_state." + state)) + "  " + layer.path);
        }
    }
    if (arguments.is_json) {
        say_raw(json::to_canonical_text({{"layers", std::move(layers)}}));
    } else if (project->project.layers.empty()) {
        say(tr(arguments.language, "layer.none"));
    }
    return exit_clean;
}

int remove(const Arguments& arguments)
{
    const auto rev = commit_edit(
        arguments.target,
        [&](store::Rows& rows) -> Result<store::Edit> {
            const auto layer = editor::layer_in(rows, arguments.layer);
            if (!layer) {
                return layer.error();
            }
            return editor::edit_of(editor::remove_layer(*layer), rows);
        },
        arguments.language);
    if (!rev) {
        return fail(rev.error(), arguments.language);
    }
    say(tr(arguments.language, Message{"layer.removed", {{"id", arguments.layer}}}));
    return exit_clean;
}

} // namespace

int run_import_layer(const Arguments& arguments)
{
    return add({arguments.file, arguments.into, exit_refused}, arguments);
}

int run_layer(const Arguments& arguments)
{
    if (arguments.target.empty()) {
        return fail(Error{ErrorCode::usage, {"usage.layer", {}}, {}}, arguments.language);
    }
    switch (arguments.verb) {
    case Verb::layer_add:
        if (arguments.file.empty()) {
            return fail(Error{ErrorCode::usage, {"usage.layer", {}}, {}}, arguments.language);
        }
        return add({arguments.file, arguments.target, exit_failure}, arguments);
    case Verb::layer_remove:
        if (arguments.layer.empty()) {
            return fail(Error{ErrorCode::usage, {"usage.layer_remove", {}}, {}},
                        arguments.language);
        }
        return remove(arguments);
    default:
        return list(arguments);
    }
}

} // namespace dostyk::cli
