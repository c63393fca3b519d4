#include "io/project_folder.hpp"

#include "core/files.hpp"
#include "io/entity_json.hpp"
#include "io/project_json.hpp"
#include "io/transport_json.hpp"
#include "model/schema.hpp"
#include "model/validate.hpp"
#include "model/validate_value.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <system_error>
#include <utility>

namespace dostyk::io {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view project_file = "project.json";

std::optional<json::Document> read_document(const fs::path& path, const std::string& name,
                                            Diagnostics& diagnostics)
{
    const auto text = read_file(path);
    if (!text) {
        diagnostics.add(Finding{.code = "project.unreadable_file",
                                .severity = Severity::error,
                                .file = name,
                                .line = 0,
                                .column = 0,
                                .pointer = {},
                                .message = text.error().message,
                                .hint = {"project.unreadable_file.hint", {}},
                                .subject = {}});
        return std::nullopt;
    }
    return json::parse(*text, name, diagnostics);
}

/// Entity of a file, if its kind and id are those of its folder and name.
void read_entity_file(const fs::path& path, model::Project& project, Diagnostics& diagnostics)
{
    const std::string kind = path.parent_path().filename().string();
    const std::string name = kind + "/" + path.filename().string();
    const auto document = read_document(path, name, diagnostics);
    if (!document) {
        return;
    }
    JsonReader reader(*document, name, diagnostics);
    auto entity = read_entity(reader);
    if (!entity) {
        return;
    }
    if (entity->kind != kind) {
        reader.report("kind_is_not_folder", "/kind", {{"kind", entity->kind}, {"folder", kind}});
    } else if (entity->id != path.stem()) {
        reader.report("id_is_not_file", "/id",
                      {{"id", entity->id}, {"file", path.filename().string()}});
    } else {
        project.entities.push_back(std::move(*entity));
    }
}

/// Paths of a folder, sorted: the same findings in the same order on every machine.
std::vector<fs::path> sorted_paths(const fs::path& folder, std::error_code& error)
{
    std::vector<fs::path> paths;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        paths.push_back(it->path());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

/// A finding about a folder: "project." and its code.
void report_folder(const char* code, const std::string& folder, const char* value_name,
                   Diagnostics& diagnostics)
{
    const std::string key = std::string("project.") + code;
    diagnostics.add(Finding{.code = key,
                            .severity = Severity::error,
                            .file = folder,
                            .line = 0,
                            .column = 0,
                            .pointer = {},
                            .message = {key, {{value_name, folder}}},
                            .hint = {key + ".hint", {}},
                            .subject = {}});
}

void read_entities(const fs::path& folder, model::Project& project, Diagnostics& diagnostics)
{
    std::error_code error;
    for (const fs::path& kind_folder : sorted_paths(folder, error)) {
        const std::string kind = kind_folder.filename().string();
        const bool is_known = model::find_kind(kind) != nullptr;
        const bool is_folder = fs::is_directory(kind_folder, error);
        if (kind.starts_with('.') || (!is_folder && !is_known)) {
            continue;
        }
        if (!is_known) {
            report_folder("unknown_kind", kind, "kind", diagnostics);
            continue;
        }
        const std::vector<fs::path> paths = sorted_paths(kind_folder, error);
        if (error) {
            report_folder("unreadable_folder", kind, "folder", diagnostics);
        }
        for (const fs::path& path : paths) {
            if (path.extension() == ".json") {
                read_entity_file(path, project, diagnostics);
            }
        }
    }
}

/// Rules of the model that hold for an entity without the rest of its project.
void check_entity_alone(model::Entity entity, const std::string& file, Diagnostics& diagnostics)
{
    constexpr std::array about_others{"model.dangling_reference", "model.wrong_kind",
                                      "model.outside_pack", "model.unknown_corridor"};
    model::Project alone;
    alone.entities.push_back(std::move(entity));
    Diagnostics all;
    model::validate(alone, {}, all);
    for (Finding& finding : all.findings) {
        if (std::find(about_others.begin(), about_others.end(), finding.code) ==
            about_others.end()) {
            finding.file = file;
            diagnostics.add(std::move(finding));
        }
    }
}

/// Give the findings of one file, from `first` on, the place of what they point at.
void place_findings(const json::Document& document, const std::string& file,
                    std::span<Finding> findings)
{
    for (Finding& finding : findings) {
        if (finding.line == 0 && finding.file == file) {
            const json::Position position = document.position_of(finding.pointer);
            finding.line = position.line;
            finding.column = position.column;
        }
    }
}

std::string format_of(const json::Document& document)
{
    const auto format = document.value().find("format");
    return format && format->is_string() ? std::string(format->text()) : "";
}

} // namespace

Result<model::Project> read_project(const fs::path& folder, const fs::path& transport_dir,
                                    Diagnostics& diagnostics)
{
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
        return Error{
            ErrorCode::not_found, {"error.project_missing", {{"folder", folder.string()}}}, {}};
    }
    if (!fs::exists(folder / project_file, error)) {
        return Error{
            ErrorCode::not_found, {"error.no_project_file", {{"folder", folder.string()}}}, {}};
    }
    const auto document =
        read_document(folder / project_file, std::string(project_file), diagnostics);
    model::Project project;
    bool is_project = false;
    if (document) {
        JsonReader reader(*document, std::string(project_file), diagnostics);
        is_project = read_settings(reader, project);
    }
    if (!is_project) {
        return Error{
            ErrorCode::parse, {"error.foreign_project", {{"folder", folder.string()}}}, {}};
    }
    read_entities(folder, project, diagnostics);
    project.entities.sort();
    read_transport_of(folder, transport_dir, project, diagnostics);
    return project;
}

void read_transport_of(const fs::path& folder, const fs::path& transport_dir,
                       model::Project& project, Diagnostics& diagnostics)
{
    std::error_code error;
    const fs::path beside = fs::absolute(folder, error).lexically_normal() / ".." / "transport";
    read_transport_folder(fs::is_directory(beside, error) ? beside.lexically_normal()
                                                          : transport_dir,
                          project.transport, diagnostics);
}

void check_file(const fs::path& file, Diagnostics& diagnostics)
{
    const std::string name = file.string();
    const auto document = read_document(file, name, diagnostics);
    if (!document) {
        return;
    }
    JsonReader reader(*document, name, diagnostics);
    const std::string format = format_of(*document);
    if (format == project_format) {
        model::Project project;
        (void)read_settings(reader, project);
    } else if (format == transport_format) {
        model::Transport transport;
        read_transport(reader, false, transport);
    } else if (auto entity = read_entity(reader)) {
        const std::size_t first = diagnostics.findings.size();
        check_entity_alone(std::move(*entity), name, diagnostics);
        place_findings(*document, name, std::span(diagnostics.findings).subspan(first));
    }
}

void add_positions(const fs::path& folder, Diagnostics& diagnostics)
{
    std::map<std::string, std::optional<json::Document>> documents;
    for (Finding& finding : diagnostics.findings) {
        if (finding.line != 0 || finding.file.empty() ||
            fs::path(finding.file).extension() != ".json") {
            continue;
        }
        const auto [entry, is_new] = documents.try_emplace(finding.file);
        if (is_new) {
            Diagnostics known; // Reading told these already.
            entry->second = read_document(folder / finding.file, finding.file, known);
        }
        if (entry->second) {
            place_findings(*entry->second, finding.file, std::span(&finding, 1));
        }
    }
}

void check_canonical(const model::Project& project, const fs::path& folder,
                     Diagnostics& diagnostics)
{
    for (const model::Entity& entity : project.entities) {
        const std::string name = entity.kind + "/" + entity.id + ".json";
        const bool is_told = std::any_of(
            diagnostics.findings.begin(), diagnostics.findings.end(), [&](const Finding& finding) {
                return finding.file == name && finding.severity == Severity::error;
            });
        const auto text = read_file(folder / name);
        const std::string canonical = to_text(entity);
        if (is_told || !text || *text == canonical) {
            continue;
        }
        const auto [ours, theirs] =
            std::mismatch(canonical.begin(), canonical.end(), text->begin(), text->end());
        const auto line = 1 + std::count(text->begin(), theirs, '\n');
        diagnostics.add(Finding{.code = "project.not_canonical",
                                .severity = Severity::info,
                                .file = name,
                                .line = static_cast<std::size_t>(line),
                                .column = 1,
                                .pointer = {},
                                .message = {"project.not_canonical", {}},
                                .hint = {"project.not_canonical.hint", {}},
                                .subject = entity.id});
    }
}

} // namespace dostyk::io
