#include "editor/import_preview.hpp"

#include "model/value_text.hpp"

#include <algorithm>

namespace dostyk::editor {

namespace {

void add_texts(const std::string& field, const Text4* before, const Text4& after,
               std::vector<FieldChange>& changes)
{
    for (const Language language : all_languages) {
        const std::string was = before != nullptr ? (*before)[language] : std::string();
        if (after[language] != was) {
            changes.push_back({field, language, was, after[language]});
        }
    }
}

/// The claim that the row brings: that of the import's own source.
const model::Claim* brought(const std::vector<model::Claim>& claims)
{
    const auto found = std::find_if(claims.rbegin(), claims.rend(), [](const model::Claim& claim) {
        return claim.sources.size() == 1 && claim.sources.front().starts_with("import-");
    });
    return found != claims.rend() ? &*found : claims.empty() ? nullptr : &claims.back();
}

} // namespace

std::vector<FieldChange> changes_of(const intake::PlannedRow& row, const model::Project& project,
                                    const model::UnitNames& units, Language language)
{
    return changes_of(row, {}, project, units, language);
}

std::vector<FieldChange> changes_of(const intake::PlannedRow& row, const intake::RowPlan& plan,
                                    const model::Project& project, const model::UnitNames& units,
                                    Language language)
{
    std::vector<FieldChange> changes;
    const model::KindRule* kind = model::find_kind(row.entity.kind);
    if (kind == nullptr) {
        return changes;
    }
    const model::Entity* present = project.find(row.id);
    const auto known = model::make_resolver(project, units, model::Pack::enriched, language);
    const model::NameResolver resolve = [&](std::string_view id) {
        const auto added =
            std::find_if(plan.additions.begin(), plan.additions.end(),
                         [&](const model::Entity& entity) { return entity.id == id; });
        return added != plan.additions.end()
                   ? model::name_of(*added, model::Pack::enriched, language)
                   : known(id);
    };
    for (const std::string& field : row.changed_fields) {
        const model::FieldRule* rule = model::find_field(*kind, field);
        const auto claims = row.entity.fields.find(field);
        const model::Claim* made =
            claims != row.entity.fields.end() ? brought(claims->second) : nullptr;
        if (rule == nullptr || made == nullptr) {
            continue;
        }
        const model::Claim* was = present != nullptr
                                      ? model::find_claim(*present, field, model::Pack::enriched)
                                      : nullptr;
        if (const auto* text = std::get_if<Text4>(&made->value)) {
            add_texts(field, was != nullptr ? std::get_if<Text4>(&was->value) : nullptr, *text,
                      changes);
            continue;
        }
        const auto say = [&](const model::Claim& claim) {
            return model::text_of(claim.value, *rule, language, resolve);
        };
        changes.push_back(
            {field, std::nullopt, was != nullptr ? say(*was) : std::string(), say(*made)});
    }
    return changes;
}

} // namespace dostyk::editor
