#include "io/documents.hpp"

#include "io/entity_json.hpp"
#include "io/project_folder.hpp"
#include "io/project_json.hpp"
#include "model/validate.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace dostyk::io {

namespace {

/// Findings of the model about one value alone: no later edit of another field mends them.
constexpr std::array bad_values{"model.nul_in_text", "model.bad_date", "model.outside_map",
                                "model.place_without_units"};

void check_values(model::Entity entity, const std::string& file, Diagnostics& diagnostics)
{
    model::Project alone;
    alone.entities.push_back(std::move(entity));
    Diagnostics all;
    model::validate(alone, {}, all);
    for (Finding& finding : all.findings) {
        if (std::find(bad_values.begin(), bad_values.end(), finding.code) != bad_values.end()) {
            finding.file = file;
            diagnostics.add(std::move(finding));
        }
    }
}

/// An entity whose kind and id are those under which it is kept.
std::optional<model::Entity> read_named_entity(JsonReader& reader, const DocumentText& document)
{
    auto entity = read_entity(reader);
    if (!entity) {
        return std::nullopt;
    }
    if (entity->kind != document.kind) {
        reader.report("kind_is_not_folder", "/kind",
                      {{"kind", entity->kind}, {"folder", std::string(document.kind)}});
        return std::nullopt;
    }
    if (entity->id != document.id) {
        reader.report("id_is_not_file", "/id",
                      {{"id", entity->id}, {"file", std::string(document.id)}});
        return std::nullopt;
    }
    return entity;
}

} // namespace

std::optional<std::string> canonical_document(const DocumentText& document,
                                              Diagnostics& diagnostics)
{
    const std::string name = path_of(document.kind, document.id);
    const auto parsed = json::parse(document.text, name, diagnostics);
    if (!parsed) {
        return std::nullopt;
    }
    const std::size_t errors = diagnostics.count(Severity::error);
    JsonReader reader(*parsed, name, diagnostics);
    std::string text;
    if (document.kind == settings_kind) {
        model::Project project;
        if (read_settings(reader, project)) {
            text = settings_to_text(project);
        }
    } else if (auto entity = read_named_entity(reader, document)) {
        text = to_text(*entity);
        check_values(*std::move(entity), name, diagnostics);
    }
    const bool is_sound = diagnostics.count(Severity::error) == errors && !text.empty();
    return is_sound ? std::optional(std::move(text)) : std::nullopt;
}

model::Project project_of(std::span<const DocumentText> documents, Diagnostics& diagnostics)
{
    model::Project project;
    for (const DocumentText& document : documents) {
        const std::string name = path_of(document.kind, document.id);
        const auto parsed = json::parse(document.text, name, diagnostics);
        if (!parsed) {
            continue;
        }
        JsonReader reader(*parsed, name, diagnostics);
        if (document.kind == settings_kind) {
            (void)read_settings(reader, project);
        } else if (auto entity = read_named_entity(reader, document)) {
            project.entities.push_back(*std::move(entity));
        }
    }
    sort_entities(project);
    return project;
}

std::string path_of(std::string_view kind, std::string_view id)
{
    return kind == settings_kind ? "project.json"
                                 : std::string(kind) + "/" + std::string(id) + ".json";
}

} // namespace dostyk::io
