/// \file
/// Tables in the dock at the bottom: the entities of a kind, or what a query found.

#pragma once

#include "ui/panels/table_grid.hpp"

#include <string>
#include <vector>

namespace dostyk::ui {

class TablePanel {
public:
    /// Filter, columns, views and the rows, into the rest of the window.
    void draw(Canvas& canvas);
    /// Show the table of a kind.
    void open(const std::string& kind);
    /// Show what workspace.hits() lists.
    void open_hits(const Canvas& canvas);
    /// Of what is shown; empty = the hits.
    [[nodiscard]] const std::string& kind() const noexcept { return m_view.setup().kind; }
    [[nodiscard]] bool has_hits() const noexcept { return m_view.has_entities(); }
    /// Follow what was selected elsewhere, to another kind's table if need be.
    void follow_selection(Canvas& canvas);
    /// Nothing while it is being sorted.
    [[nodiscard]] std::optional<std::size_t> rows() const noexcept
    {
        return m_is_ready ? std::optional(m_view.size()) : std::nullopt;
    }
    void focus() noexcept { m_grid.focus(); }
    [[nodiscard]] bool has_focus() const noexcept { return m_grid.has_focus(); }

private:
    /// What the rows are filtered to is what all views show.
    void offer_filter(Canvas& canvas);
    void draw_tools(Canvas& canvas);
    void draw_filter(Canvas& canvas, float width, bool is_wide);
    void draw_filter_columns(Canvas& canvas);
    void draw_columns(Canvas& canvas);
    void draw_views(Canvas& canvas);
    void draw_kept_views(Canvas& canvas);
    void copy(Canvas& canvas);
    void paste(Canvas& canvas);

    editor::TableView m_view;
    TableGrid m_grid;
    std::vector<std::string> m_seen_selection;
    std::string m_filter;
    std::string m_view_name;
    bool m_is_ready = false;
    /// What m_shared_filter was made for.
    struct Filtered {
        std::uint64_t version = 0; ///< Of the project
        std::string kind, words, column;
        Language language = Language::en;
        model::Pack pack = model::Pack::strict;

        friend bool operator==(const Filtered&, const Filtered&) = default;
    };
    Filtered m_filtered;
    std::shared_ptr<const scene::EntityFilter> m_shared_filter;
};

} // namespace dostyk::ui
