#include "io/export_scope.hpp"

#include "io/documents.hpp"
#include "model/schema.hpp"

#include <algorithm>
#include <unordered_set>

namespace dostyk::io {

namespace {

using model::Claim;
using model::Entity;

bool can_disagree(const Claim& claim) noexcept
{
    constexpr unsigned of_no_source =
        model::flag::former | model::flag::computed | model::flag::assumed;
    return (claim.flags & of_no_source) == 0 &&
           !std::holds_alternative<std::monostate>(claim.value);
}

/// True when the value that would be exported is one of several, none of them chosen.
bool is_undecided(const Entity& entity, const std::string& field, model::Pack pack)
{
    const Claim* shown = model::find_claim(entity, field, pack);
    if (shown == nullptr || shown->chosen || !can_disagree(*shown)) {
        return false;
    }
    const auto claims = model::claims_of(entity, field, pack);
    return std::any_of(claims.begin(), claims.end(), [&](const Claim* each) {
        return can_disagree(*each) && each->at == shown->at && each->value != shown->value;
    });
}

} // namespace

std::vector<const Entity*> entities_in(const model::Project& project, const ExportScope& scope)
{
    const std::unordered_set<std::string> ids(scope.only.begin(), scope.only.end());
    const std::unordered_set<std::string> kinds(scope.kinds.begin(), scope.kinds.end());
    std::vector<const Entity*> entities;
    for (const Entity& entity : project.entities) {
        const bool is_meant = (ids.empty() || ids.contains(entity.id)) &&
                              (kinds.empty() || kinds.contains(entity.kind));
        if (is_meant && model::is_in(entity, scope.pack)) {
            entities.push_back(&entity);
        }
    }
    return entities;
}

Status check_scope(const model::Project& project, const ExportScope& scope)
{
    for (const std::string& kind : scope.kinds) {
        if (model::find_kind(kind) == nullptr) {
            return Error{ErrorCode::usage, {"usage.export_kind", {{"value", kind}}}, {}};
        }
    }
    for (const std::string& id : scope.only) {
        if (project.find(id) == nullptr) {
            return Error{ErrorCode::not_found, {"error.export_only", {{"id", id}}}, {}};
        }
    }
    return ok();
}

void check_decided(const model::Project& project, const ExportScope& scope,
                   Diagnostics& diagnostics)
{
    for (const Entity* entity : entities_in(project, scope)) {
        for (const auto& [field, claims] : entity->fields) {
            if (is_undecided(*entity, field, scope.pack)) {
                diagnostics.add(Finding{.code = "export.undecided",
                                        .severity = Severity::error,
                                        .file = path_of(entity->kind, entity->id),
                                        .line = 0,
                                        .column = 0,
                                        .pointer = "/fields/" + field,
                                        .message = {"export.undecided", {}},
                                        .hint = {"export.undecided.hint", {}},
                                        .subject = entity->id});
            }
        }
    }
}

} // namespace dostyk::io
