/// \file
/// What is linked to what, two steps wide.

#pragma once

#include "model/project.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dostyk::editor {

/// All links of a project, gathered once: model::links_of() looks at every entity for each one.
class LinkIndex {
public:
    /// The project outlives the index.
    LinkIndex(const model::Project& project, model::Pack pack);

    /// The same links as model::links_of(), in the order of the project.
    [[nodiscard]] const std::vector<model::Link>& links_of(std::string_view id) const;
    /// Null when there is none.
    [[nodiscard]] const model::Entity* find(std::string_view id) const;

private:
    std::unordered_map<std::string_view, const model::Entity*> m_entities;
    std::unordered_map<std::string_view, std::vector<model::Link>> m_links;
};

struct GraphNode {
    const model::Entity* entity = nullptr;
    int step = 0;          ///< From the middle: 0, 1, 2
    double row = 0;        ///< Where it stands in the column of its step; no two at the same one
    bool has_site = false; ///< A point, a line or an outline that a source gives
};

struct GraphEdge {
    std::size_t from = 0; ///< Of `nodes`; the one that is nearer to the middle
    std::size_t to = 0;
    std::string type; ///< As model::Link has it, seen from `from`
    bool is_outgoing = true;
    bool is_branch = false; ///< It put `to` where it stands; the others cross.
};

/// An entity with what it is linked to: a column for each step, every node beside the one through
/// which it is reached. Nothing in it depends on chance.
struct RelationGraph {
    std::vector<GraphNode> nodes; ///< The middle first, then by step and row
    std::vector<GraphEdge> edges;
    double rows = 0; ///< Height of the columns
};

/// Empty when there is no such entity.
[[nodiscard]] RelationGraph make_relation_graph(const LinkIndex& links, std::string_view entity,
                                                model::Pack pack);

/// Documents from which no site is reached within two steps, in the order of the project.
[[nodiscard]] std::vector<const model::Entity*>
documents_without_site(const model::Project& project, const LinkIndex& links, model::Pack pack);

} // namespace dostyk::editor
