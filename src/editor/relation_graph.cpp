#include "editor/relation_graph.hpp"

#include "model/schema.hpp"

#include <algorithm>
#include <utility>

namespace dostyk::editor {

namespace {

using model::Entity;
using model::Link;

constexpr int widest_step = 2;

bool has_site(const Entity& entity, model::Pack pack)
{
    const auto* place = find_value<model::Place>(entity, "place", pack);
    return place != nullptr && is_located(place->type);
}

const std::string* first_id(const Entity& entity, std::string_view field, model::Pack pack)
{
    const auto* refs = find_value<model::Refs>(entity, field, pack);
    return refs != nullptr && !refs->ids.empty() ? &refs->ids.front() : nullptr;
}

bool is_link_type(model::FieldType type) noexcept
{
    using enum model::FieldType;
    return type == ref || type == refs || type == party || type == parties;
}

int order_of(const Entity& entity)
{
    const auto kinds = model::kinds();
    const auto at = std::find_if(kinds.begin(), kinds.end(),
                                 [&](const auto& kind) { return kind.name == entity.kind; });
    return static_cast<int>(at - kinds.begin());
}

/// Grows a graph step by step.
class Grower {
public:
    Grower(const LinkIndex& links, model::Pack pack) : m_links(links), m_pack(pack) {}

    RelationGraph grow(const Entity& middle)
    {
        add(middle, 0);
        std::size_t first = 0;
        for (int step = 1; step <= widest_step; ++step) {
            const std::size_t last = m_graph.nodes.size();
            for (std::size_t parent = first; parent < last; ++parent) {
                add_children(parent, step);
            }
            first = last;
        }
        // Links between two that stand already, of the outermost ones too.
        for (std::size_t i = first; i < m_graph.nodes.size(); ++i) {
            for (const Link& link : sorted_links(i)) {
                join(i, link);
            }
        }
        place();
        return std::move(m_graph);
    }

private:
    std::size_t add(const Entity& entity, int step)
    {
        m_index.emplace(entity.id, m_graph.nodes.size());
        m_graph.nodes.push_back({&entity, step, 0, has_site(entity, m_pack)});
        m_children.emplace_back();
        return m_graph.nodes.size() - 1;
    }

    [[nodiscard]] std::vector<Link> sorted_links(std::size_t node) const
    {
        std::vector<Link> links = m_links.links_of(m_graph.nodes[node].entity->id);
        // Sources support almost everything: they would hide what is linked to what.
        std::erase_if(links, [](const Link& link) { return link.other->kind == "source"; });
        std::stable_sort(links.begin(), links.end(), [](const Link& a, const Link& b) {
            return std::pair(order_of(*a.other), std::string_view(a.other->id)) <
                   std::pair(order_of(*b.other), std::string_view(b.other->id));
        });
        return links;
    }

    void add_children(std::size_t parent, int step)
    {
        for (const Link& link : sorted_links(parent)) {
            if (m_index.contains(link.other->id)) {
                join(parent, link);
                continue;
            }
            const std::size_t child = add(*link.other, step);
            m_children[parent].push_back(child);
            m_graph.edges.push_back({parent, child, link.type, link.is_outgoing, true});
        }
    }

    /// Note a link to a node that is there, once.
    void join(std::size_t node, const Link& link)
    {
        const auto found = m_index.find(link.other->id);
        if (found == m_index.end() || found->second == node) {
            return;
        }
        const std::size_t other = found->second;
        const bool is_known =
            std::any_of(m_graph.edges.begin(), m_graph.edges.end(), [&](const GraphEdge& edge) {
                return edge.type == link.type && ((edge.from == node && edge.to == other &&
                                                   edge.is_outgoing == link.is_outgoing) ||
                                                  (edge.from == other && edge.to == node &&
                                                   edge.is_outgoing != link.is_outgoing));
            });
        if (!is_known) {
            m_graph.edges.push_back({node, other, link.type, link.is_outgoing, false});
        }
    }

    /// Each in the middle of what is reached through it.
    double place_below(std::size_t node, double from)
    {
        double end = from;
        for (const std::size_t child : m_children[node]) {
            end = place_below(child, end);
        }
        end = std::max(end, from + 1);
        m_graph.nodes[node].row = (from + end - 1) / 2;
        return end;
    }

    void place() { m_graph.rows = place_below(0, 0); }

    const LinkIndex& m_links;
    model::Pack m_pack;
    RelationGraph m_graph;
    std::unordered_map<std::string_view, std::size_t> m_index;
    std::vector<std::vector<std::size_t>> m_children;
};

} // namespace

LinkIndex::LinkIndex(const model::Project& project, model::Pack pack)
{
    std::vector<const Entity*> entities;
    for (const Entity& entity : project.entities) {
        if (is_in(entity, pack)) {
            m_entities.emplace(entity.id, &entity);
            entities.push_back(&entity);
        }
    }
    const auto link = [&](const Entity& from, const std::string& to, std::string_view type) {
        if (const Entity* other = find(to)) {
            m_links[from.id].push_back({std::string(type), other, true, nullptr});
        }
    };
    // Outgoing ones of every entity first, as model::links_of() has them.
    for (const Entity* entity : entities) {
        const model::KindRule* kind = model::find_kind(entity->kind);
        for (const model::FieldRule& rule :
             kind != nullptr ? kind->fields : std::span<const model::FieldRule>{}) {
            const auto* refs = is_link_type(rule.type)
                                   ? find_value<model::Refs>(*entity, rule.name, pack)
                                   : nullptr;
            for (const std::string& id : refs != nullptr ? refs->ids : std::vector<std::string>{}) {
                link(*entity, id, rule.name);
            }
        }
    }
    for (const Entity* other : entities) {
        if (other->kind == "relation") {
            const auto* type = find_value<model::Word>(*other, "type", pack);
            const std::string* from = first_id(*other, "from", pack);
            const std::string* to = first_id(*other, "to", pack);
            if (type == nullptr || from == nullptr || to == nullptr) {
                continue;
            }
            const Entity* const start = find(*from);
            const Entity* const end = find(*to);
            if (start != nullptr && end != nullptr) {
                m_links[start->id].push_back({type->word, end, true, other});
                if (start != end) {
                    m_links[end->id].push_back({type->word, start, false, other});
                }
            }
            continue;
        }
        for (const auto& [field, claims] : other->fields) {
            const auto* refs = find_value<model::Refs>(*other, field, pack);
            std::vector<std::string> ids = refs != nullptr ? refs->ids : std::vector<std::string>{};
            std::sort(ids.begin(), ids.end());
            ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
            for (const std::string& id : ids) {
                if (const Entity* entity = find(id); entity != nullptr && entity != other) {
                    m_links[entity->id].push_back({field, other, false, nullptr});
                }
            }
        }
    }
}

const std::vector<Link>& LinkIndex::links_of(std::string_view id) const
{
    static const std::vector<Link> none;
    const auto found = m_links.find(id);
    return found != m_links.end() ? found->second : none;
}

const Entity* LinkIndex::find(std::string_view id) const
{
    const auto found = m_entities.find(id);
    return found != m_entities.end() ? found->second : nullptr;
}

RelationGraph make_relation_graph(const LinkIndex& links, std::string_view entity, model::Pack pack)
{
    const Entity* middle = links.find(entity);
    return middle != nullptr ? Grower(links, pack).grow(*middle) : RelationGraph{};
}

std::vector<const Entity*> documents_without_site(const model::Project& project,
                                                  const LinkIndex& links, model::Pack pack)
{
    const auto leads_to_site = [&](const Entity& entity, int steps, const auto& self) -> bool {
        if (has_site(entity, pack)) {
            return true;
        }
        const auto& from_here = links.links_of(entity.id);
        return steps > 0 && std::any_of(from_here.begin(), from_here.end(), [&](const Link& link) {
                   return link.other->kind != "source" && self(*link.other, steps - 1, self);
               });
    };
    std::vector<const Entity*> orphans;
    for (const Entity& entity : project.entities) {
        if (entity.kind == "document" && is_in(entity, pack) &&
            !leads_to_site(entity, widest_step, leads_to_site)) {
            orphans.push_back(&entity);
        }
    }
    return orphans;
}

} // namespace dostyk::editor
