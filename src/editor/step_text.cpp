#include "editor/step_text.hpp"

#include "core/message.hpp"
#include "io/documents.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

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
    return std::move(alone.entities.edit(0));
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

std::vector<model::UserLayer> layers_at(store::Store& store, store::Revision rev)
{
    const auto row = store.find_at(io::settings_kind, io::settings_id, rev);
    if (!row || row->doc.empty()) {
        return {};
    }
    Diagnostics of_row;
    const io::DocumentText settings{io::settings_kind, io::settings_id, row->doc};
    return io::project_of(std::array{settings}, of_row).layers;
}

/// Say what a step did to the first of the project's own layers that it changed, if to any.
void tell_layer(const store::Step& step, store::Store& store, Language language, StepText& text)
{
    const store::Revision first = step.target > 0 ? step.target : step.rev;
    const auto before = layers_at(store, first - 1);
    const auto after = layers_at(store, step.rev);
    const auto tell = [&](const model::UserLayer& layer, const char* what) {
        text.subject = layer.title.in(language);
        // Of undo and redo the word stands.
        if (step.command == "set_field" || step.command == "remove_field" ||
            step.command == "group") {
            text.what = tr(language, what);
        }
    };
    for (const model::UserLayer& layer : after) {
        const model::UserLayer* was = model::find_layer(before, layer.id);
        if (was == nullptr || *was != layer) {
            tell(layer, was == nullptr ? "command.add_layer" : "command.change_layer");
            return;
        }
    }
    for (const model::UserLayer& layer : before) {
        if (model::find_layer(after, layer.id) == nullptr) {
            tell(layer, "command.remove_layer");
            return;
        }
    }
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
        tell_layer(step, store, language, text);
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
