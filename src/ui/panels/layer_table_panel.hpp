/// \file
/// Tables of the project's own layers in the dock: the features of a file, and what it says of
/// them.

#pragma once

#include "editor/layer_table.hpp"
#include "ui/canvas.hpp"

#include <map>
#include <optional>
#include <string>

namespace dostyk::ui {

class LayerTablePanel {
public:
    /// Filter and rows of a layer, into the rest of the window.
    void draw(Canvas& canvas, const model::UserLayer& layer);
    /// Take the keys: arrows go through the rows now.
    void focus() noexcept { m_wants_focus = true; }
    [[nodiscard]] bool has_focus() const noexcept { return m_has_keys; }
    /// Nothing while it is being sorted.
    [[nodiscard]] std::optional<std::size_t> rows() const noexcept
    {
        return m_is_ready ? std::optional(m_table.size()) : std::nullopt;
    }

private:
    void draw_tools(Canvas& canvas);
    void draw_titles(Canvas& canvas);
    void draw_rows(Canvas& canvas);
    void draw_row(Canvas& canvas, std::size_t row);
    void take_keys(Canvas& canvas);
    void follow_mark(const Canvas& canvas);
    /// Let the row's feature stand out on the map; `is_shown` takes the map there.
    void mark(Canvas& canvas, std::size_t row, bool is_shown);
    [[nodiscard]] float width_of(const Canvas& canvas, std::size_t field) const;
    [[nodiscard]] float total_width(const Canvas& canvas) const;

    editor::LayerTable m_table;
    std::optional<std::uint32_t> m_cursor; ///< The feature that the keyboard is at
    std::optional<std::size_t> m_reveal;   ///< The row to scroll to
    std::map<std::string, float> m_widths; ///< By field [px at scale 1]
    float m_scroll = 0;                    ///< Sideways [px]
    bool m_is_ready = false;
    bool m_has_keys = false;
    bool m_wants_focus = false;
};

} // namespace dostyk::ui
