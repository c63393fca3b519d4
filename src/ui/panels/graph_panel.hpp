/// \file
/// What the selected entity is linked to, two steps wide, and the documents that lead to no site.

#pragma once

#include "editor/relation_graph.hpp"
#include "ui/canvas.hpp"

#include <memory>
#include <string>
#include <vector>

namespace dostyk::ui {

class GraphPanel {
public:
    /// Into the rest of the window.
    void draw(Canvas& canvas);

private:
    void refresh(const Canvas& canvas);
    void draw_tools(Canvas& canvas);
    void draw_orphans(Canvas& canvas);
    void draw_graph(Canvas& canvas);
    void draw_edges(Canvas& canvas, ImVec2 origin) const;
    void draw_node(Canvas& canvas, const editor::GraphNode& node, ImVec2 at, float width) const;
    [[nodiscard]] ImVec2 place_of(const Canvas& canvas, const editor::GraphNode& node,
                                  ImVec2 origin) const;
    /// The node that the mouse is on was reached through these.
    [[nodiscard]] bool is_lit(const editor::GraphEdge& edge) const;

    std::shared_ptr<const model::Project> m_project; ///< What the links point into
    std::unique_ptr<editor::LinkIndex> m_links;
    editor::RelationGraph m_graph;
    std::vector<const model::Entity*> m_orphans;
    std::string m_middle;
    model::Pack m_pack = model::Pack::strict;
    std::string m_hovered;
    float m_step = 0; ///< From one column to the next [px]
    bool m_is_listing = false;
};

} // namespace dostyk::ui
