#include "model/audience.hpp"

#include "model/project.hpp"
#include "model/schema.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace dostyk::model {

namespace {

constexpr std::array<std::pair<std::string_view, Audience>, 3> names{
    {{"public", Audience::everyone},
     {"partner", Audience::partner},
     {"protocol", Audience::protocol}}};

using Ids = std::unordered_set<std::string>;

/// Take the hidden claims; false when the entity is to go as well.
bool keep_seen(Entity& entity, Audience audience)
{
    const KindRule* kind = find_kind(entity.kind);
    bool is_kept = true;
    for (auto& [name, claims] : entity.fields) {
        const FieldRule* rule = kind != nullptr ? find_field(*kind, name) : nullptr;
        const bool was_there = !claims.empty();
        std::erase_if(claims, [&](const Claim& claim) {
            return rule == nullptr || !may_see(audience, claim, *rule);
        });
        const bool is_hidden = was_there && claims.empty();
        is_kept &= !(is_hidden && (name == "name" || (rule != nullptr && rule->is_required)));
    }
    const bool had_fields = !entity.fields.empty();
    std::erase_if(entity.fields, [](const auto& field) { return field.second.empty(); });
    return is_kept && (!had_fields || !entity.fields.empty());
}

/// True when a claim is about entities that went, and nothing else.
bool has_lost_its_value(Claim& claim, const Ids& gone)
{
    auto* refs = std::get_if<Refs>(&claim.value);
    if (refs == nullptr || refs->ids.empty()) {
        return false;
    }
    std::erase_if(refs->ids, [&](const std::string& id) { return gone.contains(id); });
    return refs->ids.empty();
}

/// Take what names an entity that went; false when this one is nothing without it.
bool forget(Entity& entity, const Ids& gone)
{
    const KindRule* kind = find_kind(entity.kind);
    bool is_kept = true;
    for (auto& [name, claims] : entity.fields) {
        for (Claim& claim : claims) {
            std::erase_if(claim.sources, [&](const std::string& id) { return gone.contains(id); });
        }
        std::erase_if(claims, [&](Claim& claim) { return has_lost_its_value(claim, gone); });
        const FieldRule* rule = kind != nullptr ? find_field(*kind, name) : nullptr;
        is_kept &= !(claims.empty() && rule != nullptr && rule->is_required);
    }
    std::erase_if(entity.fields, [](const auto& field) { return field.second.empty(); });
    return is_kept;
}

/// Take the entities that do not stay, by their ids.
template <typename Stays>
Ids take_entities(EntityTable& entities, const Stays& stays)
{
    Ids gone;
    EntityTable kept;
    for (std::size_t i = 0; i < entities.size(); ++i) {
        Entity& entity = entities.edit(i);
        if (stays(entity)) {
            kept.push_back(std::move(entity));
        } else {
            gone.insert(entity.id);
        }
    }
    entities = std::move(kept);
    return gone;
}

} // namespace

std::string_view name_of(Audience audience) noexcept
{
    return names[static_cast<std::size_t>(audience)].first;
}

std::optional<Audience> parse_audience(std::string_view name) noexcept
{
    for (const auto& [word, audience] : names) {
        if (word == name) {
            return audience;
        }
    }
    return std::nullopt;
}

bool may_see(Audience audience, const Claim& claim, const FieldRule& rule) noexcept
{
    return audience == Audience::protocol || (!claim.restricted && rule.audience <= audience);
}

Project for_audience(Project project, Audience audience)
{
    if (audience == Audience::protocol) {
        return project;
    }
    project.views.clear();  // their words may name what is hidden
    project.layers.clear(); // nobody says for whom a foreign file is
    Ids gone = take_entities(project.entities,
                             [&](Entity& entity) { return keep_seen(entity, audience); });
    // What goes may be what another one is nothing without.
    while (!gone.empty()) {
        gone =
            take_entities(project.entities, [&](Entity& entity) { return forget(entity, gone); });
    }
    return project;
}

} // namespace dostyk::model
