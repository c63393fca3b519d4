#include "model/project.hpp"

#include "model/schema.hpp"

#include <algorithm>

namespace dostyk::model {

namespace {

bool is_link_type(FieldType type) noexcept
{
    return type == FieldType::ref || type == FieldType::refs || type == FieldType::party ||
           type == FieldType::parties;
}

bool holds(const Refs& refs, const std::string& id)
{
    return std::find(refs.ids.begin(), refs.ids.end(), id) != refs.ids.end();
}

const std::string* first_id(const Entity& entity, std::string_view field, Pack pack)
{
    const Refs* refs = find_value<Refs>(entity, field, pack);
    return refs != nullptr && !refs->ids.empty() ? &refs->ids.front() : nullptr;
}

void add_relation(const Project& project, const Entity& relation, const Entity& entity, Pack pack,
                  std::vector<Link>& links)
{
    const Word* type = find_value<Word>(relation, "type", pack);
    const std::string* from = first_id(relation, "from", pack);
    const std::string* to = first_id(relation, "to", pack);
    if (type == nullptr || from == nullptr || to == nullptr) {
        return;
    }
    const bool is_outgoing = *from == entity.id;
    if (!is_outgoing && *to != entity.id) {
        return;
    }
    const Entity* other = project.find(is_outgoing ? *to : *from);
    if (other != nullptr && is_in(*other, pack)) {
        links.push_back({type->word, other, is_outgoing, &relation});
    }
}

void add_outgoing(const Project& project, const Entity& entity, Pack pack, std::vector<Link>& links)
{
    const KindRule* kind = find_kind(entity.kind);
    for (const FieldRule& rule : kind != nullptr ? kind->fields : std::span<const FieldRule>{}) {
        const Refs* refs =
            is_link_type(rule.type) ? find_value<Refs>(entity, rule.name, pack) : nullptr;
        for (const std::string& id : refs != nullptr ? refs->ids : std::vector<std::string>{}) {
            const Entity* other = project.find(id);
            if (other != nullptr && is_in(*other, pack)) {
                links.push_back({std::string(rule.name), other, true, nullptr});
            }
        }
    }
}

void add_incoming(const Entity& other, const Entity& entity, Pack pack, std::vector<Link>& links)
{
    for (const auto& [field, claims] : other.fields) {
        const Refs* refs = find_value<Refs>(other, field, pack);
        if (refs != nullptr && holds(*refs, entity.id)) {
            links.push_back({field, &other, false, nullptr});
        }
    }
}

} // namespace

const Entity* Project::find(std::string_view entity_id) const noexcept
{
    return entities.find(entity_id);
}

bool is_in(const Entity& entity, Pack pack) noexcept
{
    return pack == Pack::enriched || entity.pack == Pack::strict;
}

std::vector<Link> links_of(const Project& project, const Entity& entity, Pack pack)
{
    std::vector<Link> links;
    add_outgoing(project, entity, pack, links);
    for (const Entity& other : project.entities) {
        if (!is_in(other, pack) || &other == &entity) {
            continue;
        }
        if (other.kind == "relation") {
            add_relation(project, other, entity, pack, links);
        } else {
            add_incoming(other, entity, pack, links);
        }
    }
    return links;
}

} // namespace dostyk::model
