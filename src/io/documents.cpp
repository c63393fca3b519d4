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
constexpr std::array bad_values{"model.bad_date", "model.outside_map", "model.place_without_units",
                                "model.too_few_vertices"};

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

/// A NUL ends the text for much of what it passes through, in a reference as in a name.
void check_nul(Node node, const json::Document& document, const DocumentText& text,
               Diagnostics& diagnostics)
{
    if (node.is_string() && node.text().find('\0') != std::string_view::npos) {
        const std::string pointer = document.pointer_of(node);
        const json::Position position = document.position_of(pointer);
        diagnostics.add(Finding{.code = "model.nul_in_text",
                                .severity = Severity::error,
                                .file = path_of(text.kind, text.id),
                                .line = position.line,
                                .column = position.column,
                                .pointer = pointer,
                                .message = {"model.nul_in_text",
                                            {{"entity", std::string(text.id)}, {"field", pointer}}},
                                .hint = {"model.nul_in_text.hint", {}},
                                .subject = std::string(text.id)});
    }
    for (const Node element : node.elements()) {
        check_nul(element, document, text, diagnostics);
    }
    for (const auto& [key, member] : node.members()) {
        check_nul(member, document, text, diagnostics);
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
    check_nul(reader.root(), *parsed, document, diagnostics);
    std::string text;
    if (document.kind == settings_kind) {
        model::Project project;
        if (document.id != settings_id) {
            reader.report("id_is_not_file", "", {{"id", std::string(document.id)}, {"file", name}});
        } else if (read_settings(reader, project)) {
            text = settings_to_text(project);
        }
    } else if (auto entity = read_named_entity(reader, document)) {
        text = to_text(*entity);
        check_values(*std::move(entity), name, diagnostics);
    }
    const bool is_sound = diagnostics.count(Severity::error) == errors && !text.empty();
    return is_sound ? std::optional(std::move(text)) : std::nullopt;
}

namespace {

/// Read one document: settings into the project, an entity into `put`.
template <typename Put>
void read_into(const DocumentText& document, model::Project& project, Diagnostics& diagnostics,
               const Put& put)
{
    const std::string name = path_of(document.kind, document.id);
    const auto parsed = json::parse(document.text, name, diagnostics);
    if (!parsed) {
        return;
    }
    JsonReader reader(*parsed, name, diagnostics);
    if (document.kind == settings_kind) {
        (void)read_settings(reader, project);
    } else if (auto entity = read_named_entity(reader, document)) {
        put(*std::move(entity));
    }
}

} // namespace

void ProjectBuilder::add(const DocumentText& document)
{
    read_into(document, m_project, *m_diagnostics,
              [this](model::Entity entity) { m_project.entities.push_back(std::move(entity)); });
}

model::Project ProjectBuilder::take()
{
    m_project.entities.sort();
    return std::exchange(m_project, {});
}

model::Project project_of(std::span<const DocumentText> documents, Diagnostics& diagnostics)
{
    ProjectBuilder builder(diagnostics);
    for (const DocumentText& document : documents) {
        builder.add(document);
    }
    return builder.take();
}

void apply_documents(std::span<const DocumentText> changed, model::Project& project,
                     Diagnostics& diagnostics)
{
    for (const DocumentText& document : changed) {
        project.entities.erase(document.kind, document.id);
        if (!document.text.empty()) {
            read_into(document, project, diagnostics,
                      [&](model::Entity entity) { project.entities.put(std::move(entity)); });
        }
    }
}

std::string path_of(std::string_view kind, std::string_view id)
{
    return kind == settings_kind ? "project.json"
                                 : std::string(kind) + "/" + std::string(id) + ".json";
}

} // namespace dostyk::io
