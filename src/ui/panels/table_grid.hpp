/// \file
/// The rows of a table on the screen: header, cells, the cell that is being written.

#pragma once

#include "editor/table_edit.hpp"
#include "editor/table_view.hpp"
#include "ui/canvas.hpp"

#include <map>
#include <optional>
#include <string>

namespace dostyk::ui {

class TableGrid {
public:
    /// Into the rest of the window; only the rows that are seen are made.
    void draw(Canvas& canvas, editor::TableView& view);
    /// Scroll to a row in the next frame.
    void reveal(std::size_t row) noexcept { m_reveal = row; }
    /// Take the keys: arrows go through the rows now.
    void focus() noexcept { m_wants_focus = true; }
    [[nodiscard]] bool has_focus() const noexcept { return m_has_keys; }

private:
    struct Edit {
        std::string id;
        std::string column;
        std::string text;
        bool is_new = true;
    };
    struct Rect {
        ImVec2 min, max;
    };

    void measure(const Canvas& canvas, const editor::TableView& view);
    void draw_header(Canvas& canvas, editor::TableView& view);
    void draw_title(Canvas& canvas, editor::TableView& view, std::size_t column, Rect box);
    void draw_rows(Canvas& canvas, editor::TableView& view);
    void draw_row(Canvas& canvas, editor::TableView& view, std::size_t row);
    void draw_cell(Canvas& canvas, editor::TableView& view, std::size_t row, std::size_t column,
                   Rect box);
    void take_click(Canvas& canvas, editor::TableView& view, std::size_t row);
    void take_keys(Canvas& canvas, editor::TableView& view);
    void begin_edit(Canvas& canvas, editor::TableView& view, std::size_t row);
    void draw_edit(Canvas& canvas, const model::Entity& entity, const model::FieldRule& rule,
                   Rect box);
    void draw_words(Canvas& canvas);
    /// False when the text is refused.
    bool commit(Canvas& canvas, const model::Entity& entity, const model::FieldRule& rule);
    void publish(Canvas& canvas, const editor::TableView& view, std::size_t shown);
    [[nodiscard]] Rect box_of(std::size_t column, ImVec2 row_at) const;

    std::map<std::string, float> m_widths; ///< By kind and column [px at scale 1]
    std::vector<float> m_left, m_width;    ///< Of the columns [px]
    float m_total = 0;                     ///< [px]
    float m_scroll = 0;                    ///< Sideways [px]
    Rect m_seen{};                         ///< What of the rows is on the screen
    float m_row_height = 0;
    std::size_t m_column = 0; ///< That the keyboard is at
    std::optional<std::size_t> m_reveal;
    std::optional<Edit> m_edit;
    std::optional<Edit> m_choice; ///< A cell whose word is being chosen
    bool m_has_keys = false;
    bool m_wants_focus = false;
};

/// What a column is called.
[[nodiscard]] std::string title_of(const Canvas& canvas, const editor::TableColumn& column);

} // namespace dostyk::ui
