#include "editor/step_text.hpp"

#include "core/message.hpp"
#include "io/documents.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace dostyk::editor {

namespace {

std::optional<model::Entity> entity_at(store::Store& store, const std::string& kind,
                                       const std::string& id, store::Revision rev)
{
    const auto row = store.find_at(kind, id, rev);
    if (!row || row->doc.empty()) {
        return std::nullopt;
    }
    Diagnostics of_row;
    model::Project alone = io::project_of(std::array{io::DocumentText{kind, id, row->doc}}, of_row);
    if (alone.entities.empty()) {
        return std::nullopt;
    }
    return std::move(alone.entities.front());
}

/// The one field that differs; empty where it is none, or several.
std::string changed_field(const model::Entity& before, const model::Entity& after)
{
    std::string changed;
    for (const auto* fields : {&before.fields, &after.fields}) {
        for (const auto& [field, claims] : *fields) {
            const auto was = before.fields.find(field);
            const auto is = after.fields.find(field);
            const bool differs =
                was == before.fields.end() || is == after.fields.end() || was->second != is->second;
            if (differs && field != changed) {
                if (!changed.empty()) {
                    return {};
                }
                changed = field;
            }
        }
    }
    return changed;
}

} // namespace

StepText text_of(const store::Step& step, store::Store& store, const model::Project& project,
                 Language language)
{
    StepText text{{}, std::string(tr(language, "command." + step.command)), {}};
    if (step.rows.empty()) {
        return text;
    }
    const auto& [kind, id] = step.rows.front();
    if (kind == io::settings_kind) {
        text.subject = tr(language, "history.settings");
    } else {
        text.kind = kind;
        // A step that goes on with others begins where the first of them did.
        const store::Revision first = step.target > 0 ? step.target : step.rev;
        const auto before = entity_at(store, kind, id, first - 1);
        const auto after = entity_at(store, kind, id, step.rev);
        const std::string field = before && after ? changed_field(*before, *after) : std::string();
        if (!field.empty()) {
            text.what += ": " + std::string(tr(language, "field." + field));
        }
        const model::Entity* now = project.find(id);
        const model::Entity* named = now != nullptr ? now
                                     : after        ? &*after
                                     : before       ? &*before
                                                    : nullptr;
        text.subject =
            named != nullptr ? model::name_of(*named, model::Pack::enriched, language) : id;
    }
    if (step.rows.size() > 1) {
        text.subject =
            tr(language,
               Message{"history.more",
                       {{"what", text.subject}, {"count", std::to_string(step.rows.size() - 1)}}});
    }
    return text;
}

} // namespace dostyk::editor
