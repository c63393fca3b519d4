#include "model/entity_table.hpp"

#include "model/schema.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace dostyk::model {

namespace {

/// Place of a kind in the schema; an unknown one stands behind all.
std::size_t order_of(std::string_view kind) noexcept
{
    const auto all = kinds();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const KindRule& each) { return each.name == kind; });
    return static_cast<std::size_t>(found - all.begin());
}

const auto is_before = [](const auto& a, const auto& b) {
    return std::tie(a.kind, a.entity->id) < std::tie(b.kind, b.entity->id);
};

} // namespace

EntityTable::EntityTable(std::vector<Entity> entities)
{
    reserve(entities.size());
    for (Entity& entity : entities) {
        push_back(std::move(entity));
    }
}

Entity& EntityTable::edit(std::size_t at)
{
    auto& entity = m_rows[at].entity;
    if (entity.use_count() > 1) {
        entity = std::make_shared<Entity>(*entity);
    }
    return *entity;
}

void EntityTable::push_back(Entity entity)
{
    const std::size_t kind = order_of(entity.kind);
    m_rows.push_back({std::make_shared<Entity>(std::move(entity)), kind});
    m_is_sorted = m_is_sorted && (size() < 2 || is_before(m_rows[size() - 2], m_rows.back()));
}

void EntityTable::sort()
{
    if (!m_is_sorted) {
        std::stable_sort(m_rows.begin(), m_rows.end(), is_before);
        m_is_sorted = true;
    }
}

std::vector<EntityTable::Row>::const_iterator
EntityTable::find_place(std::size_t kind, std::string_view id) const noexcept
{
    return std::partition_point(m_rows.begin(), m_rows.end(), [&](const Row& row) {
        return row.kind < kind || (row.kind == kind && row.entity->id < id);
    });
}

void EntityTable::put(Entity entity)
{
    const std::size_t kind = order_of(entity.kind);
    const auto at = find_place(kind, entity.id);
    const bool is_there = at != m_rows.end() && at->kind == kind && at->entity->id == entity.id;
    Row made{std::make_shared<Entity>(std::move(entity)), kind};
    if (is_there) {
        m_rows[static_cast<std::size_t>(at - m_rows.begin())] = std::move(made);
    } else {
        m_rows.insert(at, std::move(made));
    }
}

void EntityTable::erase(std::string_view kind, std::string_view id)
{
    const std::size_t order = order_of(kind);
    const auto at = find_place(order, id);
    if (at != m_rows.end() && at->kind == order && at->entity->id == id) {
        m_rows.erase(at);
    }
}

const Entity* EntityTable::find(std::string_view id) const noexcept
{
    if (!m_is_sorted) {
        const auto found =
            std::find_if(begin(), end(), [&](const Entity& each) { return each.id == id; });
        return found != end() ? &*found : nullptr;
    }
    for (std::size_t kind = 0; kind <= kinds().size(); ++kind) {
        const auto at = find_place(kind, id);
        if (at != m_rows.end() && at->entity->id == id) {
            return at->entity.get();
        }
    }
    return nullptr;
}

bool operator==(const EntityTable& a, const EntityTable& b)
{
    return std::equal(a.m_rows.begin(), a.m_rows.end(), b.m_rows.begin(), b.m_rows.end(),
                      [](const auto& one, const auto& other) {
                          return one.entity == other.entity || *one.entity == *other.entity;
                      });
}

} // namespace dostyk::model
