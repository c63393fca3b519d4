/// \file
/// The dock at the bottom: a tab for each panel that stands there, and for each table, of a kind or
/// of a layer of the project's own.

#pragma once

#include "ui/panels/graph_panel.hpp"
#include "ui/panels/layer_table_panel.hpp"
#include "ui/panels/table_panel.hpp"
#include "ui/slots.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace dostyk::ui {

class DockPanel {
public:
    /// \param draw_panel  Draws what is neither tables nor graph.
    void draw(Canvas& canvas, const Box& box,
              const std::function<void(editor::PanelId)>& draw_panel);
    /// The tables in a slot at a side, where their tabs stand under the slot's.
    void draw_tables(Canvas& canvas);
    void draw_graph(Canvas& canvas) { m_graph.draw(canvas); }
    /// No table is drawn in this frame.
    void close() noexcept { m_was_open = m_has_focus = false; }
    /// The rows have the keyboard.
    [[nodiscard]] bool has_focus() const noexcept { return m_has_focus; }
    /// Nothing while no table is shown, or one that is being sorted.
    [[nodiscard]] std::optional<std::size_t> table_rows() const noexcept
    {
        return !m_was_open ? std::nullopt : m_layer.empty() ? m_table.rows() : m_layer_table.rows();
    }

private:
    struct Tab {
        editor::PanelId panel = editor::PanelId::table;
        std::string kind; ///< Of a table; "hits"
        int count = 0;
        std::string layer = {}; ///< Of a table of features

        friend bool operator==(const Tab&, const Tab&) = default;
    };
    void refresh(const Canvas& canvas);
    [[nodiscard]] static std::vector<Tab> layer_tabs(const Canvas& canvas);
    /// The table of the layer whose feature was marked, or of the kind that was selected.
    void follow(const Canvas& canvas);
    void draw_tabs(Canvas& canvas, float room);
    void draw_dock_tabs(Canvas& canvas);
    void draw_rows(Canvas& canvas);
    void draw_tab(Canvas& canvas, const Tab& tab);
    void choose_first(Canvas& canvas);
    [[nodiscard]] bool is_open(const Canvas& canvas, const Tab& tab) const;
    [[nodiscard]] static std::string label_of(const Canvas& canvas, const Tab& tab);
    static void draw_splitter(Canvas& canvas, const Box& box);

    TablePanel m_table;
    LayerTablePanel m_layer_table;
    std::string m_layer; ///< Whose table is shown; empty = that of a kind
    GraphPanel m_graph;
    std::vector<Tab> m_kinds;  ///< The tabs of tables
    std::vector<Tab> m_layers; ///< Those of them that are of layers
    std::vector<Tab> m_tabs;   ///< Those that are drawn
    std::string m_shown;       ///< The tab that was open in the last frame
    std::uint64_t m_version = 0;
    model::Pack m_pack = model::Pack::strict;
    int m_hits_version = 0;
    int m_listed_version = 0;
    std::optional<scene::FeatureRef> m_seen_mark;
    std::string m_seen_selection;
    bool m_was_open = false;
    bool m_has_focus = false;
};

} // namespace dostyk::ui
