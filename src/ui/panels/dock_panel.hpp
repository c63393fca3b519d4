/// \file
/// The dock at the bottom: a tab for the graph of links, one for each kind's table.

#pragma once

#include "ui/panels/graph_panel.hpp"
#include "ui/panels/table_panel.hpp"
#include "ui/slots.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace dostyk::ui {

class DockPanel {
public:
    void draw(Canvas& canvas, const Box& box);
    /// Nothing is drawn in this frame.
    void close() noexcept { m_was_open = m_has_focus = false; }
    /// The rows have the keyboard.
    [[nodiscard]] bool has_focus() const noexcept { return m_has_focus; }

private:
    struct Tab {
        std::string kind; ///< Empty = the graph; "hits"
        int count = 0;
    };
    void refresh(const Canvas& canvas);
    void draw_tabs(Canvas& canvas);
    void draw_tab(Canvas& canvas, const Tab& tab);
    void choose_first(Canvas& canvas);
    [[nodiscard]] bool is_open(const Canvas& canvas, const Tab& tab) const;
    static void draw_splitter(Canvas& canvas, const Box& box);

    TablePanel m_table;
    GraphPanel m_graph;
    std::vector<Tab> m_tabs;
    std::string m_shown; ///< The tab that was open in the last frame
    std::uint64_t m_version = 0;
    model::Pack m_pack = model::Pack::strict;
    int m_hits_version = 0;
    bool m_was_open = false;
    bool m_has_focus = false;
};

} // namespace dostyk::ui
